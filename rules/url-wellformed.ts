import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { oncePerUrl } from '../src/rule-kit/written-links.js';

export default defineRule({
  id: 'url-wellformed',
  topic: 'urls',
  summary: 'Write URLs that a browser can open',
  why: 'A typo in a URL makes a dead link, or a link to a page of GitHub that does not exist.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'no-invisible-characters'],
  messages: {
    wrapped: 'URL `{url}` is wrapped in {mark}; remove them',
    nested: 'The target of this link is itself a Markdown link; keep only its target, `{url}`',
    opened: '`{url}` starts with an unmatched `{sign}`; remove it',
    'no-scheme': '`{url}` has no `https://`, so GitHub looks for a file with that name; write the full URL',
    'scheme-typo': '`{url}` has a misspelled scheme; did you mean `https://`?',
    slashes: '`{url}` needs two slashes after the colon; write `https://`',
    'double-scheme': '`{url}` has two schemes; remove one',
    space: '`{url}` contains a space; remove it or encode it as `%20`',
    quote: '`{url}` contains {mark}; remove it',
    parenthesis: '`{url}` ends with an unmatched `)`; remove it',
    credentials: 'This URL of `{host}` contains a user name or a password that everyone can read; remove it',
    host: '`{url}` has an incomplete host name; write the full URL',
    mail: '`{url}` is not an email address; write `mailto:` and a complete address',
    unparseable: '`{url}` is not a valid URL; correct it',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '<a href="(https://tea.test/x)">Tea</a>\n',
      finds: ['1:10 wrapped'],
      fixed: '<a href="https://tea.test/x">Tea</a>\n',
    },
    {
      text: '- [Tea]([https://old.test/x](https://tea.test/x)) - Leaves.\n- [Leaf]([https://leaf.test/) - Green.\n',
      finds: ['1:9 nested', '2:10 opened'],
      note: 'The URL of the link inside was meant.',
    },
    { text: '## A\n\n- [Tea]([https://tea.test/x) - Leaves.\n', finds: ['3:9 opened'] },
    { text: '## A\n\n- [Tea](teahouse.io) - Leaves.\n', finds: ['3:9 no-scheme'] },
    { text: '## A\n\n- [Tea](https:/tea.test) - Leaves.\n', finds: ['3:9 slashes'] },
    { text: '## A\n\n- [Tea](https://https://tea.test) - Leaves.\n', finds: ['3:9 double-scheme'] },
    { text: '## A\n\n- [Tea](htp://tea.test) - Leaves.\n', finds: ['3:9 scheme-typo'] },
    {
      text: '## A\n\n- [Tea](hhttppss://tea.test) and [more](htttps:tea.test).\n',
      finds: ['3:9 scheme-typo', '3:41 scheme-typo'],
    },
    { text: '## A\n\n- [Tea](https://tea.test) - Leaves. ([Demo](demo.tea.dev))\n', finds: ['3:45 no-scheme'] },
    { text: '## A\n\n- [Tea](https://me:secret@tea.test/) - Leaves.\n', finds: ['3:9 credentials'] },
    {
      text: '## A\n\n- [Tea](<https://tea.test/a b>) and [more](<https://tea .test/>).\n',
      finds: ['3:45 space'],
      note: 'GitHub and browsers encode a space, except in the host.',
    },
    {
      text: '<a href="https://tea.test/?q=a b">Tea</a> <a href="https:// tea.test/">more</a>\n',
      finds: ['1:52 space'],
    },
    { text: "## A\n\n<a href='https://tea.test/\"'>Tea</a>\n", finds: ['3:10 quote'] },
    { text: '## A\n\n<a href="https://tea.test/x)">Tea</a>\n', finds: ['3:10 parenthesis'] },
    { text: '## A\n\n- [Tea](https://teahouse/menu) - Leaves.\n', finds: ['3:9 host'] },
    { text: '## A\n\n- [Tea](https://tea%zz.test/) - Leaves.\n', finds: ['3:9 unparseable'] },
    {
      text: '## A\n\n- [Tea](docs/tea.md) and [more](tea.sh).\n',
      finds: [],
      note: 'Files in the repository have no scheme.',
    },
    { text: '## A\n\n- [Tea](https://wiki.test/Tea_(drink)) - Leaves.\n', finds: [] },
    {
      text: '## A\n\n- [Tea](https://tea.test/@shop?q=a@b) - Leaves.\n',
      finds: [],
      note: 'An @ after the host is not a password.',
    },
    { text: '## A\n\n- [Tea](https://old.test/web/https://tea.test/) - Leaves.\n', finds: [] },
    { text: '## A\n\nWrite to [the store](mailto:me@teashop).\n', finds: ['3:22 mail'] },
    {
      text: '## A\n\n- [Tea](mailto:me@tea.test) or [chat](irc://chat.test/tea) or [shell](ssh://tea.test) or [files](sftp://tea.test).\n',
      finds: [],
    },
    {
      text: '## A\n\n[Tell a friend](mailto:?subject=Tea) of it.\n',
      finds: [],
      note: 'The recipient may be left out.',
    },
  ],
  check({ list, report }) {
    for (const link of oncePerUrl(list.links)) {
      if (link.sort !== 'invalid') continue;
      // GitHub and browsers encode a space, except in the host.
      if (link.fault === 'space' && !/^https?:\/\/[^/?#]*\s/i.test(link.url)) continue;
      const at = link.urlPosition;
      const fix = fixOf(link, list.text);
      const url = link.url.length > 80 ? `${link.url.slice(0, 79)}…` : link.url;
      switch (link.fault) {
        case 'wrapped': {
          const inner = nestedUrl(link.url);
          const sign = link.url[0] ?? '';
          const mark = marks[sign] ?? 'quotation marks';
          if (inner !== null) report({ message: 'nested', at, link, fix, data: { url: inner } });
          else if (isClosed(link.url)) report({ message: 'wrapped', at, link, fix, data: { url, mark } });
          else report({ message: 'opened', at, link, fix, data: { url, sign } });
          break;
        }
        case 'credentials':
          report({ message: 'credentials', at, link, data: { host: /@([^/?#]*)/.exec(link.url)?.[1] ?? 'a site' } });
          break;
        case 'quote':
          report({ message: 'quote', at, link, fix, data: { url, mark: unwantedIn(link.url) } });
          break;
        case 'no-scheme':
        case 'scheme-typo':
        case 'slashes':
        case 'double-scheme':
        case 'space':
        case 'parenthesis':
        case 'host':
        case 'mail':
          report({ message: link.fault, at, link, fix, data: { url } });
          break;
        default:
          report({ message: 'unparseable', at, link, data: { url } });
      }
    }
  },
});

const marks: Readonly<Record<string, string>> = {
  '(': 'parentheses',
  '[': 'brackets',
  '{': 'braces',
  '<': 'angle brackets',
};

/** What of a URL cannot be in one, in words. */
function unwantedIn(url: string): string {
  const sign = /["`<>]|['’”]$/.exec(url)?.[0] ?? '';
  if (sign === '`') return 'a backtick';
  return `${/[<>]/.test(sign) ? 'an angle bracket' : 'a quotation mark'}, \`${sign}\``;
}

/** The URL of a link that is written where only a URL belongs, as in `[a]([b](https://tea.test))`; null for none. */
function nestedUrl(url: string): string | null {
  return /^\[[^\]]*\]\((https?:\/\/[^\s()]+)\)$/.exec(url)?.[1] ?? null;
}

/** True for a URL whose first sign has another one to match at its end. */
function isClosed(url: string): boolean {
  return /[)\]}>"'”’»`]$/.test(url.trimEnd());
}

/** The edit that writes the URL that was meant; only unwrapping it is certain. */
function fixOf(link: Link, text: string): Fix | null {
  const { url, fault } = link;
  const edit = (address: string, safe: boolean): Fix => ({ safe, edits: [rewriteUrl(link, address, text)] });
  switch (fault) {
    case 'wrapped': {
      const nested = nestedUrl(url);
      if (nested !== null) return edit(nested, false);
      if (!isClosed(url)) return edit(url.slice(1).trimStart(), false);
      const inner = /^[([{"'“‘«`]+\s*(https?:\/\/[^\s"'“”‘’«»`]+?)\s*[)\]}"'”’»`]+$/.exec(url)?.[1];
      return inner !== undefined && URL.canParse(inner) && !inner.includes('](') ? edit(inner, true) : null;
    }
    case 'no-scheme':
      return edit(`https://${url.replace(/^\/\//, '')}`, false);
    case 'slashes':
      return edit(url.replace(/^(https?):\/*/i, '$1://'), false);
    case 'double-scheme':
      return edit(url.replace(/^https?:\/\/(?=https?:\/\/)/i, ''), false);
    case 'scheme-typo':
      return edit(url.replace(/^[a-z]+[:;]?\/*/i, 'https://'), false);
    default:
      return null;
  }
}
