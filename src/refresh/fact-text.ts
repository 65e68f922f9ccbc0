import type { Facts } from '../model/facts.js';
import type { RefreshField, ShownFact } from '../model/upkeep.js';

const day = 86_400_000;
const count = /^(\d[\d,]*(?:\.\d+)?)\s?([kKmM])?$/;
const date = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const version = /^(v?)(\d+(?:\.\d+){0,3}(?:[-+][\w.]+)?)$/i;

/**
 * A fact as a list writes it: in the form of what is written now, where the change counts. Null where it stays: the fact is not
 * known, the change is below the least, or what is written has another form.
 * @param others texts of the same field in other entries, for the form of large counts
 */
export function factText(
  { fact, change }: RefreshField,
  written: string,
  facts: Facts,
  others: readonly string[],
): string | null {
  const text = newText(fact, change, written, facts, others);
  return text === null || text === written ? null : text;
}

function newText(
  fact: ShownFact,
  change: number,
  written: string,
  facts: Facts,
  others: readonly string[],
): string | null {
  switch (fact) {
    case 'stars':
    case 'forks':
    case 'downloads': {
      const now =
        facts.kind === 'repository'
          ? fact === 'downloads'
            ? null
            : facts[fact]
          : fact === 'downloads'
            ? facts.downloads
            : null;
      return now === null ? null : countText(now, change, written, others);
    }
    case 'pushed':
      return facts.kind === 'repository' ? dateText(facts.pushedAt, change, written) : null;
    case 'released':
      return dateText(facts.release?.publishedAt ?? null, change, written);
    case 'version':
      return versionText(facts.release?.name ?? '', written);
    case 'license':
      return licenseText(facts.license, written);
    case 'archived':
      return null;
  }
}

function countText(now: number, change: number, written: string, others: readonly string[]): string | null {
  const found = count.exec(written);
  if (found === null) return null;
  const [, digits = '', unit = ''] = found;
  const scale = /k/i.test(unit) ? 1_000 : /m/i.test(unit) ? 1_000_000 : 1;
  const before = Number(digits.replaceAll(',', '')) * scale;
  const percent = before === 0 ? Number.POSITIVE_INFINITY : (Math.abs(now - before) / before) * 100;
  if (now === before || percent < change) return null;
  const large = [written, ...others].find((text) => now >= 1_000 && /[kKmM,]|\d{4}/.test(text)) ?? written;
  const [, model = '', suffix = ''] = count.exec(large) ?? [];
  if (suffix !== '' && now >= 1_000) {
    const unitNow = now >= 1_000_000 ? 1_000_000 : 1_000;
    const letter = unitNow === 1_000 ? 'k' : 'm';
    const decimals = /\.(\d+)/.exec(model)?.[1]?.length ?? (now / unitNow < 10 ? 1 : 0);
    const shown = (now / unitNow).toFixed(Math.min(decimals, 2)).replace(/\.0+$/, '');
    return shown + (suffix === suffix.toUpperCase() ? letter.toUpperCase() : letter);
  }
  return model.includes(',') ? String(now).replace(/\B(?=(?:\d{3})+$)/g, ',') : String(now);
}

function dateText(now: string | null, change: number, written: string): string | null {
  const found = date.exec(written);
  if (now === null || found === null) return null;
  const [, year = '', mark = '-', month, ownDay] = found;
  const before = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(ownDay ?? 1));
  if (Math.abs(Date.parse(now) - before) < change * day) return null;
  const parts = now.slice(0, 10).split('-');
  return parts.slice(0, ownDay !== undefined ? 3 : month !== undefined ? 2 : 1).join(mark);
}

function versionText(now: string, written: string): string | null {
  const before = version.exec(written);
  const after = version.exec(now);
  return before === null || after === null ? null : `${before[1] ?? ''}${after[2] ?? ''}`;
}

function licenseText(now: string | null, written: string): string | null {
  if (now === null || now === 'NONE' || now === 'NOASSERTION' || !/^[\w.+-]+(?: (?:OR|AND|WITH) [\w.+-]+)*$/.test(now))
    return null;
  return now.toLowerCase() === written.toLowerCase() ? null : now;
}
