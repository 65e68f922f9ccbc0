import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { Definition } from '../src/model/markdown.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import {
  definitionRemoval,
  isRemark,
  nearestLabel,
  unresolvedReferences,
  writtenLabel,
} from './references-resolve/unresolved.js';

/** Licences as lists abbreviate them, alone or first of several. */
const licence =
  /^(?:(?:old|new|modified|simplified|own|dual) )?(?:[al]?gpl|mit|bsd|apache|mpl|isc|zlib|boost|bsl|cc0?|wtfpl|unlicen[cs]e|public ?domain|epl|artistic|ms-?pl|ofl|eupl|mulan)(?![a-z])/i;
/** Words that mark what a thing costs, or what it is. */
const words = /^(?:free|paid|open[ -]source|proprietary|commercial|crate|pdf|epub|video|book|course|new|archived)\b/i;

/** True for what is in square brackets as a tag and never was a link: licences, prices, marks, alerts, footnotes, checkboxes. */
function isTag(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 2 || /^[!^]|^[\d\p{P}\p{S}]+$/u.test(trimmed) || licence.test(trimmed) || words.test(trimmed);
}

/** So many labels are compared with all definitions; a list that lost all its definitions gets no suggestions. */
const mostSearches = 50;

export default defineRule({
  id: 'references-resolve',
  topic: 'urls',
  summary: 'Define every reference link exactly once',
  why: 'Without a definition, a reference is shown as text in square brackets; of two definitions, only the first counts.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'warning' },
  fix: 'suggest',
  supersededBy: ['entry-link-syntax', 'no-invisible-characters'],
  messages: {
    address: '`{found}` is not a link because its URL is in square brackets; write `({url})`',
    near: '`{label}` is not defined; did you mean `{near}`?',
    undefined:
      '`{label}` is not defined, so `{found}` is not a link; add `[{label}]: URL` or write the URL in parentheses',
    twice: '`{label}` is already defined with the same URL on line {line}; remove one of them',
    other:
      '`{label}` is already defined with another URL on line {line}, and that one is used; rename or remove this one',
    unused: 'Link definition `{label}` is never used; use or remove it',
    many: '{count} link definitions are never used (first: `{label}`); use or remove them',
  },
  options: v.object({
    tags: v.optional(
      v.pipe(v.array(v.string()), v.description('Other texts in square brackets that are not links; case is ignored.')),
      [],
    ),
    unused: v.optional(v.pipe(v.boolean(), v.description('Report definitions that are unused or repeated.')), true),
    ...scopeOptions,
  }),
  presetOptions: { minimal: { unused: false } },
  examples: [
    {
      text: '# Kites\n\n- [Silk][slik] - Costly.\n- [Foil][foil] - Loud.\n\n[silk]: https://silk.example/\n[foil]: https://foil.example/\n',
      finds: ['3:3 near'],
      fixed:
        '# Kites\n\n- [Silk][silk] - Costly.\n- [Foil][foil] - Loud.\n\n[silk]: https://silk.example/\n[foil]: https://foil.example/\n',
    },
    {
      text: '# Kites\n\n- [Silk][https://silk.example/] - Costly.\n',
      finds: ['3:3 address'],
      fixed: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n',
    },
    { text: '# Kites\n\n- [Silk][worm] - Costly.\n- See [Foil][].\n', finds: ['3:3 undefined', '4:7 undefined'] },
    {
      text: '# Kites\n\n[Silk], [Ash]\n\n[silk]: https://silk.example/\n[silk]: https://silk.example/\n[ash]: https://ash.example/\n[Ash]: https://tree.example/\n',
      finds: ['6:1 twice', '8:1 other'],
      fixed:
        '# Kites\n\n[Silk], [Ash]\n\n[silk]: https://silk.example/\n[ash]: https://ash.example/\n[Ash]: https://tree.example/\n',
    },
    {
      text: '# Kites\n\n[Silk]\n\n[silk]: https://silk.example/\n[ash]: https://ash.example/\n',
      finds: ['6:1 unused'],
      fixed: '# Kites\n\n[Silk]\n\n[silk]: https://silk.example/\n',
    },
    {
      text: `# Kites\n\n${definitions(21)}`,
      finds: ['3:1 many'],
      fixed: '# Kites\n\n',
    },
    {
      text: '# Kites\n\n- [Silk][silk], [foil]\n\n[silk]: https://silk.example/\n[Foil]: https://foil.example/\n',
      finds: [],
      note: 'Labels are compared without case.',
    },
    {
      text: '# Kites\n\n- [Silk](https://silk.example/) - Costly. [MIT][GPL-3.0]\n- [Foil](https://foil.example/) [$][Free trial] [crate]\n',
      finds: [],
      note: 'Tags side by side.',
    },
    { text: '# Kites\n\nThe sail of row[i][j], `[a][b]` and int[][].\n\n\\[Silk][worm]\n', finds: [] },
    {
      text: '# Kites\n\n[//]: # (A note to editors)\n[//]: # (Another)\n',
      finds: [],
      note: 'Comments written as definitions.',
    },
    {
      text: '# Kites\n\n> [!NOTE]\n> Wind.[^1]\n\n- [ ] [Boost][site](https://site.example/)\n\n[^1]: Air.\n',
      finds: [],
    },
    { text: '# Kites\n\n- [Silk][worm]\n', options: { tags: ['worm'] }, finds: [] },
    {
      text: '# Kites\n\n[Silk], [worm][]\n\n[silk]: https://silk.example/\n[silk]: https://silk.example/\n[ash]: https://ash.example/\n',
      options: { unused: false },
      finds: ['3:9 undefined'],
    },
  ],
  check({ list, options, foldOver, report }) {
    const tags = new Set(options.tags.map((tag) => tag.toLowerCase()));
    const isText = (text: string): boolean => isTag(text) || tags.has(text.trim().toLowerCase());
    const idle = list.definitions.filter((one) => one.uses === 0 && one.earlier === null && !isRemark(one));
    const meant = new Set<Definition>();
    let searches = mostSearches;
    for (const { found, text, label, start } of unresolvedReferences(list)) {
      const at = list.place(start, start + found.length);
      const from = start + text.length + 2;
      const to = start + found.length;
      const suggestion = (edit: Edit) => ({ safe: false, edits: [edit] });
      if (label !== null && /^https?:\/\/[^\s()]+$/.test(label)) {
        const fix = suggestion({ start: from, end: to, text: `(${label})` });
        report({ message: 'address', at, data: { found, url: label }, fix });
        continue;
      }
      const wanted = label === null || label === '' ? text : label;
      if (wanted.trim() === '' || isText(text) || isText(wanted)) continue;
      // Brackets alone are mostly text, unless a definition waits for them.
      const near = searches-- > 0 ? nearestLabel(wanted, label === null ? idle : list.definitions) : null;
      if (near !== null) {
        meant.add(near);
        const name = writtenLabel(list.text, near);
        const fix = suggestion({ start: from, end: to, text: `[${name}]` });
        report({ message: 'near', at, data: { label: wanted, near: name }, fix });
      } else if (label === '' || (label !== null && (list.definitions.length > 0 || beginsItem(list.text, start)))) {
        report({ message: 'undefined', at, data: { label: wanted, found } });
      }
    }

    const counting = new Map(
      list.definitions.flatMap((one) => (one.earlier === null ? [[one.label, one.url] as const] : [])),
    );
    for (const one of list.definitions) {
      const { earlier, position, label, url } = one;
      if (earlier === null || isRemark(one)) continue;
      const data = { label: writtenLabel(list.text, one), line: earlier.start.line };
      if (counting.get(label) !== url) report({ message: 'other', at: position, data });
      else if (options.unused)
        report({
          message: 'twice',
          at: position,
          atMost: 'info',
          data,
          fix: { safe: false, edits: [definitionRemoval(list.text, one)] },
        });
    }

    const unused = options.unused ? idle.filter((one) => !meant.has(one)) : [];
    const groups = unused.length > foldOver ? [unused] : unused.map((one) => [one]);
    for (const [first, ...others] of groups) {
      if (first === undefined) continue;
      const edits = [first, ...others].map((one) => definitionRemoval(list.text, one));
      const fix = { safe: false, edits };
      const found = { at: first.position, places: others.map((one) => one.position), fix, atMost: 'info' } as const;
      const label = writtenLabel(list.text, first);
      if (others.length === 0) report({ message: 'unused', ...found, data: { label } });
      else report({ message: 'many', ...found, data: { label, count: edits.length } });
    }
  },
});

function beginsItem(text: string, start: number): boolean {
  return /(?:^|[\r\n])[ \t]*(?:[-*+]|\d+[.)])[ \t]+$/.test(text.slice(Math.max(0, start - 40), start));
}

function definitions(count: number): string {
  return Array.from({ length: count }, (_, index) => `[sail${index}]: https://sail${index}.example/\n`).join('');
}
