/** An entry with all that filters ask of it. */
interface Row {
  readonly element: HTMLElement;
  /** The number of its value for each facet; empty for none. */
  readonly facets: readonly string[];
  /** In lower case; read from the page when someone searches first. */
  text: string | null;
}

/** The entries of one section, or of one tier in it. */
interface Part {
  readonly element: HTMLElement;
  /** The numbers of its section and of the last one inside it; null outside of sections. */
  readonly section: readonly [first: number, last: number] | null;
  /** The titles above it, in lower case. */
  readonly titles: string;
  readonly lists: readonly { readonly element: HTMLElement; readonly rows: readonly Row[] }[];
}

/** Which entries are to be seen; what is empty or null lets all pass. */
export interface EntryFilter {
  readonly words: readonly string[];
  readonly section: readonly [first: number, last: number] | null;
  readonly facets: readonly string[];
}

/** The entries of the page, in their order. */
export interface Parts {
  readonly total: number;
  /** Shows what is requested, without headings that nothing is left of; gives how many entries that are. */
  show(wanted: EntryFilter): number;
  /** The entries that can be seen now. */
  seen(): readonly HTMLElement[];
}

/** Reads the entries of the page once. */
export function readParts(main: HTMLElement): Parts {
  const parts = withTitlesAround([...main.querySelectorAll<HTMLElement>('section.part')].map(readPart));
  const total = parts.flatMap(({ lists }) => lists).reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    total,
    show(wanted) {
      const filters = wanted.words.length > 0 || wanted.section !== null || wanted.facets.some((value) => value !== '');
      main.classList.toggle('filtered', filters);
      /** By section, the entries that are shown. */
      const found = new Map<number, number>();
      let shown = 0;
      for (const { section, titles, lists } of parts) {
        const inside = isInside(section, wanted.section);
        let here = 0;
        for (const { element, rows } of lists) {
          let listed = 0;
          for (const row of rows) {
            const fits = inside && (!filters || matches(row, titles, wanted));
            if (fits) listed += 1;
            if (row.element.hidden === fits) row.element.hidden = !fits;
          }
          // The height of a list that is not drawn follows from its number of entries.
          element.style.setProperty('--rows', String(listed));
          if (element.hidden !== (listed === 0)) element.hidden = listed === 0;
          here += listed;
        }
        if (section !== null) found.set(section[0], (found.get(section[0]) ?? 0) + here);
        shown += here;
      }
      for (const { element, section, lists } of parts) {
        const own = lists.some((list) => !list.element.hidden);
        const below = section !== null && isHeading(element) && anyIn(found, section);
        const hides = filters && !own && !below;
        if (element.hidden !== hides) element.hidden = hides;
      }
      return shown;
    },
    seen: () =>
      parts
        .flatMap(({ lists }) => lists.flatMap(({ rows }) => rows.map(({ element }) => element)))
        .filter(({ hidden }) => !hidden),
  };
}

function readPart(element: HTMLElement): Part {
  const { s, last } = element.dataset;
  const lists = [...element.querySelectorAll<HTMLElement>('.rows')].map((list) => ({
    element: list,
    rows: ([...list.children] as HTMLElement[]).map(
      (row): Row => ({ element: row, facets: row.dataset.f?.split(',') ?? [], text: null }),
    ),
  }));
  const titles = [...element.querySelectorAll('.tier')].map(({ textContent }) => textContent ?? '').join(' ');
  return {
    element,
    section: s === undefined ? null : [Number(s), Number(last ?? s)],
    titles: titles.toLowerCase(),
    lists,
  };
}

/** A part of a section is found by the titles of the sections around it too. */
function withTitlesAround(parts: readonly Part[]): readonly Part[] {
  const around: { readonly last: number; readonly title: string }[] = [];
  return parts.map((part) => {
    if (part.section === null) return part;
    const [first, last] = part.section;
    while ((around.at(-1)?.last ?? first) < first) around.pop();
    const title = part.element.querySelector('.title')?.textContent ?? null;
    if (title !== null) around.push({ last, title: title.toLowerCase() });
    return { ...part, titles: `${around.map((one) => one.title).join(' ')} ${part.titles}` };
  });
}

function isHeading(element: HTMLElement): boolean {
  return element.querySelector('.title') !== null;
}

function isInside(section: Part['section'], wanted: EntryFilter['section']): boolean {
  return wanted === null || (section !== null && wanted[0] <= section[0] && section[0] <= wanted[1]);
}

function anyIn(found: ReadonlyMap<number, number>, [first, last]: readonly [number, number]): boolean {
  for (let at = first; at <= last; at += 1) if ((found.get(at) ?? 0) > 0) return true;
  return false;
}

function matches(row: Row, titles: string, { words, facets }: EntryFilter): boolean {
  if (facets.some((value, index) => value !== '' && row.facets[index] !== value)) return false;
  if (words.length === 0) return true;
  row.text ??= `${row.element.textContent} ${row.element.querySelector('a')?.href ?? ''}`.toLowerCase();
  const { text } = row;
  return words.every((word) => text.includes(word) || titles.includes(word));
}
