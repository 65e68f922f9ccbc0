import { Parser } from 'htmlparser2';

/** An element with its attributes decoded, and the text directly in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Open[];
  text: string;
}

/** Reads XML and throws where it is not well formed (XML 1.0, section 2.1), which the parser alone would forgive. */
export function readXml(xml: string): Element {
  const wrong = (why: string): never => {
    throw new Error(`not well formed: ${why}`);
  };
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) wrong('a character XML may not hold');
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')) wrong('no declaration');
  const body = xml.slice(xml.indexOf('?>') + 2);
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(body)) wrong('an ampersand that stands alone');
  if (body.includes(']]>')) wrong('the end of CDATA in text');
  // Every `<` begins a whole tag whose attributes are quoted; nothing else may hold one.
  const tag = /<(?:\/[\w-]+\s*|[\w-]+(?:\s+[\w-]+="[^"<]*")*\s*\/?)>/g;
  if (/[<>]/.test(body.replace(tag, ''))) wrong('a tag that is none');
  for (const [each] of body.matchAll(tag)) {
    const names = [...each.matchAll(/\s([\w-]+)="/g)].map((match) => match[1]);
    if (new Set(names).size < names.length) wrong('an attribute twice');
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Open = { name, attributes: { ...attributes }, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (data) => {
        const last = open.at(-1);
        if (last !== undefined) last.text += data;
      },
      onclosetag: (name, implied) => {
        const last = open.pop();
        const empty = last?.children.length === 0 && last.text === '';
        if (last?.name !== name || (implied && !empty)) wrong(`${name} is not closed where it was opened`);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(body);
  const [root] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || root === undefined || top.text.trim() !== '')
    return wrong('not one element around all');
  return root;
}
