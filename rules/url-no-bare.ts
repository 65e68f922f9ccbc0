import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Link, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: 'url-no-bare',
  topic: 'urls',
  summary: 'Write every URL as a link',
  why: 'Some renderers do not link a bare URL, and others include the comma or bracket after it.',
  severity: { strict: 'warning', awesome: 'info', list: 'info', roadmap: 'info', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['markup'],
  supersededBy: ['entry-link-syntax', 'references-resolve', 'no-placeholder', 'url-wellformed'],
  messages: {
    bare: 'Bare URL; write `<{url}>` or `[text](URL)`',
    bracket: 'The bare URL `{url}` includes an unmatched bracket; write `<{better}>` or `[text](URL)`',
    many: '{count} bare URLs (first: `{url}`); write `<URL>` or `[text](URL)`',
  },
  options: v.object({
    style: v.optional(
      v.pipe(
        v.picklist(['never', 'consistent']),
        v.description(
          '`never` reports every bare URL, `consistent` those in entries, and none in a list that has more than five.',
        ),
      ),
      'never',
    ),
    ...scopeOptions,
  }),
  presetOptions: {
    awesome: { style: 'consistent' },
    strict: { style: 'never' },
    list: { style: 'consistent' },
    roadmap: { style: 'consistent' },
  },
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
      note: 'An example of input.',
    },
    {
      text: '# 凧\n\n詳しくは https://kites.example/を見る。\n',
      finds: ['3:6 bare'],
      note: 'Where the URL ends is not certain.',
    },
    {
      text: '# Kites\n\nThe award (https://kites.example/2020/)for more, and https://kites.example/a(b)c.\n',
      finds: ['3:12 bracket', '3:54 bare'],
      fixed: '# Kites\n\nThe award (https://kites.example/2020/)for more, and <https://kites.example/a(b)c>.\n',
    },
    {
      text: `# Kites\n\n${'- https://kites.example/\n'.repeat(6)}`,
      options: { style: 'consistent' },
      finds: [],
      note: 'The list writes its links this way.',
    },
    {
      text: '# Kites\n\nMore at https://kites.example/plans.\n\n- [Silk](https://silk.example/) - From https://worm.example/.\n',
      options: { style: 'consistent' },
      finds: ['5:40 bare'],
      fixed:
        '# Kites\n\nMore at https://kites.example/plans.\n\n- [Silk](https://silk.example/) - From <https://worm.example/>.\n',
      note: 'GitHub makes a link of a URL in a sentence.',
    },
    {
      text: '# Kites\n\nAsk www.kites.example or fly@kites.example.\n',
      finds: [],
      note: 'Names in a sentence.',
    },
    {
      text: '# Kites\n\nSee https://silk.example(https://foil.example) and https://jib.example/a_(b).\n',
      finds: ['3:5 bare', '3:52 bare'],
      fixed: '# Kites\n\nSee https://silk.example(https://foil.example) and <https://jib.example/a_(b)>.\n',
      note: 'The first is two URLs.',
    },
    {
      text: '# Kites\n\nSee https://silk.example/?q=x[Foil](https://foil.example) and https://jib.example/ [Kit](https://kit.example).\n',
      finds: ['3:63 bare'],
      fixed:
        '# Kites\n\nSee https://silk.example/?q=x[Foil](https://foil.example) and <https://jib.example/> [Kit](https://kit.example).\n',
      note: 'A link touches the first.',
    },
    {
      text: '# Kites\n\n- [Silk] (https://silk.example/) - Costly.\n- (Foil)[https://foil.example/]\n',
      finds: [],
      note: '`entry-link-syntax` reports this.',
    },
    {
      text: '# Kites\n\n<a href="https://kites.example/">Kites</a>\n\n[k]: https://kites.example/\n\n[k]\n',
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    const all = list.links.filter((link) => link.form === 'literal' && link.sort === 'web' && isPlain(list, link));
    if (options.style === 'consistent' && all.length > 5) return;
    // In a sentence GitHub makes a link of it.
    const isMeant = (link: Link): boolean => link.entry === null && withoutBracket(link.url) === link.url;
    const bare = options.style === 'consistent' ? all.filter((link) => !isMeant(link)) : all;
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
      const better = withoutBracket(link.url);
      const found = { at: link.position, link };
      if (better !== link.url) report({ ...found, message: 'bracket', data: { url: link.url, better } });
      else report({ ...found, message: 'bare', data: { url: link.url }, fix: bracketed(list, link) });
    }
  },
});

/** True for an address with a scheme that is neither the remains of a broken link nor what a tool makes of another. */
function isPlain({ text }: List, { position, url }: Link): boolean {
  const { start, end } = position;
  const before = text.slice(Math.max(0, start.offset - 9), start.offset);
  const after = text.slice(end.offset, end.offset + 9);
  if (!/^https?:\/\//i.test(text.slice(start.offset, start.offset + 8))) return false;
  // GitHub takes a link that touches it into the URL; other readers of Markdown do not.
  if (url.includes('[') || after.startsWith('[')) return false;
  if (/(?:\][ \t]?[([]|\)\[|[<"'=])[ \t]*$/.test(before) || after.startsWith('>')) return false;
  return !/(?:[→⇒]|[-=]>)[ \t]*$/.test(before) && !/^[ \t]*(?:[→⇒]|[-=]>)/.test(after);
}

/** The URL up to a bracket that closes nothing. */
function withoutBracket(url: string): string {
  let depth = 0;
  for (const [index, character] of [...url].entries()) {
    if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return [...url].slice(0, index).join('');
  }
  return url;
}

/** Angle brackets take the URL unchanged: one with an escape is left alone, and one that may include what is written after it. */
function bracketed({ text }: List, { url, position }: Link): Fix | null {
  const { start, end } = position;
  const written = text.slice(start.offset, end.offset);
  if (written !== url || withoutBracket(url) !== url || /[^!-~]|[<>\\]|&\w+;|[([]https?:/i.test(written)) return null;
  return {
    safe: true,
    edits: [
      { start: start.offset, end: start.offset, text: '<' },
      { start: end.offset, end: end.offset, text: '>' },
    ],
  };
}
