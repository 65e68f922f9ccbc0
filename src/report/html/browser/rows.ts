/** A row of the page with all that filters ask of it. */
interface Row {
  readonly element: HTMLElement;
  readonly verdict: string;
  readonly rules: readonly string[];
  readonly sections: readonly number[];
  /** In lower case; read from the page when someone searches first. */
  text: string | null;
}

/** A fold of rows, and how it stood before anybody filtered. */
interface Group {
  readonly element: HTMLDetailsElement;
  /** Its rows by the lists they stand in. */
  readonly lists: readonly { readonly element: HTMLElement; readonly rows: readonly Row[] }[];
  wasOpen: boolean;
}

/** Which rows are to be seen; what is empty or null lets all pass. */
export interface RowFilter {
  readonly verdict: string;
  /** Its number among the rules. */
  readonly rule: string;
  /** The numbers of a section and of the last one inside it. */
  readonly section: readonly [first: number, last: number] | null;
  /** Words that all have to stand in the row. */
  readonly words: readonly string[];
}

/** The rows of the page, in their order. */
export interface Rows {
  readonly total: number;
  /** Shows what is requested and unfolds where it is; gives how many rows that are. */
  show(wanted: RowFilter): number;
  /** The rows that can be seen now. */
  seen(): readonly HTMLElement[];
}

/** Reads the rows of the page once. */
export function readRows(main: HTMLElement): Rows {
  const groups = [...main.querySelectorAll<HTMLDetailsElement>('details.group')].map(readGroup);
  const total = groups.flatMap(({ lists }) => lists).reduce((sum, { rows }) => sum + rows.length, 0);
  let filtered = false;
  return {
    total,
    show(wanted) {
      const filters = wanted.verdict !== '' || wanted.rule !== '' || wanted.section !== null || wanted.words.length > 0;
      let shown = 0;
      for (const group of groups) {
        if (filters && !filtered) group.wasOpen = group.element.open;
        let found = 0;
        for (const { element, rows } of group.lists) {
          let here = 0;
          for (const row of rows) {
            const fits = !filters || matches(row, wanted);
            if (fits) here += 1;
            if (row.element.hidden === fits) row.element.hidden = !fits;
          }
          // The height of a list that is not drawn is detected by its number of rows.
          element.style.setProperty('--rows', String(here));
          element.hidden = here === 0;
          found += here;
        }
        group.element.hidden = found === 0;
        const open = filters ? found > 0 : group.wasOpen;
        if ((filters || filtered) && group.element.open !== open) group.element.open = open;
        shown += found;
      }
      for (const section of main.querySelectorAll<HTMLElement>(':scope > section'))
        section.hidden = section.querySelector('details.group:not([hidden])') === null;
      main.classList.toggle('filtered', filters);
      filtered = filters;
      return shown;
    },
    seen: () =>
      groups
        .filter(({ element }) => element.open && !element.hidden)
        .flatMap(({ lists }) => lists.flatMap(({ rows }) => rows.map(({ element }) => element)))
        .filter(({ hidden }) => !hidden),
  };
}

function readGroup(element: HTMLDetailsElement): Group {
  const { v: verdict = '', r: rule } = element.dataset;
  const readRow = (row: HTMLElement): Row => {
    const { r = rule, s = '' } = row.dataset;
    const sections = s === '' ? [] : s.split(' ').map(Number);
    return { element: row, verdict, rules: r?.split(' ') ?? [], sections, text: null };
  };
  const lists = [...element.querySelectorAll<HTMLElement>('.rows')].map((list) => ({
    element: list,
    rows: ([...list.children] as HTMLElement[]).map(readRow),
  }));
  return { element, lists, wasOpen: element.open };
}

function matches(row: Row, { verdict, rule, section, words }: RowFilter): boolean {
  if (verdict !== '' && row.verdict !== verdict) return false;
  if (rule !== '' && !row.rules.includes(rule)) return false;
  if (section !== null && !row.sections.some((at) => section[0] <= at && at <= section[1])) return false;
  if (words.length === 0) return true;
  row.text ??= (row.element.textContent ?? '').toLowerCase();
  const { text } = row;
  return words.every((word) => text.includes(word));
}
