import * as v from 'valibot';
import type { Entry, List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'entry-kind',
  topic: 'entries',
  summary: 'Spell the kinds of entries in one way',
  why: 'Readers search a list for "(Video)"; what is called "(Videos)" or "(video)" there is not found.',
  severity: { awesome: 'off', list: 'off', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    other: '`{name}` is a "{found}" where most are a "{expected}"; write "{expected}"',
    unknown: '`{name}` is a "{found}", which is none of the kinds of this list; use one of {known}',
    missing: '`{name}` does not say what kind of thing it is; add its kind in parentheses',
  },
  options: v.object({
    kinds: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('The kinds as they are to be written; empty learns them from the list.'),
      ),
      [],
    ),
    required: v.optional(v.pipe(v.boolean(), v.description('Ask for a kind on every entry.')), false),
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
      note: 'Another kind is no other spelling.',
    },
    {
      text: '- [Silk](https://silk.test) (Video)\n- [Jib](https://jib.test) (Videos)\n',
      finds: [],
      note: 'One against one is no vocabulary.',
    },
    {
      text: '- [Silk (red)](https://silk.test)\n- [Jib (Red)](https://jib.test)\n',
      finds: [],
      note: 'What is in parentheses is no kind there.',
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
        report({ message: 'other', at, fix: { safe: false, edits }, data: { name, found: kind, expected } });
      } else if (options.kinds.length > 0) {
        report({ message: 'unknown', at, data: { name, found: kind, known: options.kinds.join(', ') } });
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

/** Where the kind stands, in the name or right behind it. */
function kindPosition({ kind, label, body, position }: Entry, list: List): Position | null {
  const from = label.start.offset;
  const to = body?.position.start.offset ?? Math.min(position.end.offset, label.end.offset + 80);
  const at =
    kind === null
      ? -1
      : list.text.slice(from, to).search(new RegExp(`[(（]${kind.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}[)）]`, 'u'));
  return kind === null || at < 0 ? null : list.place(from + at + 1, from + at + 1 + kind.length);
}
