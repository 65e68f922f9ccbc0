import { UserError } from '../model/errors.js';
import type { AnyRule } from '../model/rule.js';
import { type PruneSettings, type RefreshField, type ShownFact, shownFacts } from '../model/upkeep.js';
import { didYouMean } from '../text/did-you-mean.js';
import { oneOf } from '../text/one-of.js';
import type { RawOptions, RawPrune } from './config-file.js';

/** What `prune` does unless the configuration says otherwise. */
export const pruneDefaults = { limit: 50, keepDays: 365 } as const;

/** Reads `prune`. `name` is what messages call it; throws UserErrors. */
export function readPrune(raw: RawPrune | undefined, name: string, rules: readonly AnyRule[]): PruneSettings {
  const { broken = true, archived = false, silent, rules: named = {}, moveTo, record, limit, keepDays } = raw ?? {};
  const judging = rules.filter(({ reads }) => reads === 'facts').map(({ id }) => String(id));
  for (const id of Object.keys(named))
    if (!judging.includes(id))
      throw new UserError(
        `${name}.rules: "${id}" is not a rule about facts${didYouMean(id, judging)}; use ${oneOf(judging)}`,
      );
  if (record !== undefined && !isInside(record))
    throw new UserError(`${name}.record: "${record}" is not a path below the folder of the configuration`);
  return {
    broken,
    archived: archived === false ? null : archived === true ? 0 : archived,
    silent: silent ?? null,
    rules: new Map(Object.entries(named)),
    moveTo: moveTo ?? null,
    record: record?.replace(/^(?:\.\/)+/, '') ?? null,
    limit: limit ?? pruneDefaults.limit,
    keepDays: keepDays ?? pruneDefaults.keepDays,
  };
}

/** A relative path of a text file that git tracks as such. */
function isInside(path: string): boolean {
  const parts = path.replace(/^(?:\.\/)+/, '').split('/');
  return (
    !/[\u0000-\u001f\\:]/.test(path) &&
    parts.every((part) => part !== '' && part !== '..' && part !== '.' && part !== '.git')
  );
}

/** Reads `refresh`. `name` is what messages call it; throws UserErrors. */
export function readRefresh(raw: RawOptions['refresh'], name: string): readonly RefreshField[] {
  return Object.entries(raw ?? {}).map(([field, said]) => {
    const { fact = field, change = 0 } = typeof said === 'number' ? { change: said } : said;
    const known = shownFacts.find((one) => one === fact);
    if (known === undefined)
      throw new UserError(
        `${name}.${field}: \`fact\` is missing, since "${field}" is not the name of one; use ${oneOf(shownFacts)}`,
      );
    return { field, fact: known satisfies ShownFact, change };
  });
}
