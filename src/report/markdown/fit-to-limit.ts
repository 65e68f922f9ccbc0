import { countText, plural } from '../../text/plural.js';

/** A piece of a page that is shown whole or not at all. */
export interface MarkdownItem {
  readonly text: string;
  /** How many findings it reports. */
  readonly count: number;
}

/** Items and what is before and behind them. */
export interface MarkdownSection {
  readonly open: string;
  readonly items: readonly MarkdownItem[];
  readonly close: string;
}

/** Puts chapters below a head in at most `limit` UTF-16 units: what does not fit is left out whole, from the last chapter up, and the page ends with how much that is. */
export function fitToLimit(head: string, chapters: readonly MarkdownSection[], limit: number): string {
  const all = chapters.flatMap(({ items }) => items).reduce((sum, { count }) => sum + count, 0);
  const whole = head + chapters.map(({ open, items, close }) => open + items.map(textOf).join('') + close).join('');
  if (whole.length <= limit) return whole;
  let remaining = limit - head.length - leftOut(all, limit).length;
  if (remaining < 0) return leftOut(all, limit).length <= limit ? leftOut(all, limit) : '';
  let page = head;
  let left = 0;
  for (const { open, items, close } of chapters) {
    let shown = '';
    let frame = open.length + close.length;
    for (const { text, count } of items) {
      if (text.length + frame > remaining) {
        left += count;
        continue;
      }
      remaining -= text.length + frame;
      frame = 0;
      shown += text;
    }
    if (shown !== '') page += open + shown + close;
  }
  return page + leftOut(left, limit);
}

function leftOut(count: number, limit: number): string {
  const which = plural(count, 'finding is', 'findings are');
  return `**${which} left out**, because the limit is ${countText(limit)} characters; run listwright to see all.\n`;
}

function textOf({ text }: MarkdownItem): string {
  return text;
}
