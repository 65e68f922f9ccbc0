import * as v from 'valibot';
import type { Block } from '../src/model/markdown.js';
import type { Problem } from '../src/model/rule.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { opaque, proseRanges } from '../src/rule-kit/prose.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { type UnpairedMark, unpairedMarks } from './balanced-punctuation/unpaired.js';

const messages = {
  open: 'Unclosed {quoted}; close it with `{partner}` or remove it',
  close: 'Unmatched {quoted}; remove it or add a matching `{partner}`',
  shape: '{quoted} closes a bracket of another shape; use `{partner}`',
  apostrophe: 'The opening quotation mark {quoted} is used as an apostrophe; use `{partner}`',
} as const;

export default defineRule({
  id: 'balanced-punctuation',
  topic: 'text',
  summary: 'Close every bracket and quotation mark',
  why: 'An unmatched bracket or quotation mark confuses readers, and is often a sign of missing words or a broken link.',
  severity: {
    strict: 'error',
    awesome: 'warning',
    list: 'warning',
    roadmap: 'warning',
    minimal: 'off',
    default: 'warning',
  },
  fix: 'suggest',
  supersededBy: ['no-mojibake', 'entry-link-syntax', 'references-resolve', 'url-wellformed'],
  messages,
  options: v.object({
    single: v.optional(
      v.pipe(v.boolean(), v.description('Check single quotation marks (`‘` and `’`) too; they double as apostrophes.')),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { single: true } },
  examples: [
    {
      text: '- [Foil](https://foil.example/) - Loud (and **fast kite.\n- [Silk](https://silk.example/) - Costly) cloth.\n- [Jib](https://jib.example/) - The "best one.\n',
      finds: ['1:40 open', '2:41 close', '3:37 open'],
    },
    {
      text: '- [Foil](https://foil.example/) - Loud [and fast) kite.\n- [Silk](https://silk.example/) - Costly) cloth (dear.\n',
      finds: ['1:49 shape', '2:41 close'],
      fixed:
        '- [Foil](https://foil.example/) - Loud [and fast] kite.\n- [Silk](https://silk.example/) - Costly) cloth (dear.\n',
      note: 'A bracket that is closed by one of another shape.',
    },
    {
      text: '- [Foil](https://foil.example/) - It‘s loud.\n',
      finds: ['1:37 apostrophe'],
      fixed: '- [Foil](https://foil.example/) - It’s loud.\n',
    },
    {
      text: '- [Foil](https://foil.example/) - Sounds like the ‘sea at night.\n- [Silk](https://silk.example/) - Costly ’ cloth.\n',
      options: { single: true },
      finds: ['1:51 open', '2:42 close'],
    },
    {
      text: '- [Foil](https://foil.example/) - A ‘loud’ kite, the kites’ own, in ’98, ’tis said.\n',
      options: { single: true },
      finds: [],
      note: 'Quotations that are closed, and apostrophes.',
    },
    {
      text: '- [絹](https://silk.example/) - 軽い「布。\n- [帆](https://sail.example/) - 古い（良い)帆。\n\n| Kite | Says |\n| --- | --- |\n| Foil | loud) and “clear |\n',
      finds: ['1:34 open', '6:14 close', '6:20 open'],
      note: 'Wide and narrow brackets match; each table cell is separate.',
    },
    {
      text: '- [Foil](https://foil.example/) - See ([the *shop*](https://shop.example/a(b)) and `f(`).\n- [Screen](https://screen.example/) - A 27" kite, 6\' long, "large".\n- [Knots](https://knots.example/) - a) tie, b) pull; 1) rest :)\n',
      finds: [],
      note: 'Code, inches and feet, list numbers and emoticons.',
    },
    {
      text: '- [Foil](https://foil.example/) - « Bruyant ! », « vite ».\n- [Silk](https://silk.example/) - „Leicht“ und „teuer”, »fein«.\n- [帆](https://sail.example/) - 《风》与“帆”。\n- [Wind](https://wind.example/) - Menu » Kites » Loud ones.\n',
      finds: [],
      note: 'Quotation marks of many languages; alone they are arrows.',
    },
    {
      text: 'Kites (those\n\n- with sails,\n- without)\n\nfly in [0, 1) of the wind, and ’tis the kites’ day (…\n',
      finds: [],
      note: 'A bracket around a list, an interval, apostrophes, and a text that is cut off.',
    },
  ],
  check({ list, options, report }) {
    const found: Found[] = [];
    let order = 0;
    for (const { text, block, place, exact } of proseRanges(list)) {
      order += 1;
      for (const { index, mark, lacks, partner } of marksIn(text, options.single)) {
        const at = place(index, index + 1);
        if (at === null) continue;
        const near = quotation(text, index, (offset) => place(offset, offset + 1)?.start.offset);
        const quoted = `\`${mark}\`${/[\p{L}\p{N}]/u.test(near) ? ` in \`${near}\`` : ''}`;
        const data = { quoted, partner };
        const edits = [{ start: at.start.offset, end: at.end.offset, text: partner }];
        const replaces = lacks === 'apostrophe' || lacks === 'shape';
        const fix = replaces && exact(index, index + 1) ? { safe: false, edits } : null;
        const message = lacks === 'closing' ? 'open' : lacks === 'opening' ? 'close' : lacks;
        found.push({ problem: { message, at, data, fix }, mark, block, order });
      }
    }
    for (const [index, one] of found.entries()) {
      if (!isAround(one, found[index + 1]) && !isAround(found[index - 1], one)) report(one.problem);
    }
  },
});

/**
 * The words around an offset as they are next to each other in the file (a link or code ends them), at most 60 characters, never
 * cut inside a word that is shorter than that.
 */
function quotation(range: string, at: number, offsetOf: (index: number) => number | undefined): string {
  const here = offsetOf(at) ?? 0;
  const isNext = (index: number): boolean => range[index] !== opaque && offsetOf(index) === here + index - at;
  let start = at;
  while (start > 0 && at - start < 60 && isNext(start - 1)) start -= 1;
  let end = at + 1;
  while (end < range.length && end - at < 60 && isNext(end)) end += 1;
  const text = range.slice(start, end);
  const index = at - start;
  const before = text.slice(Math.max(0, index - 20), index);
  const after = text.slice(index, index + 20);
  // Cut between words; within one that is longer, such as a URL, before a part of its path.
  const from = index <= 20 ? before : /\s/.test(before) ? before.replace(/^\S*\s+/, '') : endOfWord(text, index);
  const to = index + 20 >= text.length ? after : /\s/.test(after) ? after.replace(/\s+\S*$/, '') : `${after}…`;
  return (from + to)
    .replaceAll('`', "'")
    .replace(/\s+/g, ' ')
    .replace(/^[ :–—-]+/, '')
    .trim();
}

/** The end of a long word before an offset. */
function endOfWord(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 40), index);
  if (/\s/.test(before)) return before.replace(/^.*\s/s, '');
  if (index <= 40) return before;
  return `…${before.includes('/') ? before.replace(/^[^/]*/, '') : before.replace(/^[\p{L}\p{N}]*[^\p{L}\p{N}]+/u, '')}`;
}

interface Found {
  readonly problem: Problem<typeof messages>;
  readonly mark: string;
  readonly block: Block;
  readonly order: number;
}

/** True when one mark opens and the other closes around a few paragraphs or a list. */
function isAround(opener: Found | undefined, closer: Found | undefined): boolean {
  if (opener === undefined || closer === undefined || closer.order - opener.order > 12) return false;
  const { problem: one, block } = opener;
  const { problem: other, mark } = closer;
  if (one.message !== 'open' || other.message !== 'close' || one.data.partner !== mark) return false;
  return opener.order !== closer.order && (block.items === 0 || block.items < closer.block.items);
}

function marksIn(text: string, single: boolean): readonly UnpairedMark[] {
  const lone = unpairedMarks(text);
  const quote = single && lone.length === 0 ? loneSingle(text) : null;
  return quote === null ? lone : [...lone, quote];
}

/** The first single quotation mark without a partner. Behind or before a letter or a digit `’` may be an apostrophe. */
function loneSingle(text: string): UnpairedMark | null {
  let open: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/[‘’]/g)) {
    if (mark === '‘') {
      if (open !== null) break;
      open = index;
    } else if (open === null && !/[\p{L}\p{N}]’$|’[\p{L}\p{N}]/u.test(text.slice(Math.max(0, index - 1), index + 2))) {
      return /[\p{L}\p{N}]/u.test(text[index - 1] ?? '') ? null : { index, mark, lacks: 'opening', partner: '‘' };
    } else if (open !== null && !/[\p{L}\p{N}]/u.test(text[index + 1] ?? '')) open = null;
  }
  return open === null ? null : { index: open, mark: '‘', lacks: 'closing', partner: '’' };
}
