import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

export default defineRule({
  id: 'url-no-bare',
  topic: 'urls',
  summary: 'Mark every address as a link',
  why: 'A bare address becomes a link on some pages only, and often with the comma or bracket that follows it.',
  severity: { awesome: 'warning', list: 'warning', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['markup'],
  supersededBy: ['entry-link-syntax', 'references-resolve', 'no-placeholder', 'url-wellformed'],
  messages: {
    bare: '`{url}` stands bare; write `[what it is]({url})` or `<{url}>`',
    many: '{count} addresses stand bare, `{url}` the first of them; write `[what it is](address)` or `<address>`',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '# Kites\n\nMore at https://kites.example/plans, all free.\n\n- [Silk](https://silk.example/) - From https://worm.example/?a=1&b=2.\n',
      finds: ['3:9 bare', '5:40 bare'],
      fixed:
        '# Kites\n\nMore at <https://kites.example/plans>, all free.\n\n- [Silk](https://silk.example/) - From <https://worm.example/?a=1&b=2>.\n',
    },
    {
      text: '# Kites\n\n- https://kites.example/\n- Silk (https://silk.example/)\n',
      finds: ['3:3 bare', '4:9 bare'],
      fixed: '# Kites\n\n- <https://kites.example/>\n- Silk (<https://silk.example/>)\n',
    },
    {
      text: `# Kites\n\n${'- https://kites.example/\n'.repeat(21)}`,
      finds: ['3:3 many'],
      fixed: `# Kites\n\n${'- <https://kites.example/>\n'.repeat(21)}`,
    },
    {
      text: '# Kites\n\nMore at <https://kites.example/>, `https://code.example/` and [here](https://here.example/).\n',
      finds: [],
    },
    {
      text: '# Kites\n\n- [https://kites.example/](https://kites.example/) - Its text may be an address.\n',
      finds: [],
    },
    {
      text: '# Kites\n\n- [Short](https://short.example/) - Makes https://kites.example/long → k.example.\n',
      finds: [],
      note: 'A sample.',
    },
    {
      text: '# 凧\n\n詳しくは https://kites.example/を見る。\n',
      finds: ['3:6 bare'],
      note: 'A person has to say where it ends.',
    },
    {
      text: '# Kites\n\nAsk www.kites.example or fly@kites.example.\n',
      finds: [],
      note: 'Names that a sentence speaks of.',
    },
    {
      text: '# Kites\n\n- [Silk] (https://silk.example/) - Costly.\n- (Foil)[https://foil.example/]\n',
      finds: [],
      note: 'Broken links are for entry-link-syntax.',
    },
    {
      text: '# Kites\n\n<a href="https://kites.example/">Kites</a>\n\n[k]: https://kites.example/\n\n[k]\n',
      finds: [],
    },
  ],
  check({ list, foldOver, report }) {
    const bare = list.links.filter((link) => link.form === 'literal' && link.sort === 'web' && isPlain(list, link));
    const [first] = bare;
    if (first === undefined) return;
    if (bare.length > foldOver) {
      const edits = bare.flatMap((link) => bracketed(list, link)?.edits ?? []);
      report({
        message: 'many',
        at: first.position,
        places: bare.slice(1).map((link) => link.position),
        data: { count: bare.length, url: first.url },
        fix: edits.length === 0 ? null : { safe: true, edits },
      });
      return;
    }
    for (const link of bare) {
      report({ message: 'bare', at: link.position, link, data: { url: link.url }, fix: bracketed(list, link) });
    }
  },
});

/** True for an address with a scheme that is neither the remains of a broken link nor what a tool makes of another. */
function isPlain({ text }: List, { position }: Link): boolean {
  const { start, end } = position;
  const before = text.slice(Math.max(0, start.offset - 9), start.offset);
  const after = text.slice(end.offset, end.offset + 9);
  if (!/^https?:\/\//i.test(text.slice(start.offset, start.offset + 8))) return false;
  if (/(?:\][ \t]?[([]|\)\[|[<"'=])[ \t]*$/.test(before) || after.startsWith('>')) return false;
  return !/(?:[→⇒]|[-=]>)[ \t]*$/.test(before) && !/^[ \t]*(?:[→⇒]|[-=]>)/.test(after);
}

/** Angle brackets take the address as it stands: one with an escape is left, and one that may have run into the words behind it. */
function bracketed({ text }: List, { url, position }: Link): Fix | null {
  const { start, end } = position;
  const written = text.slice(start.offset, end.offset);
  if (written !== url || /[^!-~]|[<>\\]|&\w+;/.test(written)) return null;
  return {
    safe: true,
    edits: [
      { start: start.offset, end: start.offset, text: '<' },
      { start: end.offset, end: end.offset, text: '>' },
    ],
  };
}
