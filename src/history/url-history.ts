import type { FileCommit } from '../git/file-history.js';
import { foldName } from '../text/fold-name.js';
import { addTo, groupBy } from '../text/group-by.js';
import { type LineLink, lineLinks } from '../url/line-links.js';
import { samePage } from '../url/same-page.js';

/** The commit that added or removed a URL. */
export interface UrlChange {
  readonly commit: string;
  /** Epoch milliseconds. */
  readonly date: number;
}

/** A change of the number of entries. */
export interface Step {
  readonly date: number;
  readonly added: number;
  readonly removed: number;
}

/** When the URLs of a list came and went. URLs are compared as pages (`samePage`). */
export interface UrlHistory {
  /** Since when a URL of the newest version has been there without a break; null where the history does not tell. */
  additionOf(url: string): UrlChange | null;
  /** When a URL that is gone was removed last; null for one that is there or never was. */
  removalOf(url: string): UrlChange | null;
  /** What each commit added and removed of entries, newest first; commits without such a change left out. */
  readonly steps: readonly Step[];
  /** URLs of entries that are in the newest version. */
  readonly present: number;
}

/** Follows URLs from the newest version backward. */
export interface UrlTracker {
  /** Has to come first: the newest version of the file. */
  start(head: string): void;
  /** Commits have to come newest first. */
  add(commit: FileCommit): void;
  end(): UrlHistory;
}

interface Delta {
  added: number;
  removed: number;
  label: string;
  leads: boolean;
}

/**
 * Follows the URLs of a list through its history. A URL that moves within the list stays, and so does an entry whose URL is
 * replaced under the same name by one commit.
 * @param entries URLs of the entries of the list; other URLs of the newest version are no entries
 */
export function trackUrls(entries: readonly string[]): UrlTracker {
  const counts = new Map<string, number>();
  const listed = new Set<string>();
  const others = new Set<string>();
  /** The URLs of today that a URL of before has become. */
  const later = new Map<string, string[]>();
  const additions = new Map<string, UrlChange>();
  const removals = new Map<string, UrlChange>();
  const steps: Step[] = [];
  return {
    start(head) {
      for (const line of head.split('\n'))
        for (const { url } of lineLinks(line)) counts.set(samePage(url), (counts.get(samePage(url)) ?? 0) + 1);
      const wanted = new Set(entries.map(samePage));
      for (const key of counts.keys()) {
        (wanted.has(key) ? listed : others).add(key);
        later.set(key, [key]);
      }
    },
    add({ id, date, added, removed }) {
      const deltas = deltasOf(added, removed);
      const came: (readonly [string, Delta])[] = [];
      const went: (readonly [string, Delta])[] = [];
      for (const [key, delta] of deltas) {
        const after = counts.get(key) ?? 0;
        const before = Math.max(0, after - delta.added + delta.removed);
        counts.set(key, before);
        if (after > 0 && before === 0) came.push([key, delta]);
        if (after === 0 && before > 0) went.push([key, delta]);
      }
      const replaced = replacements(came, went);
      let [plus, minus] = [0, 0];
      for (const [key, { leads }] of came) {
        const old = replaced.get(key);
        const now = later.get(key) ?? [];
        later.delete(key);
        if (old !== undefined) for (const one of now) addTo(later, old, one);
        else {
          for (const one of now) if (!additions.has(one)) additions.set(one, { commit: id, date });
          if (now.some((one) => listed.has(one)) || (leads && !others.has(key))) plus += 1;
        }
      }
      const renamed = new Set(replaced.values());
      for (const [key, { leads }] of went) {
        if (renamed.has(key)) continue;
        if (!removals.has(key) && !later.has(key)) removals.set(key, { commit: id, date });
        if (leads && !others.has(key)) minus += 1;
      }
      if (plus + minus > 0) steps.push({ date, added: plus, removed: minus });
    },
    end: () => ({
      additionOf: (url) => additions.get(samePage(url)) ?? null,
      removalOf: (url) => removals.get(samePage(url)) ?? null,
      steps,
      present: listed.size,
    }),
  };
}

function deltasOf(added: readonly string[], removed: readonly string[]): ReadonlyMap<string, Delta> {
  const deltas = new Map<string, Delta>();
  const note = ({ url, label, leads }: LineLink, side: 'added' | 'removed'): void => {
    const key = samePage(url);
    const delta = deltas.get(key) ?? { added: 0, removed: 0, label: '', leads: false };
    delta[side] += 1;
    if (delta.label === '') delta.label = label;
    delta.leads ||= leads;
    deltas.set(key, delta);
  };
  for (const line of added) for (const link of lineLinks(line)) note(link, 'added');
  for (const line of removed) for (const link of lineLinks(line)) note(link, 'removed');
  return deltas;
}

/** URLs that replace another under the same name: new URL to old. A name that several have says nothing. */
function replacements(
  came: readonly (readonly [string, Delta])[],
  went: readonly (readonly [string, Delta])[],
): ReadonlyMap<string, string> {
  const old = byLabel(went);
  const pairs = [...byLabel(came)].flatMap(([label, keys]): (readonly [string, string])[] => {
    const before = old.get(label) ?? [];
    const [next, last] = [keys[0], before[0]];
    return keys.length === 1 && before.length === 1 && next !== undefined && last !== undefined ? [[next, last]] : [];
  });
  return new Map(pairs);
}

function byLabel(changes: readonly (readonly [string, Delta])[]): ReadonlyMap<string, readonly string[]> {
  const named = changes.map(([key, { label }]) => ({ key, name: foldName(label) })).filter(({ name }) => name !== '');
  const groups = groupBy(named, ({ name }) => name);
  return new Map(Array.from(groups, ([name, group]) => [name, group.map(({ key }) => key)]));
}
