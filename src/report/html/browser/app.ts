import { listenToKeys } from './keys.js';
import { readRows } from './rows.js';

const fields = ['text', 'verdict', 'rule', 'section'] as const;
type Field = (typeof fields)[number];

const form = document.querySelector<HTMLFormElement>('form.filters');
const main = document.querySelector<HTMLElement>('main');
if (form !== null && main !== null) start(form, main);

function start(form: HTMLFormElement, main: HTMLElement): void {
  const rows = readRows(main);
  const shown = form.querySelector('output');
  const nothing = main.querySelector<HTMLElement>('.none');
  const clearing = form.querySelector<HTMLElement>('button.clear');
  const help = form.querySelector<HTMLDetailsElement>('.keys');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="="]')].filter(({ hash }) => hash !== '');
  const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null;
  const chosen = (name: Field): string => control(name)?.value ?? '';
  const option = (name: Field) => {
    const field = control(name);
    return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.dataset ?? {}) : {};
  };
  const inUse = (): boolean => (control('keys') as HTMLInputElement | null)?.checked ?? false;

  /** Shows what the fields ask for, and says how much it is. */
  const apply = (): void => {
    const section = chosen('section');
    const count = rows.show({
      verdict: chosen('verdict'),
      rule: option('rule').i ?? '',
      section: section === '' ? null : [Number(section), Number(option('section').last)],
      words: chosen('text').toLowerCase().split(/\s+/).filter(Boolean),
    });
    const any = fields.some((name) => chosen(name) !== '');
    for (const name of fields) control(name)?.classList.toggle('used', chosen(name) !== '');
    for (const link of links) {
      const [[key = '', value = ''] = []] = new URLSearchParams(link.hash.slice(1));
      if (chosen(key as Field) === value) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const total = `${rows.total.toLocaleString('en')} rows`;
    if (shown !== null) shown.textContent = any ? `${count.toLocaleString('en')} of ${total}` : total;
    if (nothing !== null) nothing.hidden = count > 0;
    if (clearing !== null) clearing.hidden = !any;
  };

  /** Keeps the filters in the address, so that it can be passed on. */
  const keep = (): void => {
    const state = new URLSearchParams();
    for (const name of fields) if (chosen(name) !== '') state.set(name, chosen(name));
    if (!inUse()) state.set('keys', 'off');
    const hash = state.toString();
    history.replaceState(null, '', hash === '' ? location.href.replace(/#.*$/s, '') : `#${hash}`);
  };

  const read = (): void => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const name of fields) {
      const field = control(name);
      if (field !== null) field.value = state.get(name) ?? '';
      // A value that no option has leaves a select without one.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = '';
    }
    const keys = control('keys') as HTMLInputElement | null;
    if (keys !== null) keys.checked = state.get('keys') !== 'off';
    apply();
  };

  const change = (): void => {
    apply();
    keep();
  };

  const clear = (): void => {
    for (const name of fields) {
      const field = control(name);
      if (field !== null) field.value = '';
    }
    change();
  };

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', change);
  for (const button of document.querySelectorAll('button.clear'))
    button.addEventListener('click', () => {
      clear();
      control('text')?.focus();
    });
  for (const link of links)
    link.addEventListener('click', (event) => {
      const [[key = '', value = ''] = []] = new URLSearchParams(link.hash.slice(1));
      const field = control(key);
      if (field === null) return;
      event.preventDefault();
      field.value = field.value === value ? '' : value;
      change();
      form.scrollIntoView({ block: 'start' });
    });
  addEventListener('hashchange', read);
  listenToKeys(document, {
    inUse,
    rows: rows.seen,
    search: () => control('text')?.focus(),
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
  addEventListener('beforeprint', () => {
    for (const panel of document.querySelectorAll<HTMLDetailsElement>('details.panel')) panel.open = true;
  });
  read();
}
