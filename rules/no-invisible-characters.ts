import * as v from 'valibot';
import type { Edit } from '../src/model/finding.js';
import type { Position } from '../src/model/position.js';
import { blankCode } from '../src/rule-kit/blank-code.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';
import { type InvisibleCharacter, invisibleCharacters, runsFromRight } from './no-invisible-characters/characters.js';

interface Found extends InvisibleCharacter {
  readonly at: Position;
  readonly safe: boolean;
  readonly edit: Edit;
}

export default defineRule({
  id: 'no-invisible-characters',
  topic: 'text',
  summary: 'Write no characters that nobody can see',
  why: 'What cannot be seen breaks addresses, anchors and searches, and nobody finds out why.',
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
  messages: {
    mark: '{name} stands here, where nobody sees it; delete it',
    marks: '{name} stands in {count} places, where nobody sees it, first here; delete them',
    space: '{name} stands where a plain space is expected; write a plain space',
    spaces: '{name} stands in {count} places where a plain space is expected, first here; write plain spaces',
  },
  options: v.object({
    rtl: v.optional(
      v.pipe(
        v.picklist(['auto', 'yes', 'no']),
        v.description(
          'Whether direction marks are right, as in Arabic or Hebrew; `auto` asks the language of the list.',
        ),
      ),
      'auto',
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Kites\n\n- [Silk](https://silk.example/)\u00A0- Costly.\n- [Foil](https://foil.example/\u200B) - Lo\u00ADud.\n',
      finds: ['3:32 space', '4:31 mark', '4:38 mark'],
      fixed: '# Kites\n\n- [Silk](https://silk.example/) - Costly.\n- [Foil](https://foil.example/) - Loud.\n',
    },
    {
      text: '# Kites\n\n## Box\u202F \u2009kites\n\nTurned \u202Ethgir\u202C round.\n',
      finds: ['3:7 space', '3:9 space', '5:8 mark', '5:14 mark'],
      fixed: '# Kites\n\n## Box kites\n\nTurned thgir round.\n',
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
      note: 'Part of an anchor that something may link to: a person has to look.',
    },
    { text: '# 👩\u200D💻 ❤\uFE0F 1\uFE0F\u20E3 Kites\n', finds: [], note: 'Emoji are put together with them.' },
    { text: '# بادبادک\n\n- [می\u200Cپرد](https://fly.example/) - نخ\u200Cها.\n', lang: 'fa', finds: [] },
    { text: '# עפיפון\n\nC++\u200E עף.\n', lang: 'he', finds: [], note: 'Keeps the signs on their side.' },
    {
      text: '# Cerfs-volants\n\n- [Soie](https://soie.example/)\u00A0: «\u00A0cher\u00A0!\u00A0»\n',
      lang: 'fr',
      finds: [],
    },
    { text: '# 凧\n\n- [絹](https://kinu.example/)　軽い　布。\n', finds: [], note: 'The space of the script.' },
    {
      text: '# Kites\n\nA sail of 10\u00A0m, and `a\u200Bb`.\n\n    c\u200Bd\n',
      finds: [],
      note: 'Code is left alone.',
    },
    { text: '# Kites\n\nProse may keep\u00A0words together.\n', finds: [], note: 'Neither entry nor heading.' },
  ],
  check({ list, options, foldOver, report }) {
    const rtl = options.rtl === 'yes' || (options.rtl === 'auto' && runsFromRight(list.lang));
    const garbleAt = enclosingBlock(list.garbles);
    const entryAt = enclosingBlock(list.entries.filter((entry) => entry.parent.type !== 'entry'));
    const headingAt = enclosingBlock(list.headings);
    const linked = new Set(list.links.map(({ url }) => url));
    const groups = new Map<string, Found[]>();
    for (const one of invisibleCharacters(blankCode(list), { lang: list.lang, rtl })) {
      const heading = headingAt(one.start);
      if (garbleAt(one.start) !== null) continue;
      if (one.kind === 'space' && heading === null && entryAt(one.start) === null) continue;
      // An anchor may change with its heading, and a space ends an address.
      const safe = heading === null ? !splits(list.text, one) : !linked.has(`#${heading.slug}`);
      const found = { ...one, at: list.place(one.start, one.end), safe, edit: replacement(list.text, one) };
      const same = groups.get(one.name);
      if (same === undefined) groups.set(one.name, [found]);
      else same.push(found);
    }
    for (const [name, group] of groups) {
      const [first] = group;
      if (first !== undefined && group.length > foldOver) {
        report({
          message: first.kind === 'space' ? 'spaces' : 'marks',
          at: first.at,
          places: group.slice(1).map((one) => one.at),
          data: { name, count: group.length },
          fix: { safe: group.every((one) => one.safe), edits: group.map((one) => one.edit) },
        });
        continue;
      }
      for (const { kind, at, safe, edit } of group) {
        report({ message: kind === 'space' ? 'space' : 'mark', at, data: { name }, fix: { safe, edits: [edit] } });
      }
    }
  },
});

/** One blank takes the place of a run, none where there is one beside it or the line ends. */
function replacement(text: string, { kind, start, end }: InvisibleCharacter): Edit {
  const isBlank = (character: string): boolean => character === '' || /\s/.test(character);
  const spare = kind === 'invisible' || isBlank(text.charAt(start - 1)) || isBlank(text.charAt(end));
  return { start, end, text: spare ? '' : ' ' };
}

/** True for a blank amid the address of a link. */
function splits(text: string, { kind, start, end }: InvisibleCharacter): boolean {
  return kind === 'space' && text[end] !== ')' && /\]\([^\s)]+$/.test(text.slice(Math.max(0, start - 200), start));
}
