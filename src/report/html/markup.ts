import { oneLine, xmlText } from '../escape.js';

/** Longer texts from outside are cut, so that one row cannot fill the page. UTF-16 units. */
const longest = 1000;

/** Browsers open no longer addresses reliably. */
const longestAddress = 8000;

/** Text from outside on one line, safe as content and in a quoted attribute. */
export function text(words: string, most = longest): string {
  // Cut before it is escaped, and not between the halves of a pair.
  const short = words.length > most ? `${words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : words;
  return xmlText(oneLine(short));
}

/** An address as a link where it is one of the web; other schemes would run or open something, so they stay text. */
export function webLink(url: string, label: string = url): string {
  const address = oneLine(url);
  if (address.length > longestAddress || !/^https?:\/\/\S+$/i.test(address))
    return `<span class="url">${text(label)}</span>`;
  return `<a class="url" href="${xmlText(address)}">${text(label)}</a>`;
}

/** A link within the page that also sets a filter; without the script it leads to the element of that id. */
export function filterLink(key: string, value: string, label: string, more = ''): string {
  return `<a href="#${filterId(key, value)}"${more}>${label}</a>`;
}

/** The id of an element that a filter link leads to, safe in an attribute. */
export function filterId(key: string, value: string): string {
  const whole = value.replace(/\p{Surrogate}/gu, '\uFFFD');
  return xmlText(`${key}=${encodeURIComponent(whole)}`);
}

/** A number of milliseconds as a person reads it. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
