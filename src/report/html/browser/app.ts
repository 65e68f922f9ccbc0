import { type FilterField, startFilters, wordsOf } from './filter-form.js';
import { readRows } from './rows.js';

const form = document.querySelector<HTMLFormElement>('form.filters');
const main = document.querySelector<HTMLElement>('main');
if (form !== null && main !== null) start(form, main);

function start(form: HTMLFormElement, main: HTMLElement): void {
  const rows = readRows(main);
  const control = (name: string) => form.elements.namedItem(name) as FilterField | null;
  const fields = ['text', 'verdict', 'rule', 'section'].flatMap((name) => control(name) ?? []);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="="]')].filter(({ hash }) => hash !== '');
  const chosen = (name: string): string => control(name)?.value ?? '';
  const option = (name: string) => {
    const field = control(name);
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.dataset ?? {}) : {};
  };
  /** The filter that a link sets. */
  const filterOf = ({ hash }: HTMLAnchorElement): readonly [name: string, value: string] =>
    [...new URLSearchParams(hash.slice(1))][0] ?? ['', ''];

  const filters = startFilters({
    ...{ form, main, fields, links, total: rows.total, totalText: `${rows.total.toLocaleString('en')} rows` },
    seen: rows.seen,
    isCurrent(link) {
      const [name, value] = filterOf(link);
      return chosen(name) === value;
    },
    show() {
      const section = chosen('section');
      return rows.show({
        verdict: chosen('verdict'),
        rule: option('rule').i ?? '',
        section: section === '' ? null : [Number(section), Number(option('section').last)],
        words: wordsOf(control('text')),
      });
    },
  });
  for (const link of links)
    link.addEventListener('click', (event) => {
      const [name, value] = filterOf(link);
      const field = control(name);
      if (field === null) return;
      event.preventDefault();
      field.value = field.value === value ? '' : value;
      filters.change();
      form.scrollIntoView({ block: 'start' });
    });
  addEventListener('hashchange', filters.read);
  addEventListener('beforeprint', () => {
    for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.panel')) panel.open = true;
  });
  filters.read();
}
