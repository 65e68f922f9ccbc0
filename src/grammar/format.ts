import { UserError } from '../model/errors.js';

/** A part of a format. */
export type FormatPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'link' | 'image'; readonly inner: readonly FormatPart[]; readonly target: TargetFormat }
  | { readonly kind: 'code' | 'bold' | 'emphasis'; readonly inner: readonly FormatPart[] }
  | FormatGroup
  /** Text that is written only between two parts that are there. */
  | { readonly kind: 'between'; readonly text: string };

/** `{?…}`, `{+…}` or `{*…}`. */
export interface FormatGroup {
  readonly kind: 'group';
  readonly optional: boolean;
  readonly repeated: boolean;
  readonly inner: readonly FormatPart[];
}

/** The target of a link or image: a field with fixed text around it, or fixed text alone. */
export interface TargetFormat {
  readonly before: string;
  /** Null for fixed text alone. */
  readonly field: string | null;
  readonly after: string;
}

/** A format that was read. */
export interface Format {
  /** As written in the configuration. */
  readonly source: string;
  /** The bullet with its space, and a checkbox; empty for none. */
  readonly lead: string;
  readonly parts: readonly FormatPart[];
}

/** Formats may be this long, in UTF-16 units, and groups this deep. */
const [longest, deepest] = [2_000, 5];
const leads = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const fieldName = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Reads a format. Throws a UserError that says where it is wrong; `where` is the option that it is in. */
export function readFormat(source: string, where: string): Format {
  if (source.length > longest) throw new UserError(`${where}: the format is longer than ${longest} characters`);
  const lead = leads.exec(source)?.[0] ?? '';
  const reader = new FormatReader(source.trimEnd(), lead.length, where);
  const parts = reader.parts(null, 0);
  if (parts.length === 0) throw new UserError(`${where}: the format is empty`);
  return { source, lead: lead.trimStart(), parts };
}

/** A format as contributors read it: without its bullet and braces, each field by its name. */
export function plainFormat({ parts }: Pick<Format, 'parts'>): string {
  return parts.map((part, index) => plainPart(part, index === parts.length - 1)).join('');
}

function plainPart(part: FormatPart, isLast: boolean): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'between':
      return isLast ? `${part.text}…` : part.text;
    case 'field':
      return part.name;
    case 'group': {
      const inner = plainFormat({ parts: part.inner });
      // Readers do not look for an optional space.
      return part.optional && inner.trim() === '' ? '' : inner;
    }
    case 'image':
    case 'link': {
      const { before, field, after } = part.target;
      const mark = part.kind === 'image' ? '!' : '';
      return `${mark}[${plainFormat({ parts: part.inner })}](${before}${field ?? ''}${after})`;
    }
    default: {
      const mark = { code: '`', bold: '**', emphasis: '*' }[part.kind];
      return mark + plainFormat({ parts: part.inner }) + mark;
    }
  }
}

/** True for a text that begins with a period of any script: after a field, another mark that ends a sentence is as good. */
export function startsWithStop(text: string): boolean {
  return /^[.。।]/.test(text);
}

/** True for a name that a field may have. */
export function isFieldName(name: string): boolean {
  return fieldName.test(name) && !(name in {});
}

/** Reads a format from left to right, once. */
class FormatReader {
  readonly #text: string;
  readonly #where: string;
  #at: number;

  constructor(text: string, at: number, where: string) {
    this.#text = text;
    this.#at = at;
    this.#where = where;
  }

  /** The parts up to `close`, which is passed over; null reads to the end. */
  parts(close: string | null, depth: number): FormatPart[] {
    if (depth > deepest) this.#fail(`groups are nested more than ${deepest} deep`);
    const opened = this.#at;
    const found: FormatPart[] = [];
    let text = '';
    const push = (part: FormatPart): void => {
      if (text !== '') found.push({ kind: 'text', text });
      text = '';
      found.push(part);
    };
    while (close === null || !this.#text.startsWith(close, this.#at)) {
      if (this.#at >= this.#text.length) {
        if (close === null) break;
        this.#at = opened;
        this.#fail(`\`${close}\` is missing`);
      }
      const part = this.#part(depth);
      if (typeof part === 'string') text += part;
      else push(part);
    }
    if (text !== '') found.push({ kind: 'text', text });
    this.#at += close?.length ?? 0;
    return found;
  }

  /** The next part, or a character of text. */
  #part(depth: number): FormatPart | string {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    const [sign = ''] = rest;
    if (sign === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) {
      this.#at += 2;
      return rest.slice(1, 2);
    }
    if (sign === '{') return this.#braces(depth);
    if (sign === '}') this.#fail('`}` has no `{`; write `\\}` for the character');
    if (rest.startsWith('![') && this.#linkEnd(this.#at + 1) > 0) return this.#link('image', depth);
    if (sign === '[' && this.#linkEnd(this.#at) > 0) return this.#link('link', depth);
    if (sign === '`' && this.#text.includes('`', this.#at + 1)) return this.#framed('code', '`', depth);
    const strong = /^(?:\*\*|__)(?=\S)/.exec(rest)?.[0];
    if (strong !== undefined && this.#closes(strong)) return this.#framed('bold', strong, depth);
    const emphasis = /^[*_](?=[^\s*_])/.exec(rest)?.[0];
    if (emphasis !== undefined && this.#closes(emphasis)) return this.#framed('emphasis', emphasis, depth);
    const point = this.#text.codePointAt(this.#at) ?? 0;
    const character = String.fromCodePoint(point);
    this.#at += character.length;
    return character;
  }

  #closes(mark: string): boolean {
    return this.#text.indexOf(mark, this.#at + mark.length + 1) > 0;
  }

  #framed(kind: 'code' | 'bold' | 'emphasis', mark: string, depth: number): FormatPart {
    this.#at += mark.length;
    return { kind, inner: this.parts(mark, depth + 1) };
  }

  #braces(depth: number): FormatPart {
    const [, sign = ''] = this.#text.slice(this.#at, this.#at + 2);
    if (sign === '?' || sign === '+' || sign === '*') {
      this.#at += 2;
      const inner = this.parts('}', depth + 1);
      if (inner.every(canBeEmpty) && !inner.some(({ kind }) => kind === 'between'))
        this.#fail(`a part in \`{${sign}…}\` must not be optional as a whole`);
      return { kind: 'group', optional: sign !== '+', repeated: sign !== '?', inner };
    }
    const end = this.#text.indexOf('}', this.#at);
    if (end < 0) this.#fail('`{` has no `}`; write `\\{` for the character');
    const inside = this.#text.slice(this.#at + 1, end);
    if (inside !== '' && !/[\p{L}\p{N}{]/u.test(inside)) {
      this.#at = end + 1;
      return { kind: 'between', text: inside };
    }
    if (!isFieldName(inside))
      this.#fail(
        `\`{${inside}}\` is not a field; a name has letters, digits, \`-\` and \`_\`, and starts with a letter`,
      );
    this.#at = end + 1;
    return { kind: 'field', name: inside };
  }

  #link(kind: 'link' | 'image', depth: number): FormatPart {
    this.#at += kind === 'image' ? 2 : 1;
    const inner = this.parts('](', depth + 1);
    const start = this.#at;
    const end = this.#targetEnd(start);
    if (end < 0) this.#fail('the target of the link has no `)`');
    const target = this.#text.slice(start, end);
    const field = /^([^{}\s]*)(?:\{([^{}]*)\}([^{}\s]*))?$/.exec(target);
    const name = field?.[2] ?? null;
    if (field === null || (name !== null && !isFieldName(name)))
      this.#fail(`\`${target}\` is not a target; write one field, such as \`{url}\`, with text around it if need be`);
    this.#at = end + 1;
    return { kind, inner, target: { before: field?.[1] ?? '', field: name, after: field?.[3] ?? '' } };
  }

  #targetEnd(start: number): number {
    let open = 0;
    for (let at = start; at < this.#text.length; at++) {
      const sign = this.#text[at];
      if (sign === '(') open++;
      else if (sign === ')' && open-- === 0) return at;
    }
    return -1;
  }

  /** Where the text of a link that opens here ends, if it is a link; -1 for a bracket that is text. */
  #linkEnd(at: number): number {
    let open = 0;
    for (let index = at; index < this.#text.length; index++) {
      const sign = this.#text[index];
      if (sign === '\\') index++;
      else if (sign === '[') open++;
      else if (sign === ']' && --open === 0) return this.#text[index + 1] === '(' ? index : -1;
    }
    return -1;
  }

  #fail(why: string): never {
    throw new UserError(`${this.#where}: ${why} (at character ${this.#at + 1} of the format)`);
  }
}

/** True for a part that may be left out. */
export function canBeEmpty(part: FormatPart): boolean {
  return part.kind === 'between' || (part.kind === 'group' && part.optional);
}
