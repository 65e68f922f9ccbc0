import { Parser } from 'htmlparser2';

/** An element of a page: its attributes decoded, all text in it, and those around it by name. */
export interface Met {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly within: readonly Met[];
}

/** Elements that have no end tag (HTML, section 13.1.2). */
const empty = new Set(['meta', 'input', 'br', 'img', 'link', 'hr', 'rect']);

/** Reads a page and throws where an element is not closed where it was opened, which a browser would forgive. */
export function readDocument(page: string): readonly Met[] {
  const met: Met[] = [];
  const open: Met[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes: { ...attributes }, text: '', within: [...open] };
      met.push(element);
      open.push(element);
    },
    ontext(words) {
      for (const element of open) element.text += words;
    },
    onclosetag(name, implied) {
      const last = open.pop();
      if (last?.name !== name || (implied && !empty.has(name)))
        throw new Error(`${name} is not closed where it was opened; ${last?.name} is open`);
    },
  });
  parser.end(page);
  if (open.length > 0) throw new Error(`${open.at(-1)?.name} is never closed`);
  return met;
}
