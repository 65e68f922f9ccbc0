import type { List } from '../../src/model/list.js';
import { canonical } from '../../src/url/canonical.js';
import { samePage } from '../../src/url/same-page.js';
import { withoutTracking } from '../../src/url/tracking.js';
import type { Checker } from './lint.js';

/** What the safe fixes of a list do that they must not; empty when all is well. */
export async function fixLaw(checker: Checker, text: string, path: string): Promise<readonly string[]> {
  const once = await checker.fix(text, path);
  if (once.applied === 0) return [];
  const troubles: string[] = [];
  const twice = await checker.fix(once.text, path);
  if (twice.text !== once.text) troubles.push(`a second run applies ${twice.applied} more fixes`);
  const [before, after] = [await checker.read(text, path), await checker.read(once.text, path)];
  const left = new Set(wordsOf(after));
  const lost = [...new Set(wordsOf(before))].filter((word) => !left.has(word));
  if (lost.length > 0) troubles.push(`words lost: ${lost.slice(0, 12).join(' ')}`);
  const gone = missing(urlsOf(before), urlsOf(after));
  if (gone.length > 0) troubles.push(`addresses lost: ${gone.slice(0, 5).join(' ')}`);
  const names = missing(namesOf(before), namesOf(after));
  if (names.length > 0) troubles.push(`entries lost: ${names.slice(0, 5).join(' | ')}`);
  return troubles;
}

/** What stands less often in the second than in the first. */
function missing(before: readonly string[], after: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of after) counts.set(one, (counts.get(one) ?? 0) + 1);
  return before.filter((one) => {
    const left = (counts.get(one) ?? 0) - 1;
    counts.set(one, left);
    return left < 0;
  });
}

/** Words that readers see, but those of the contents, which a fix makes anew, and of addresses. */
function wordsOf({ texts, contents, sections }: List): readonly string[] {
  const made = [
    ...contents,
    ...sections.filter(({ role }) => role === 'contents').map((one) => ({ position: one.heading })),
  ];
  return texts.flatMap(({ text, position: { start } }) => {
    const isMade = made.some(
      ({ position }) => position.start.offset <= start.offset && start.offset < position.end.offset,
    );
    const plain = text.replace(/https?:\/\/\S+/g, ' ').toLowerCase();
    return isMade ? [] : (plain.match(/[\p{L}\p{N}]+/gu) ?? []);
  });
}

/** Addresses as the pages they lead to; those of fragments are made anew with the headings. */
function urlsOf({ links }: List): readonly string[] {
  return links
    .filter((link) => link.place !== 'contents' && link.sort === 'web')
    .map((link) => samePage(canonical(withoutTracking(link.url).url)?.url ?? withoutTracking(link.url).url));
}

function namesOf({ entries }: List): readonly string[] {
  return entries.map(({ name }) => name.replace(/[.:,]$/, '').trim()).filter((name) => !/^https?:/.test(name));
}
