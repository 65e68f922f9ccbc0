import { sorted, sortingKey } from '../rule-kit/sorting.js';
import type { DataItem, DataSection } from './data-section.js';

/** Sorts what is in a section and below it by a field; blocks and tables stay, and what is between two of them is sorted. */
export function sortItems(section: DataSection, field: string, lang: string | null): void {
  for (const one of section.sections) sortItems(one, field, lang);
  section.items.splice(0, section.items.length, ...inOrder(section.items, field, lang));
}

function inOrder(items: readonly DataItem[], field: string, lang: string | null): readonly DataItem[] {
  const done: DataItem[] = [];
  let run: DataItem[] = [];
  const finish = (): void => {
    const keys = run.map((item) =>
      sortingKey(item.kind === 'entry' ? (item.values.get(field)?.[0]?.text ?? '') : item.value.text, []),
    );
    done.push(...sorted(keys, lang).order.flatMap((index) => run[index] ?? []));
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'block' || item.kind === 'table') {
      finish();
      done.push(item);
    } else run.push({ ...item, nested: inOrder(item.nested, field, lang) });
  }
  finish();
  return done;
}

/** Sorts the sections below one by their titles. */
export function sortSections(section: DataSection, lang: string | null): void {
  for (const one of section.sections) sortSections(one, lang);
  const before = [...section.sections];
  const keys = before.map(({ title }) => sortingKey(title, []));
  section.sections.splice(0, before.length, ...sorted(keys, lang).order.flatMap((index) => before[index] ?? []));
}
