import { listenToKeys } from '../../../report/html/browser/keys.js';
import { readParts } from './parts.js';

const form = document.querySelector<HTMLFormElement>('form.filters');
const main = document.querySelector<HTMLElement>('main');
if (form !== null && main !== null) start(form, main);

function start(form: HTMLFormElement, main: HTMLElement): void {
  const parts = readParts(main);
  const shown = form.querySelector('output');
  const nothing = main.querySelector<HTMLElement>('.none');
  const clearing = form.querySelector<HTMLElement>('button.clear');
  const help = form.querySelector<HTMLDetailsElement>('.keys');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.map a')];
  const search = form.querySelector<HTMLInputElement>('input[name="text"]');
  const selects = [...form.querySelectorAll('select')];
  const facets = selects.filter(({ name }) => name !== 'section');
  const section = selects.find(({ name }) => name === 'section');
  const usesKeys = form.querySelector<HTMLInputElement>('input[name="keys"]');
  const fields = [...(search === null ? [] : [search]), ...selects];

  /** Shows what the fields ask for, and says how many entries these are. */
  const apply = (): void => {
    const place = section?.selectedOptions[0];
    const count = parts.show({
      words: (search?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean),
      section: place === undefined || place.value === '' ? null : [Number(place.value), Number(place.dataset.last)],
      facets: facets.map((facet) => facet.selectedOptions[0]?.dataset.i ?? ''),
    });
    const any = fields.some(({ value }) => value !== '');
    for (const field of fields) field.classList.toggle('used', field.value !== '');
    for (const link of links) {
      if (section?.value !== '' && link.hash === `#s-${section?.value}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const total = `${parts.total.toLocaleString('en')} ${parts.total === 1 ? 'entry' : 'entries'}`;
    if (shown !== null) shown.textContent = any ? `${count.toLocaleString('en')} of ${total}` : total;
    if (nothing !== null) nothing.hidden = count > 0 || parts.total === 0;
    if (clearing !== null) clearing.hidden = !any;
  };

  /** Keeps the filters in the address, so that it can be passed on. */
  const keep = (): void => {
    const state = new URLSearchParams();
    for (const { name, value } of fields) if (value !== '') state.set(name, value);
    if (usesKeys?.checked === false) state.set('keys', 'off');
    const hash = state.toString();
    history.replaceState(null, '', hash === '' ? location.href.replace(/#.*$/s, '') : `#${hash}`);
  };

  const read = (): void => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = state.get(field.name) ?? '';
      // A value that no option has leaves a select without one.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    if (usesKeys !== null) usesKeys.checked = state.get('keys') !== 'off';
    apply();
  };

  const change = (): void => {
    apply();
    keep();
  };

  const clear = (): void => {
    for (const field of fields) field.value = '';
    change();
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', change);
  for (const button of document.querySelectorAll('button.clear'))
    button.addEventListener('click', () => {
      clear();
      search?.focus();
    });
  addEventListener('hashchange', () => {
    // A section of the outline is scrolled to, whatever was filtered before.
    if (/^#s-\d+$/.test(location.hash)) {
      for (const field of fields) field.value = '';
      apply();
      document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'start' });
    } else read();
  });
  listenToKeys(document, {
    inUse: () => usesKeys?.checked ?? false,
    rows: parts.seen,
    search: () => search?.focus(),
    help() {
      if (help === null) return;
      help.open = !help.open;
      if (help.open) help.querySelector('summary')?.focus();
    },
    escape(inField) {
      if (help?.open === true) help.open = false;
      else if (inField) (document.activeElement as HTMLElement | null)?.blur();
      else if (clearing?.hidden === false) clear();
    },
  });

  // The bar's height changes with the width; what is scrolled to must not lie under it.
  const measure = (): void => {
    const height = getComputedStyle(form).position === 'sticky' ? form.offsetHeight : 0;
    document.documentElement.style.setProperty('--sticky', `${height}px`);
  };
  new ResizeObserver(measure).observe(form);
  if (matchMedia('(max-width: 62rem)').matches)
    for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.panel')) panel.open = false;
  if (/^#s-\d+$/.test(location.hash)) apply();
  else read();
}
