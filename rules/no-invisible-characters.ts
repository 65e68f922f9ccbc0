import type { Edit, Fix } from '../src/model/finding.js';
import type { Position } from '../src/model/position.js';
import { blankCode } from '../src/rule-kit/blank-code.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { foldedFix } from '../src/rule-kit/edits.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';
import { addTo } from '../src/text/group-by.js';
import { type InvisibleCharacter, invisibleCharacters, runsFromRight } from './no-invisible-characters/characters.js';
import { directionControls } from './no-invisible-characters/direction.js';
import { options } from './no-invisible-characters/options.js';
import { isInUrl, keepsDocument, keepsWordsTogether, nextTo } from './no-invisible-characters/surroundings.js';

interface Found extends InvisibleCharacter {
  readonly at: Position;
  readonly fix: Fix;
}

export default defineRule({
  id: 'no-invisible-characters',
  topic: 'text',
  summary: 'Remove invisible characters',
  why: 'Invisible characters break URLs, anchors and searches, and are hard to find.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'warning',
    default: 'error',
  },
  fix: 'safe',
  changes: ['invisible', 'space'],
  supersededBy: ['entry-separator'],
  messages: {
    mark: 'Invisible character {name} {where}; delete it',
    marks: '{count} invisible characters {name} (first: {where}); delete them',
    space: '{name} instead of a regular space {where}; replace it',
    extra: 'Extra {name} {where}; delete it',
    spaces: '{name} instead of a regular space in {count} places (first: {where}); replace them',
  },
  options,
  presetOptions: {
    awesome: { graded: true },
    strict: { graded: false },
    list: { graded: true },
    roadmap: { graded: true },
    minimal: { graded: true },
  },
  examples: [
    {
      text: '# Kites\n\n- [Silk](https://silk.example/)\u00A0- Costly.\n- [Foil](https://foil.example/\u200B) - Lo\u00ADud.\n',
      finds: ['3:32 space', '4:31 mark', '4:38 mark'],
      fixed: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n- [Foil](https://foil.example/\u200B) - Loud.\n',
      note: 'Removing it from a URL changes where the link leads, so the fix needs review.',
    },
    {
      text: '# Kites\n\nSee\u200Bhttps://silk.example/, or\u200B https://foil.example/, by\u200Bann@silk.example.\n',
      finds: ['3:4 mark', '3:30 mark', '3:57 mark'],
      fixed: '# Kites\n\nSee\u200Bhttps://silk.example/, or https://foil.example/, by\u200Bann@silk.example.\n',
      note: 'A letter next to a URL keeps it from being a link.',
    },
    {
      text: '# Kites\n\n## Box\u202F \u2009kites\n\nTurned\u2060 round.\n',
      finds: ['3:7 extra', '3:9 extra', '5:7 mark'],
      fixed: '# Kites\n\n## Box\u202F \u2009kites\n\nTurned round.\n',
      note: 'A heading has an anchor that other pages may link to.',
    },
    {
      text: `# Kites\n\n${'- [Silk](https://silk.example/) \u200B- Costly.\n'.repeat(21)}`,
      finds: ['3:33 marks'],
      fixed: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly.\n'.repeat(21)}`,
    },
    {
      text: `# Kites\n\n${'- [Silk](https://silk.example/)\u00A0- Costly.\n'.repeat(21)}`,
      finds: ['3:32 spaces'],
      fixed: `# Kites\n\n${'- [Silk](https://silk.example/) - Costly.\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\n- [Up](#box-kites)\n- [Sail](https://sail.example/)\n\n## Box\u00AD kites\n',
      finds: ['6:7 mark'],
      note: 'The anchor of a heading may be linked from elsewhere.',
    },
    {
      text: '# Kites\n\n\u200B- Silk\n\nA \u2060`sail` of http\u200Bs://silk.example/, by \u200B@foil.\n',
      finds: ['3:1 mark', '5:3 mark', '5:18 mark', '5:41 mark'],
      note: 'Without it there would be a list, a link or a mention: the document would change.',
    },
    {
      text: '# Kites\n\n- [Silk\u200A—\u200Athe\u200Afabric](https://silk.example/)\n',
      finds: ['3:14 space'],
      fixed: '# Kites\n\n- [Silk\u200A—\u200Athe fabric](https://silk.example/)\n',
      note: 'Thin spaces around a dash are typography.',
    },
    {
      text: '# Kites\n\nTurned \u202Ethgir\u202C round, a \u2067C++ (v2)\u2069 and C#\u200F.\n',
      finds: ['3:8 mark', '3:14 mark', '3:25 mark', '3:34 mark', '3:42 mark'],
      note: 'Without them the same characters are displayed in another order.',
    },
    {
      text: '# Kites\n\nA \u2066box kite\u2069 of \u202Asilk\u202C, and \u2068\u2060foil\u2069.\n\nBy \u2068`sail\u2069`.\n\nOf \u202Asilk\u202C by אבג.\n',
      finds: ['3:3 mark', '3:12 mark', '3:17 mark', '3:22 mark', '3:29 mark', '3:30 mark', '3:35 mark', '5:4 mark'],
      fixed:
        '# Kites\n\nA box kite of silk, and \u2068\u2060foil\u2069.\n\nBy \u2068`sail\u2069`.\n\nOf \u202Asilk\u202C by אבג.\n',
      note: 'Nothing there runs from right to left; of a pair both go or none.',
    },
    {
      text: '# Kites\n\nשלום \u2066C++\u2069 עולם, by \u202Bאבג 1, 2!\u202C\n',
      finds: [],
      note: 'Pairs around letters from right to left.',
    },
    { text: '# 👩\u200D💻 ❤\uFE0F 1\uFE0F\u20E3 Kites\n', finds: [], note: 'Emoji are composed with them.' },
    { text: '# بادبادک\n\n- [می\u200Cپرد](https://fly.example/) - نخ\u200Cها.\n', lang: 'fa', finds: [] },
    { text: '# עפיפון\n\nC++\u200E עף.\n', lang: 'he', finds: [], note: 'Keeps the symbols on their side.' },
    {
      text: '# Cerfs-volants\n\n- [Soie](https://soie.example/)\u00A0: «\u00A0cher\u00A0!\u00A0»\n',
      lang: 'fr',
      finds: [],
    },
    { text: '# 凧\n\n- [絹](https://kinu.example/)　軽い　布。\n', finds: [], note: 'The space of this script.' },
    {
      text: '# Kites\n\nA sail of 10\u00A0m, and `a\u200Bb`.\n\n    c\u200Bd\n',
      finds: [],
      note: 'Code is ignored.',
    },
    {
      text: '# Kites\n\n- [Sail](https://sail.example/) - A B2\u00A0kite of 10\u00A0m or 1,000.5\u00A0g.\n',
      finds: ['3:39 space'],
      fixed: '# Kites\n\n- [Sail](https://sail.example/) - A B2 kite of 10\u00A0m or 1,000.5\u00A0g.\n',
      note: 'Figures stay with their units, and a name that ends with a figure has none.',
    },
    { text: '# Kites\n\nProse may keep\u00A0words together.\n', finds: [], note: 'Prose may have no-break spaces.' },
  ],
  check({ list, options, foldOver, report }) {
    const rtl = options.rtl === 'yes' || (options.rtl === 'auto' && runsFromRight(list.lang));
    const garbleAt = enclosingBlock(list.mojibake);
    const entryAt = enclosingBlock(list.entries.filter((entry) => entry.parent.type !== 'entry'));
    const headingAt = enclosingBlock(list.headings);
    const groups = new Map<string, Found[]>();
    const directions = directionControls(list.text, rtl);
    const characters = invisibleCharacters(blankCode(list), { lang: list.lang, directions });
    // The anchor of a heading changes with it, and a URL with what is in it.
    const changesNothing = (one: InvisibleCharacter): boolean =>
      headingAt(one.start) === null && !isInUrl(list.text, one) && keepsDocument(list.text, one);
    const byStart = new Map(characters.map((one) => [one.start, one]));
    for (const one of characters) {
      const heading = headingAt(one.start);
      if (garbleAt(one.start) !== null) continue;
      if (one.kind === 'space' && heading === null && entryAt(one.start) === null) continue;
      if (options.graded && heading === null && keepsWordsTogether(list.text, one)) continue;
      const direction = directions.get(one.start);
      const mate = typeof direction?.mate === 'number' ? (byStart.get(direction.mate) ?? null) : undefined;
      // Half a pair of direction controls would change all that follows.
      const both = mate === undefined || mate === null ? [one] : [one, mate];
      const safe = (direction?.idle ?? true) && mate !== null && both.every(changesNothing);
      const fix = { safe, edits: both.map((each) => replacement(list.text, each)) };
      const found = { ...one, at: list.place(one.start, one.end), fix };
      addTo(groups, one.name, found);
    }
    const mostFor = (kind: string) => (options.graded && kind === 'space' ? 'info' : 'error');
    for (const [name, group] of groups) {
      const [first] = group;
      if (first !== undefined && group.length > foldOver) {
        report({
          message: first.kind === 'space' ? 'spaces' : 'marks',
          at: first.at,
          places: group.slice(1).map((one) => one.at),
          data: { name, count: group.length, where: nextTo(list.text, first) },
          atMost: mostFor(first.kind),
          fix: foldedFix(group.map(({ fix }) => fix)),
        });
        continue;
      }
      for (const { kind, at, fix, start, end } of group) {
        const isExtra = replacement(list.text, { kind, start, end }).text === '';
        const message = kind !== 'space' ? 'mark' : isExtra ? 'extra' : 'space';
        const data = { name, where: nextTo(list.text, { start, end }) };
        report({ message, at, data, fix, atMost: mostFor(kind) });
      }
    }
  },
});

/** One space replaces a run; none where there is one next to it, or at the end of a line. */
function replacement(text: string, { kind, start, end }: Omit<InvisibleCharacter, 'name'>): Edit {
  const isBlank = (character: string): boolean => character === '' || /\s/.test(character);
  const spare = kind === 'invisible' || isBlank(text.charAt(start - 1)) || isBlank(text.charAt(end));
  return { start, end, text: spare ? '' : ' ' };
}
