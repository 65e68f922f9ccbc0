import type { DataFile } from '../data/data-file.js';
import type { DataPlaces } from '../data/data-places.js';
import type { Input } from '../fs/inputs.js';
import { UserError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { ReportedList, ReportLink } from '../model/report.js';
import type { Settings } from '../model/settings.js';
import type { LintedList } from './lint-list.js';
import { isKeptAsData } from './read-list.js';

/** What a run found, with places in data files for lists that are kept as data. */
export interface PlacedInData {
  readonly findings: readonly Finding[];
  readonly links: readonly ReportLink[];
  /** The data files that findings are in. */
  readonly files: readonly ReportedList[];
  /** Sentences for standard error. */
  readonly notices: readonly string[];
}

/** What placing depends on. */
interface Placing {
  readonly settingsOf: (input: Input) => Promise<Settings>;
  readonly cwd: string;
}

/** A message in which the lines of the list that it names are those of the data; of another file than the finding's with its path. */
function withDataLines(message: string, places: DataPlaces, list: string, { path }: DataFile): string {
  return message.replace(/`[^`]*`|\bon line (\d+)\b/g, (whole, number: string | undefined) => {
    if (number === undefined) return whole;
    const offset = places.offsetOf(Number(number), 1);
    const place = places.placeOf(offset, offset + 1, false);
    if (place === null) return `${whole} of ${list}`;
    const line = `on line ${place.position.start.line}`;
    return place.file.path === path ? line : `${line} of ${place.file.path}`;
  });
}

/**
 * Moves findings and links of lists that are written from data to the data: to the value where the place is in one, else to
 * the record. They stay where the list and its data differ, which a notice tells; what is moved has no fix.
 * @param further findings of no list, in its text
 */
export async function placeInData(
  linted: readonly LintedList[],
  further: readonly Finding[],
  rows: readonly ReportLink[],
  { settingsOf, cwd }: Placing,
): Promise<PlacedInData> {
  const found = { findings: [...linted.flatMap(({ findings }) => findings), ...further], links: rows };
  const places = new Map<string, DataPlaces>();
  const notices: string[] = [];
  for (const { input, list, data } of linted) {
    const settings = await settingsOf(input);
    if (!isKeptAsData(settings, list.text)) continue;
    try {
      const [{ renderSource }, { dataPlaces }] = await Promise.all([
        import('../data/render-source.js'),
        import('../data/data-places.js'),
      ]);
      const texts = new Map(data.map(({ path, after }) => [path, after]));
      const rendered = await renderSource(input.path, list.text, settings, cwd, texts);
      const entries = settings.entriesFor(input.path);
      if (rendered.text === list.text && entries !== null)
        places.set(list.path, dataPlaces(rendered, list.path, entries));
      else
        notices.push(
          `${list.path} and its data differ, so findings have places in the list; \`listwright render --check\` shows how`,
        );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      notices.push(`${error.message}; findings have places in ${list.path}`);
    }
  }
  if (places.size === 0) return { ...found, files: [], notices };
  const used = new Map<string, { readonly file: DataFile; readonly list: string }>();
  const findings = found.findings.map((finding): Finding => {
    const known = places.get(finding.path);
    const placeOf = ({ start, end }: Position) =>
      known?.placeOf(start.offset, end.offset, finding.url !== null) ?? null;
    const place = placeOf(finding);
    if (place === null) return finding;
    const { file, position } = place;
    used.set(file.path, { file, list: finding.path });
    const others = finding.places?.map(placeOf);
    const same = others?.flatMap((one) => (one?.file.path === file.path ? [one.position] : [])) ?? null;
    const message = known === undefined ? finding.message : withDataLines(finding.message, known, finding.path, file);
    return { ...finding, message, path: file.path, ...position, fix: null, places: same };
  });
  const links = found.links.map((link): ReportLink => {
    const occurrences = link.occurrences.map((one) => {
      const known = places.get(one.path);
      const offset = known?.offsetOf(one.line, one.column) ?? 0;
      const place = known?.placeOf(offset, offset + 1, true) ?? null;
      if (place === null) return one;
      const { line, column } = place.position.start;
      return { ...one, path: place.file.path, line, column };
    });
    return { ...link, occurrences };
  });
  const listOf = new Map(linted.map(({ list }) => [list.path, list]));
  const files = [...used.values()].flatMap(({ file: { path, text }, list }): readonly ReportedList[] => {
    const own = listOf.get(list);
    return own === undefined ? [] : [{ ...own, path, text, sections: 0, tiers: 0, entries: 0, outline: [] }];
  });
  return { findings, links, files, notices };
}
