import { UserError } from '../model/errors.js';
import type { RuleException } from '../model/exception.js';
import { type HostHeader, type HostSettings, type LinkException, linkOptions } from '../model/link-options.js';
import { policyChecks, policyRule } from '../model/pull-request.js';
import type { AnyRule } from '../model/rule.js';
import { upkeepNames } from '../model/upkeep.js';
import { readDay } from '../text/day.js';
import { didYouMean } from '../text/did-you-mean.js';
import type { RawException } from './config-file.js';
import { readCodes, readCount, readDuration, readHeader, readPattern } from './option-parsers.js';
import type { LinkOptions, RawHostSettings, RawLinkException } from './raw-link-options.js';

/** `exclude` and `accept` apart: the plain values, and the entries for some URLs. `nameOf` is what messages call an option; throws UserErrors. */
export function readExceptions(
  raw: Pick<LinkOptions, 'exclude' | 'accept'>,
  nameOf: (key: string) => string,
): { readonly plain: Pick<LinkOptions, 'exclude' | 'accept'>; readonly exceptions: readonly LinkException[] } {
  const entriesOf = (option: 'exclude' | 'accept') =>
    [raw[option] ?? []].flat() as readonly (string | RawLinkException)[];
  const textsOf = (option: 'exclude' | 'accept') => entriesOf(option).filter((entry) => typeof entry === 'string');
  const exceptions = (['exclude', 'accept'] as const).flatMap((option) =>
    entriesOf(option).flatMap((entry) =>
      typeof entry === 'string' ? [] : [readException(option, entry, nameOf(option))],
    ),
  );
  const codes = textsOf('accept');
  return {
    plain: { exclude: textsOf('exclude'), accept: codes.length === 0 ? undefined : codes.join(',') },
    exceptions,
  };
}

function readException(option: 'exclude' | 'accept', entry: RawLinkException, name: string): LinkException {
  const { pattern, status, verdict, reason, until, recheck } = entry;
  return {
    option,
    pattern: readPattern(`${name}.pattern`, pattern),
    text: pattern,
    codes: status === undefined ? null : readCodes(`${name}.status`, String(status)),
    verdict: verdict ?? null,
    reason: reason ?? null,
    until: until === undefined ? null : readUntil(`${name}.until`, until),
    recheck: recheck === undefined ? null : readDuration(`${name}.recheck`, recheck),
  };
}

/** Reads a day as the first millisecond of it, UTC. */
function readUntil(name: string, text: string): number {
  const time = readDay(text);
  if (time === null) throw new UserError(`${name}: "${text}" is not a date; use YYYY-MM-DD, such as 2030-12-31`);
  return time;
}

/** Reads `except`. `name` is what messages call it; throws UserErrors. */
export function readRuleExceptions(
  raw: readonly RawException[],
  name: string,
  rules: readonly AnyRule[],
): readonly RuleException[] {
  const ids = [...rules.map(({ id }) => String(id)), ...policyChecks.map(policyRule), ...upkeepNames];
  return raw.map(({ match, rules: named = [], section, reason, until }, index) => {
    const of = (key: string): string => `${name}[${index}].${key}`;
    const wanted = [named].flat();
    const unknown = wanted.find((id) => !ids.includes(id));
    if (unknown !== undefined)
      throw new UserError(`${of('rules')}: unknown rule "${unknown}"${didYouMean(unknown, ids)}`);
    for (const [key, text] of Object.entries({ match, section }))
      if (text !== undefined && /^\/.+\/[a-z]*$/s.test(text)) readPattern(of(key), text);
    return {
      ...{ match, rules: wanted, section: section ?? null, reason },
      until: until === undefined ? null : readUntil(of('until'), until),
    };
  });
}

/** Reads the settings of single hosts, their headers apart. Throws UserErrors. */
export function readHosts(
  raw: Readonly<Record<string, RawHostSettings>>,
  name: string,
): { readonly hosts: ReadonlyMap<string, HostSettings>; readonly headers: readonly HostHeader[] } {
  const hosts = new Map<string, HostSettings>();
  const headers: HostHeader[] = [];
  for (const [host, { timeout, perHost, headers: extra = {}, accept }] of Object.entries(raw)) {
    const of = (key: string): string => `${name}.${host}.${key}`;
    hosts.set(host.toLowerCase(), {
      timeout: timeout === undefined ? null : readDuration(of('timeout'), timeout, linkOptions.timeout.longest),
      perHost: perHost === undefined ? null : readCount(of('perHost'), perHost, 1),
      accept: accept === undefined ? null : readCodes(of('accept'), accept),
    });
    for (const [key, value] of Object.entries(extra))
      headers.push(readHeader(of('headers'), `${host}=${key}: ${value}`));
  }
  return { hosts, headers };
}
