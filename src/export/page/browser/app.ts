import { startFilters, wordsOf } from '../../../report/html/browser/filter-form.js';
import { readParts } from './parts.js';

const form = document.querySelector<HTMLFormElement>('form.filters');
const main = document.querySelector<HTMLElement>('main');
if (form !== null && main !== null) start(form, main);

function start(form: HTMLFormElement, main: HTMLElement): void {
  const parts = readParts(main);
  const search = form.querySelector<HTMLInputElement>('input[name="text"]');
  const selects = [...form.querySelectorAll('select')];
  const facets = selects.filter(({ name }) => name !== 'section');
  const section = selects.find(({ name }) => name === 'section');

  const filters = startFilters({
    ...{ form, main, total: parts.total, seen: parts.seen },
    fields: [...(search === null ? [] : [search]), ...selects],
    links: [...document.querySelectorAll<HTMLAnchorElement>('.map a')],
    totalText: `${parts.total.toLocaleString('en')} ${parts.total === 1 ? 'entry' : 'entries'}`,
    isCurrent: ({ hash }) => section?.value !== '' && hash === `#s-${section?.value}`,
    show() {
      const place = section?.selectedOptions[0];
      return parts.show({
        words: wordsOf(search),
        section: place === undefined || place.value === '' ? null : [Number(place.value), Number(place.dataset.last)],
        facets: facets.map((facet) => facet.selectedOptions[0]?.dataset.i ?? ''),
      });
    },
  });
  addEventListener('hashchange', () => {
    // A section of the outline is scrolled to, whatever was filtered before.
    if (/^#s-\d+$/.test(location.hash)) {
      filters.empty();
      filters.apply();
      document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'start' });
    } else filters.read();
  });
  if (/^#s-\d+$/.test(location.hash)) filters.apply();
  else filters.read();
}
