import type { FormatDeparture } from '../../src/model/list.js';
import { groupBy } from '../../src/text/group-by.js';
import { problemOf } from './words.js';

/** One finding: its message, and the departures that it is about. */
export interface FormatFinding {
  readonly message: string;
  readonly departures: readonly FormatDeparture[];
}

/** One finding for each departure, or for those of one kind where more than `foldOver` entries have them. */
export function findingsOf(all: readonly FormatDeparture[], foldOver: number): readonly FormatFinding[] {
  const groups = groupBy(all, ({ kind, field, format, safe }) => `${kind} ${safe} ${field} ${format}`);
  return [...groups.values()].flatMap((group) => {
    if (byEntry(group).length <= foldOver) return group.map(single);
    if (problemOf(group) !== null) return [{ message: 'many-values', departures: group }];
    const alike = [...groupBy(group, ({ expected }) => expected).values()];
    const [large, small] = [true, false].map((isLarge) =>
      alike.filter((one) => byEntry(one).length > foldOver === isLarge),
    );
    const rest = (small ?? []).flat();
    return [
      ...(large ?? []).map((departures) => ({ message: manyAlike(departures), departures })),
      ...(byEntry(rest).length > foldOver ? [{ message: 'many', departures: rest }] : rest.map(single)),
    ];
  });
}

/** Departures by the entry that they are of; those of tables are single. */
export function byEntry(departures: readonly FormatDeparture[]): readonly (readonly FormatDeparture[])[] {
  return [...groupBy(departures, (one) => one.entry ?? one).values()];
}

function single(one: FormatDeparture): FormatFinding {
  return { message: messageOf(one), departures: [one] };
}

/** The message for a departure; spaces would not be seen in a quotation. */
function messageOf({ kind, found, expected }: FormatDeparture): string {
  if (kind === 'unexpected' && found.trim() === '') return 'extra-space';
  if (kind === 'missing' && expected.trim() === '') return 'missing-space';
  return kind === 'other' && found.replace(/\s/g, ' ') === expected ? 'other-space' : kind;
}

/** The message for departures in place of the same text. */
function manyAlike(departures: readonly FormatDeparture[]): string {
  const messages = new Set(departures.map(messageOf));
  const [only] = messages;
  if (messages.size > 1) return 'many';
  return { missing: 'many-missing', other: 'many-other', 'extra-space': 'many-spaces' }[only ?? ''] ?? 'many';
}
