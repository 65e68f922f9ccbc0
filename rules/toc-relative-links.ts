import * as v from 'valibot';
import type { Heading, Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { rewriteUrl } from '../src/rule-kit/edits.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { foldName } from '../src/text/fold-name.js';

export default defineRule({
  id: 'toc-relative-links',
  topic: 'contents',
  summary: 'Use only fragment links (`#section`) in the table of contents',
  why: 'A full URL reloads the page, and in a fork, on a branch or in an editor it opens another copy of the text.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['url'],
  supersededBy: ['no-placeholder', 'url-wellformed'],
  messages: {
    absolute: 'Table of contents entry `{text}` links to a full URL; use `#{fragment}`',
    tab: 'Table of contents entry `{text}` links to a tab of the GitHub page; use `#{fragment}`',
    many: '{count} table of contents entries link to full URLs (first: `{text}`); use only fragments such as `#{fragment}`',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](https://github.com/leaf/tea#white)\n- [Red](#red)\n- [Black](#black)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n\n## Black\n\nD.\n',
      finds: ['6:11 absolute'],
      fixed:
        '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n\n## Black\n\nD.\n',
    },
    {
      text: '# Tea\n\n- [Green](?tab=readme-ov-file#green)\n- [White](https://github.com/leaf/tea?tab=readme-ov-file#white)\n- [Red](https://github.com/leaf/tea/blob/main/README.md#red)\n- [Black](https://github.com/leaf/tea#black)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n\n## Black\n\nD.\n',
      finds: ['3:11 tab', '4:11 tab', '5:9 absolute', '6:11 absolute'],
      fixed:
        '# Tea\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Black](#black)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n\n## Black\n\nD.\n',
      note: 'Three lines that name sections are enough to recognize the table.',
    },
    {
      text: `# Tea\n\n## Contents\n\n${contents('https://github.com/leaf/tea')}${sections()}`,
      finds: ['5:8 many'],
      fixed: `# Tea\n\n## Contents\n\n${contents('')}${sections()}`,
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n\n## Green\n\nA.\n\n## White\n\n- [White](https://github.com/cup/pots#white)\n- [Pots](https://github.com/cup/pots#red)\n\n## Red\n\nC.\n',
      finds: [],
      note: 'Another page may have sections of the same names.',
    },
    {
      text: '# Tea\n\n## Contents\n\n- [Green](#green)\n- [White](#white)\n- [Red](#red)\n- [Wiki](https://github.com/leaf/tea/wiki#red)\n- [Cups](https://github.com/cup/cups#readme)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n',
      finds: [],
      note: 'Lines that lead elsewhere.',
    },
    {
      text: '# Tee\n\n## Contents\n\n- [Green](https://github.com/leaf/tea#green)\n- [White](https://github.com/leaf/tea#white)\n- [Red](https://github.com/leaf/tea#red)\n\n## Green\n\nA.\n\n## White\n\nB.\n\n## Red\n\nC.\n',
      path: 'tee.md',
      finds: [],
      note: 'The URL of a repository shows its README, which is a different file.',
    },
    {
      text: '# Tea\n\nSee [Green](https://github.com/leaf/tea#green).\n\n## Green\n\nA. [Up](https://github.com/leaf/tea#tea)\n',
      finds: [],
    },
  ],
  check({ list, foldOver, report }) {
    const lines = linesOf(list);
    const [first] = lines;
    if (first !== undefined && lines.length > foldOver) {
      const { link, fragment } = first;
      const edits = lines.map((line) => rewriteUrl(line.link, `#${line.fragment}`, list.text));
      report({
        message: 'many',
        at: link.urlPosition,
        link,
        places: lines.slice(1).map((line) => line.link.urlPosition),
        fix: { safe: true, edits },
        data: { count: lines.length, text: link.text, fragment },
      });
      return;
    }
    for (const { link, fragment, tab } of lines) {
      const fix = { safe: true, edits: [rewriteUrl(link, `#${fragment}`, list.text)] };
      report({
        message: tab ? 'tab' : 'absolute',
        at: link.urlPosition,
        link,
        fix,
        data: { text: link.text, fragment },
      });
    }
  },
});

interface Line {
  readonly link: Link;
  readonly fragment: string;
  readonly tab: boolean;
  readonly repository: string | null;
}

/** Links of a table of contents that lead to a section of this very file the long way round. */
function linesOf(list: List): readonly Line[] {
  const bySlug = new Map<string, Heading>(list.headings.map((heading) => [heading.slug, heading]));
  const lines = list.links.flatMap((link): Line[] => {
    const line =
      link.place === 'entry' || link.place === 'contents' || link.sort === 'local' ? readLine(link, list) : null;
    const heading = line === null ? undefined : bySlug.get(line.fragment);
    const ahead = heading !== undefined && heading.position.start.offset > link.position.start.offset;
    return line !== null && ahead && foldName(heading.text) === foldName(link.text) ? [line] : [];
  });
  const counts = new Map<string | null, number>();
  for (const { repository } of lines) counts.set(repository, (counts.get(repository) ?? 0) + 1);
  // Three that name sections are a table of contents, even when they lead out and the parser takes them for entries.
  return lines.filter(({ link, repository }) => {
    const alike = repository === null ? lines.length : (counts.get(repository) ?? 0) + (counts.get(null) ?? 0);
    return link.place === 'contents' || alike > 2;
  });
}

const full = /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+?)\/?(?:\/blob\/[^/#?]+\/([^#?]+))?(\?[^#]*)?#(.+)$/i;
const tabbed = /^(?:\.?\/)?(\?tab=readme-ov-file)#(.+)$/i;

function readLine(link: Link, list: List): Line | null {
  const name = list.path.split('/').at(-1)?.toLowerCase() ?? '';
  const short = tabbed.exec(link.url);
  if (short?.[2] !== undefined) return { link, fragment: short[2], tab: true, repository: null };
  const [, repository, path, query, fragment] = full.exec(link.url) ?? [];
  if (repository === undefined || fragment === undefined) return null;
  const here = path === undefined ? name.startsWith('readme') : path.toLowerCase() === list.path.toLowerCase();
  return here ? { link, fragment, tab: query !== undefined, repository: repository.toLowerCase() } : null;
}

function contents(base: string): string {
  return `${Array.from({ length: 21 }, (_, index) => `- [T${index}](${base}#t${index})\n`).join('')}\n`;
}

function sections(): string {
  return Array.from({ length: 21 }, (_, index) => `## T${index}\n\nLeaf.\n`).join('\n');
}
