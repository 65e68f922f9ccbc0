import { UserError } from '../model/errors.js';
import {
  type ConnectTo,
  type HostHeader,
  type LinkOption,
  type LinkOptionValues,
  linkOptionList,
  repeatableKinds,
  type StatusRange,
} from '../model/link-options.js';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads `15s`, `500ms`, `1d` into milliseconds. `name` is the option as its user wrote it; throws a UserError that says so.
 * @param longest what is longer is refused
 */
export function readDuration(name: string, text: string, longest?: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text.trim());
  const unit = units[match?.[2] ?? ''];
  if (match?.[1] === undefined || unit === undefined) {
    throw new UserError(
      `${name}: invalid duration "${text}"; use a number with a unit, such as 500ms, 15s, 5m, 2h or 1d`,
    );
  }
  const duration = Number(match[1]) * unit;
  if (longest !== undefined && duration > readDuration(name, longest))
    throw new UserError(`${name}: "${text}" is too long; use at most ${longest}`);
  return duration;
}

/** Reads `200..299,403` into inclusive ranges of status codes. */
export function readCodes(name: string, text: string): readonly StatusRange[] {
  return text.split(',').map((part) => {
    const match = /^\s*(\d{3})(?:\s*\.\.\s*(\d{3}))?\s*$/.exec(part);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || from < 100 || to > 999 || from > to) {
      throw new UserError(`${name}: invalid status code or range "${part.trim()}"; use codes such as 200..299,403`);
    }
    return { from, to };
  });
}

/** Reads a regular expression, written bare or as `/pattern/flags`. */
export function readPattern(name: string, text: string): RegExp {
  const slashed = /^\/(.+)\/([dimsu]*)$/s.exec(text);
  try {
    return slashed ? new RegExp(slashed[1] ?? '', slashed[2]) : new RegExp(text);
  } catch (error) {
    const why = (error as Error).message.replace(/^.*:\s*/s, '').toLowerCase();
    throw new UserError(`${name}: invalid regular expression "${text}": ${why}`);
  }
}

/** Reads `host=name: value`. */
export function readHeader(name: string, text: string): HostHeader {
  const match = /^([^=\s]+)=([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined || /[\r\n\0]/.test(match[3])) {
    // The value may be a secret.
    const shown = /^[^=:]*[=:]?/.exec(text)?.[0] ?? '';
    const rest = shown.length < text.length ? '…' : '';
    throw new UserError(`${name}: invalid value "${shown}${rest}"; use "host=name: value"`);
  }
  return { host: match[1].toLowerCase(), name: match[2], value: match[3] };
}

/** Reads curl's `host:port:host2:port2`; IPv6 addresses stand in brackets, empty parts match any. */
export function readConnectTo(name: string, text: string): ConnectTo {
  const match = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):(\d*)$/.exec(text);
  if (!match)
    throw new UserError(`${name}: invalid value "${text}"; use host:port:host2:port2, where host or port may be empty`);
  const bare = (host = ''): string => host.replace(/^\[|\]$/g, '').toLowerCase();
  return { host: bare(match[1]), port: match[2] ?? '', toHost: bare(match[3]), toPort: match[4] ?? '' };
}

/** Reads `i/n`, 1-based. */
export function readShard(name: string, text: string): { readonly index: number; readonly count: number } {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > count || count > 1000) {
    throw new UserError(
      `${name}: invalid shard "${text}"; use i/n with i from 1 to n, such as 2/4 for the second of four parts`,
    );
  }
  return { index, count };
}

/** Reads a whole number of at least `least`. */
export function readCount(name: string, value: string | number, least: number): number {
  const number = typeof value === 'number' ? value : /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UserError(`${name}: invalid value "${value}"; use an integer ≥ ${least}`);
  }
  return number;
}

/** Reads a tag of a language (BCP 47), like `de` or `pt-BR`. */
export function readLanguage(name: string, text: string): string {
  try {
    Intl.getCanonicalLocales(text);
    return text;
  } catch {
    throw new UserError(`${name}: invalid language tag "${text}"; use one such as en, de or pt-BR`);
  }
}

/** Reads the User-Agent header: one line that a header can hold (RFC 9110, section 5.5). */
export function readHeaderText(name: string, text: string): string {
  if (text.trim() === '' || /[^\t\x20-\x7E\xA0-\xFF]/.test(text))
    throw new UserError(`${name}: not valid in a header; use one line of ASCII characters`);
  return text;
}

/** Reads one value of each kind of link option. */
const readers: Readonly<Record<LinkOption['kind'], (name: string, value: string, option: LinkOption) => unknown>> = {
  count: (name, value, { least = 0 }) => readCount(name, value, least),
  adaptiveCount: (name, value, { least = 0 }) => readCount(name, value, least),
  duration: (name, value, { longest }) => readDuration(name, value, longest),
  switch: (_, value) => value,
  text: readHeaderText,
  file: (_, value) => value,
  optionalFile: (_, value) => value,
  patterns: readPattern,
  headers: readHeader,
  connections: readConnectTo,
  codes: readCodes,
  shard: readShard,
};

/** Reads the options for links, and fills in their defaults. `nameOf` is what messages call an option; throws UserErrors. */
export function readLinkOptions(
  raw: Readonly<Record<string, unknown>>,
  nameOf: (key: string) => string,
): LinkOptionValues {
  const values = linkOptionList.map(([key, option]): [string, unknown] => {
    const given = raw[key] ?? option.default;
    const read = (value: unknown) => readers[option.kind](nameOf(key), value as string, option);
    if (repeatableKinds.has(option.kind)) return [key, (given === undefined ? [] : [given].flat()).map(read)];
    if (given === undefined) return [key, option.kind === 'switch' ? false : null];
    return [key, read(given)];
  });
  // The kinds of the table say what each reader gives.
  return Object.fromEntries(values) as unknown as LinkOptionValues;
}
