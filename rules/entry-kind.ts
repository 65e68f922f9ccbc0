import * as v from 'valibot';
import type { Entry, List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'entry-kind',
  topic: 'entries',
  summary: 'Write the label of each kind of entry, such as "(Video)", the same way',
  why: 'Readers who search for "(Video)" do not find "(Videos)".',
  severity: { awesome: 'off', list: 'off', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    other: 'Kind `{found}` is usually spelled `{expected}` in this list; use that spelling',
    unknown: 'Unknown kind `{found}`; use one of {known}',
    missing: '`{name}` has no kind; add it in parentheses',
  },
  options: v.object({
    kinds: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('The accepted kinds, spelled as they should be; if empty, the most common spelling is used.'),
      ),
      [],
    ),
    required: v.optional(v.pipe(v.boolean(), v.description('Require a kind for every entry.')), false),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '- [Silk](https://silk.test) (Video) - A.\n- [Jib](https://jib.test) (Video) - B.\n- [Kit](https://kit.test) (videos) - C.\n',
      finds: ['3:28 other'],
      fixed:
        '- [Silk](https://silk.test) (Video) - A.\n- [Jib](https://jib.test) (Video) - B.\n- [Kit](https://kit.test) (Video) - C.\n',
    },
    {
      text: '- [Silk (Book)](https://silk.test)\n- [Jib (Talk)](https://jib.test)\n- [Kit (books)](https://kit.test)\n',
      options: { kinds: ['Book', 'Video'] },
      finds: ['2:9 unknown', '3:9 other'],
      fixed: '- [Silk (Book)](https://silk.test)\n- [Jib (Talk)](https://jib.test)\n- [Kit (Book)](https://kit.test)\n',
    },
    { text: '- [Silk](https://silk.test) - Costly.\n', options: { required: true }, finds: ['1:3 missing'] },
    {
      text: '- [Silk](https://silk.test) (Video)\n- [Jib](https://jib.test) (Official Video)\n- [Kit](https://kit.test) (Book)\n',
      finds: [],
      note: 'A different kind, not a different spelling.',
    },
    {
      text: '- [Silk](https://silk.test) (E-Book)\n- [Jib](https://jib.test) (E-Book)\n- [Kit](https://kit.test) (e-book)\n- [Gaff](https://gaff.test) (HTML, PDF)\n- [Foil](https://foil.test) (series - 10 videos)\n- [Kit](https://kit2.test)（Audio/Video）\n',
      finds: ['3:28 other'],
      fixed:
        '- [Silk](https://silk.test) (E-Book)\n- [Jib](https://jib.test) (E-Book)\n- [Kit](https://kit.test) (E-Book)\n- [Gaff](https://gaff.test) (HTML, PDF)\n- [Foil](https://foil.test) (series - 10 videos)\n- [Kit](https://kit2.test)（Audio/Video）\n',
      note: 'Punctuation within a kind.',
    },
    {
      text: '- [Silk](https://silk.test) (Video)\n- [Jib](https://jib.test) (Videos)\n',
      finds: [],
      note: 'Neither spelling is used more.',
    },
    {
      text: '- [Silk (red)](https://silk.test)\n- [Jib (Red)](https://jib.test)\n',
      finds: [],
      note: 'Colors are not kinds.',
    },
  ],
  check({ list, options, report }) {
    const usual = options.kinds.length > 0 ? spellings(options.kinds) : learnt(list);
    for (const entry of list.entries) {
      const { name, kind } = entry;
      if (kind === null) {
        if (options.required && entry.url !== null && entry.naming !== 'plain')
          report({ message: 'missing', at: entry.label, data: { name } });
        continue;
      }
      const expected = usual.get(lemma(kind));
      const at = kindPosition(entry, list);
      if (at === null || expected === kind) continue;
      if (expected !== undefined) {
        const edits = [{ start: at.start.offset, end: at.end.offset, text: expected }];
        report({ message: 'other', at, fix: { safe: false, edits }, data: { found: kind, expected } });
      } else if (options.kinds.length > 0) {
        report({
          message: 'unknown',
          at,
          data: { found: kind, known: options.kinds.map((one) => `\`${one}\``).join(', ') },
        });
      }
    }
  },
});

/** A kind without case and number. */
function lemma(kind: string): string {
  return kind
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^s])s$/, '')
    .replace(/ie$/, 'y');
}

function spellings(kinds: readonly string[]): ReadonlyMap<string, string> {
  return new Map(kinds.map((kind) => [lemma(kind), kind]));
}

/** The spelling of each kind that most entries have; a kind whose spellings stand even has none. */
function learnt({ entries }: List): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { kind } of entries) {
    if (kind === null) continue;
    const group = counts.get(lemma(kind)) ?? new Map<string, number>();
    counts.set(lemma(kind), group.set(kind, (group.get(kind) ?? 0) + 1));
  }
  const usual = new Map<string, string>();
  for (const [key, group] of counts) {
    const [first, second] = [...group].sort((a, b) => b[1] - a[1]);
    if (first !== undefined && first[1] > (second?.[1] ?? 0)) usual.set(key, first[0]);
  }
  return usual;
}

/** Where the kind is, in the name or right behind it. */
function kindPosition({ kind, label, body, position }: Entry, list: List): Position | null {
  const from = label.start.offset;
  const to = body?.position.start.offset ?? Math.min(position.end.offset, label.end.offset + 80);
  if (kind === null) return null;
  const source = list.text.slice(from, to);
  const at = Math.max(source.indexOf(`(${kind})`), source.indexOf(`（${kind}）`));
  return at < 0 ? null : list.place(from + at + 1, from + at + 1 + kind.length);
}
