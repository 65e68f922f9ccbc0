import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { type Described, describedIn } from '../src/rule-kit/description.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { foldName } from '../src/text/fold-name.js';

/** Programs and formats whose names are written in lower case even where a sentence begins. */
const lowerCaseNames: ReadonlySet<string> = new Set(
  `ansible-lint apk apt ash asyncio autoconf awk bash bat bower brew bspwm bun busybox cargo cat cdecl chezmoi clang
   cmake cmd cmus cobra composer conda cron crontab csh css ctags curl dash dd deno df dig direnv dmenu dmesg dnf dns
   dnsmasq docker docker-compose dotenv du dunst dwm emacs esbuild eslint etcd exa eza fd ffmpeg fish flake fzf gawk gcc
   gdb gem ggplot git git-flow github gnuplot gofmt golang gpg grep gulp gunicorn gzip haproxy helm htop http httpd httpie
   https iptables jekyll jq json jsonnet keras ksh kubectl lazygit less libcurl libevent libuv linux llvm lodash lua lsof
   make man matplotlib mdbook memcached micropython mksh mongod moment mount mpd mpv musl mutt mypy nano neovim netcat
   nftables nginx ninja nmap nnn node nodemon npm npx numpy nushell nvim nvm openssl pacman pandas perl pf php pip
   pipenv pipx pnpm poetry postcss prettier procfs protobuf psql pty py pyenv pylint pytest python rails rake ranger rbenv
   rclone rebar redis regex requests ripgrep rkt rofi rollup rpm rsync ruby rust rustc rustup scikit-learn scipy screen
   scp sed sh skim sql sqlite ssh sshd starship strace stderr stdin stdout sudo svelte svn sway swift sxhkd systemd
   tar tcpdump tcsh telnet tig tmux top tor touch tshark tty twitter ufw uv valgrind vi vim virtualenv vite vitest vue
   watchman webpack wget wireguard xargs xclip xml xterm yaml yarn youtube-dl yum zig zlib zoxide zsh`.split(/\s+/),
);

export default defineRule({
  id: 'description-start',
  topic: 'descriptions',
  summary: 'Begin every description with a capital letter',
  why: 'Descriptions that begin alike read as one list and not as notes of many hands.',
  severity: { strict: 'error', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['case'],
  messages: {
    lower: 'Description of `{name}` begins with `{word}`; write `{wanted}`',
    many: '{count} descriptions begin with a small letter, that of `{name}` the first of them; begin each with a capital',
  },
  options: v.object({
    allow: v.optional(
      v.pipe(v.array(v.string()), v.description('Further words that stay in lower case, such as names of programs.')),
      [],
    ),
    ...scopeOptions,
  }),
  init: { deviation: 'have a description that begins in another way' },
  examples: [
    {
      text: '## Sails\n\n- [Ripstop](https://cloth.example/) - light and strong.\n- [Silk](https://silk.example/) – **élan** for the rich.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      finds: ['3:39 lower', '4:37 lower'],
      fixed:
        '## Sails\n\n- [Ripstop](https://cloth.example/) - Light and strong.\n- [Silk](https://silk.example/) – **Élan** for the rich.\n- [Foil](https://foil.example/) - [zero-wind flying](https://zero.example/) for all.\n',
      note: 'A link may be a name that is written so.',
    },
    {
      text: `## Sails\n\n${lines(21, 'cloth to fly with.')}`,
      finds: ['3:37 many'],
      fixed: `## Sails\n\n${lines(21, 'Cloth to fly with.')}`,
    },
    {
      text: '- [Silk](https://silk.example/) - is a cloth.\n',
      finds: ['1:35 lower'],
      note: 'The fix is a suggestion: a sentence that goes on from the name wants other words.',
    },
    {
      text: '- [A](https://a.example/) - npm for kites.\n- [B](https://b.example/) - iOS app.\n- [C](https://c.example/) - v2 of it.\n- [D](https://d.example/) - node.js port.\n- [E](https://e.example/) - `spar` files.\n- [F](https://f.example/) - (old) cloth.\n- [g](https://g.example/) - g with wings.\n- [H](https://github.com/kites/hoist) - hoist as a service.\n- [I](https://i.example/) - i/o kites.\n',
      finds: [],
      note: 'Names of programs, digits, inner capitals, dots, code and signs are written as they are.',
    },
    {
      text: '- [Silk](https://silk.example/) by a weaver\n- [Foil](https://foil.example/), loud\n- [Delta](https://delta.example/) for beginners\n',
      finds: [],
      note: 'Words that go on from the name do not begin a description.',
    },
    {
      text: '- [絹](https://silk.example/) - 高い。\n- [ქარი](https://wind.example/) - ძლიერი.\n- [باد](https://persian.example/) - سبک.\n',
      finds: [],
      note: 'Scripts without capitals at the start of a sentence.',
    },
    { text: '- [Silk](https://silk.example/) - weaver (PDF)\n', finds: [], note: 'A single word may be an author.' },
    { text: '- [Silk](https://silk.example/) - kitesail of silk.\n', options: { allow: ['kitesail'] }, finds: [] },
  ],
  check({ list, options, foldOver, report }) {
    const allowed = new Set(options.allow.map((word) => word.toLowerCase()));
    const wrong = describedIn(list).flatMap((one) => read(one, list, allowed));
    const [first, ...rest] = wrong;
    if (first !== undefined && wrong.length > foldOver) {
      const edits = wrong.flatMap((one) => (one.fix.safe ? one.fix.edits : []));
      const fix = edits.length === 0 ? null : { safe: true, edits };
      const data = { count: wrong.length, name: first.name };
      report({ message: 'many', at: first.at, places: rest.map((one) => one.at), fix, data });
      return;
    }
    for (const { at, fix, name, word, wanted } of wrong) {
      report({ message: 'lower', at, fix, data: { name, word, wanted } });
    }
  },
});

interface Lower {
  readonly at: Position;
  readonly fix: Fix;
  readonly name: string;
  readonly word: string;
  readonly wanted: string;
}

function read({ entry, body }: Described, list: List, allowed: ReadonlySet<string>): readonly Lower[] {
  const [word] = /^[^\s,;:!?…—–]+/u.exec(body.text.trimStart()) ?? [''];
  const core = word.replace(/[.'"’”)]+$/u, '');
  if (!/^(?=\p{Ll})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u.test(core)) return [];
  if (/[^\p{L}\p{M}'’-]|\p{Lu}/u.test(core)) return [];
  if (entry.naming !== 'link' || /^[:：@#/]\S/u.test(body.text.trimStart().slice(word.length))) return [];
  // Between East Asian words Latin ones are names, and a single word, perhaps before others, is that of an author.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(body.text)) return [];
  if (/^\s*\S+(?:\s*\([^()]*\))*\s*$|^\s*\p{L}+(?:,| and) \p{Lu}|^\s*(?:by|from) [\p{Lu}@]/u.test(body.text)) return [];
  const stem = core.replace(/['’]s$/u, '');
  if (lowerCaseNames.has(stem) || allowed.has(stem.toLowerCase()) || isName(stem, entry.name, entry.url)) return [];
  const from = body.position.start.offset;
  const marks = /^(?:\s|[*_~]|<\w{1,10}>)*/.exec(list.text.slice(from, from + 80))?.[0].length ?? 0;
  const offset = from + marks;
  // What begins with code, an image or a character reference has no first letter to change.
  if (list.text.slice(offset, offset + word.length) !== word) return [];
  const at = list.place(offset, offset + word.length);
  if (entry.links.some(({ position: { start, end } }) => start.offset <= offset && offset < end.offset)) return [];
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const capital = /^(?:az|tr)\b/.test(list.lang ?? '') ? letter.toLocaleUpperCase('tr') : letter.toUpperCase();
  if (capital === letter || [...capital].length !== 1) return [];
  // A verb goes on from the name: a capital alone does not make it a sentence.
  const safe = !/^(?:is|are|was|were|has|can|by|from|with|and|or|vs)$/.test(core);
  const fix = { safe, edits: [{ start: offset, end: offset + letter.length, text: capital }] };
  return [{ at, fix, name: entry.name, word, wanted: capital + word.slice(letter.length) }];
}

/** True for the name of the entry, of its host, repository or owner. */
function isName(word: string, name: string, url: string | null): boolean {
  const folded = foldName(word);
  const last =
    (url ?? '')
      .replace(/[?#].*$/s, '')
      .replace(/\/+$/, '')
      .split('/')
      .pop() ?? '';
  return folded === foldName(name) || folded === foldName(last) || folded === foldName(name.split('/').pop() ?? '');
}

function lines(count: number, description: string): string {
  return `- [Sail](https://0.sail.example/) - ${description}\n`.repeat(count);
}
