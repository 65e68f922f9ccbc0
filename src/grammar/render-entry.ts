import { hasEndMark } from '../text/sentence.js';
import {
  canBeEmpty,
  type Format,
  type FormatGroup,
  type FormatPart,
  startsWithStop,
  type TargetFormat,
} from './format.js';

/** The values of the fields of an entry, as Markdown; several for fields that are repeated. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

/** What of each field was written already. */
type Written = Map<string, number>;

/** Writes an entry by its format; null where a field that it needs has no value. */
export function renderEntry({ parts }: Pick<Format, 'parts'>, values: FieldValues): string | null {
  return renderParts(parts, values, new Map());
}

function renderParts(parts: readonly FormatPart[], values: FieldValues, written: Written): string | null {
  let text = '';
  /** A separator that waits for the next part that is there, and whether one was there before it. */
  let waiting: string | null = null;
  let inSeries = false;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'between') {
      if (inSeries) waiting = part.text;
      continue;
    }
    const own = renderPart(part, parts[index - 1], text, values, written);
    if (own === null) return null;
    const adjoins = parts[index - 1]?.kind === 'between' || parts[index + 1]?.kind === 'between';
    if (own !== '') {
      text += (waiting ?? '') + own;
      waiting = null;
    }
    inSeries = adjoins && (own !== '' || inSeries);
    if (parts[index + 1]?.kind !== 'between') {
      inSeries = false;
      waiting = null;
    }
  }
  return text;
}

/** Empty for an optional part without values; null where a value is missing. */
function renderPart(
  part: FormatPart,
  before: FormatPart | undefined,
  text: string,
  values: FieldValues,
  written: Written,
): string | null {
  switch (part.kind) {
    case 'text':
    case 'between':
      // A field that ends a sentence itself has no period after it.
      return before?.kind === 'field' && startsWithStop(part.text) && hasEndMark(text) ? part.text.slice(1) : part.text;
    case 'field':
      return take(part.name, values, written);
    case 'group':
      return renderGroup(part, values, written);
    case 'image':
    case 'link': {
      const inner = renderParts(part.inner, values, written);
      const target = renderTarget(part.target, values, written);
      if (inner === null || target === null) return null;
      return `${part.kind === 'image' ? '!' : ''}[${inner}](${target})`;
    }
    default: {
      const mark = { code: '`', bold: '**', emphasis: '*' }[part.kind];
      const inner = renderParts(part.inner, values, written);
      return inner === null ? null : mark + inner + mark;
    }
  }
}

function renderGroup({ optional, repeated, inner }: FormatGroup, values: FieldValues, written: Written): string | null {
  const last = inner.at(-1);
  const between = repeated && last?.kind === 'between' ? last.text : '';
  const body = between === '' ? inner : inner.slice(0, -1);
  const rounds: string[] = [];
  while (rounds.length === 0 || repeated) {
    const before = new Map(written);
    const text = hasValues(body, values, written) ? renderParts(body, values, written) : null;
    if (text === null || text === '') {
      restore(written, before);
      break;
    }
    rounds.push(text);
    if (sameCounts(written, before)) break;
  }
  return rounds.length === 0 && !optional ? null : rounds.join(between);
}

/** True where a part has a field with a value that is not written yet. */
function hasValues(parts: readonly FormatPart[], values: FieldValues, written: Written): boolean {
  const isLeft = (name: string): boolean => (values[name]?.length ?? 0) > (written.get(name) ?? 0);
  return parts.some((part) => {
    if (part.kind === 'field') return isLeft(part.name);
    if ('target' in part && part.target.field !== null && isLeft(part.target.field)) return true;
    return 'inner' in part && hasValues(part.inner, values, written);
  });
}

function take(name: string, values: FieldValues, written: Written): string | null {
  const count = written.get(name) ?? 0;
  const value = Object.hasOwn(values, name) ? values[name]?.[count] : undefined;
  if (value === undefined || value === '') return null;
  written.set(name, count + 1);
  return value;
}

function renderTarget({ before, field, after }: TargetFormat, values: FieldValues, written: Written): string | null {
  const value = field === null ? '' : take(field, values, written);
  if (value === null) return null;
  const target = before + value + after;
  return /[\s<>]|\([^()]*$|^[^()]*\)/.test(target) ? `<${target.replace(/[<>\r\n]/g, encodeURIComponent)}>` : target;
}

function restore(written: Written, before: ReadonlyMap<string, number>): void {
  written.clear();
  for (const [name, count] of before) written.set(name, count);
}

function sameCounts(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return [...one].every(([name, count]) => other.get(name) === count);
}

/** The fields that every entry of a format has. */
export function requiredFields(parts: readonly FormatPart[]): readonly string[] {
  return parts.flatMap((part): readonly string[] => {
    if (canBeEmpty(part)) return [];
    if (part.kind === 'field') return [part.name];
    const inner = 'inner' in part ? requiredFields(part.inner) : [];
    return 'target' in part && part.target.field !== null ? [...inner, part.target.field] : inner;
  });
}
