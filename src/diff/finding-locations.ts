import type { Finding } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import type { Point, Position } from '../model/position.js';
import { firstFrom } from '../text/document-order.js';

/** One place that a finding speaks of, and what is there. */
export interface FindingLocation {
  readonly finding: Finding;
  readonly place: Position;
  readonly entry: Entry | null;
  /** The text of the place, blanks as one. */
  readonly text: string;
  /** The line that the place begins in, blanks as one; empty for a finding about the file as a whole. */
  readonly line: string;
}

/** The places that findings of a list speak of, each by itself: one finding may stand for many. */
export function locationsOf(findings: readonly Finding[], list: List): readonly FindingLocation[] {
  return findings.flatMap((finding) =>
    [finding, ...(finding.places ?? [])].map(({ start, end }): FindingLocation => {
      const place = { start, end };
      const text = once(list.text.slice(start.offset, end.offset));
      const whole = start.offset === 0 && end.offset === 0;
      return { finding, place, entry: entryAt(list, place), text, line: whole ? '' : lineAt(list, start) };
    }),
  );
}

/** Spots by the finding that speaks of them, in their order. */
export function byFinding(spots: readonly FindingLocation[]): ReadonlyMap<Finding, readonly FindingLocation[]> {
  const found = new Map<Finding, FindingLocation[]>();
  for (const spot of spots) if (found.get(spot.finding)?.push(spot) === undefined) found.set(spot.finding, [spot]);
  return found;
}

/**
 * The finding as it speaks of some of its places alone; null for none. Its fix is narrowed too where each edit lies in one
 * place, and is dropped where edits cannot be distinguished.
 */
export function narrowPlaces(finding: Finding, spots: readonly FindingLocation[]): Finding | null {
  const [first, ...rest] = spots;
  const all = 1 + (finding.places?.length ?? 0);
  if (first === undefined || spots.length === all) return first === undefined ? null : finding;
  const { start, end } = first.place;
  const places = rest.length === 0 ? null : rest.map((spot) => spot.place);
  return { ...finding, start, end, places, fix: narrowedFix(finding, spots) };
}

function narrowedFix({ fix, start, end, places }: Finding, spots: readonly FindingLocation[]): Finding['fix'] {
  if (fix === null) return null;
  const all = [{ start, end }, ...(places ?? [])];
  const holds = (place: Position, edit: { readonly start: number; readonly end: number }): boolean =>
    place.start.offset <= edit.start && edit.end <= place.end.offset;
  if (fix.edits.some((edit) => all.filter((place) => holds(place, edit)).length !== 1)) return null;
  const edits = fix.edits.filter((edit) => spots.some(({ place }) => holds(place, edit)));
  return edits.length === 0 ? null : { ...fix, edits };
}

/** The innermost entry around a place, or that shares its line: blanks at the end of a line are outside of the entry. */
export function entryAt(list: List, { start, end }: Position): Entry | null {
  const next = firstFrom(list.entries, start.offset + 1);
  const last = list.entries[next - 1];
  for (let node: Entry['parent'] | undefined = last; node?.type === 'entry'; node = node.parent) {
    if (start.offset < node.position.end.offset) return node;
  }
  // A place that reaches beyond its line, as a section does, is about more than the entry.
  if (end.line > start.line && end.column > 1) return null;
  if (last !== undefined && last.position.end.line === start.line) return last;
  const following = list.entries[next];
  return following?.position.start.line === start.line ? following : null;
}

function lineAt({ text }: List, { offset, column }: Point): string {
  const rest = text.slice(offset, offset + 10_000);
  const end = rest.search(/[\r\n]/);
  return once(text.slice(offset - column + 1, offset + (end < 0 ? rest.length : end)));
}

function once(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
