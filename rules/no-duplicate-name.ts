import * as v from 'valibot';
import type { Entry, List } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { samePage } from '../src/url/same-page.js';

export default defineRule({
  id: 'no-duplicate-name',
  topic: 'entries',
  summary: 'Give the entries of a section different names',
  why: 'Two entries with the same name look like a duplicate, and readers cannot tell which is which.',
  severity: { strict: 'warning', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  supersededBy: ['no-placeholder', 'url-wellformed', 'no-duplicate-url', 'tier-no-repeat'],
  messages: {
    again: 'The entry on line {line} is also named `{name}`; rename or remove one',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    {
      text: '## Sails\n\n- [Wind Foil](https://foil.example/) - Loud.\n- [Silk](https://silk.example/) - Costly.\n- [wind-foil](https://other.example/) - Quiet.\n',
      finds: ['5:3 again'],
    },
    {
      text: '| Kite | Price |\n| --- | --- |\n| [Foil](https://foil.example/) | 9 |\n| [Foil](https://other.example/) | 8 |\n',
      finds: ['4:3 again'],
    },
    {
      text: '## Sails\n\n- [Foil](https://foil.example/) - Loud.\n\n## Films\n\n- [Foil](https://film.example/) - Long.\n',
      finds: [],
      note: 'In another section it is something else.',
    },
    {
      text: '## Sails\n\n- [Foil](https://foil.example/) - Loud.\n- [Foil](http://www.foil.example) - Loud.\n',
      finds: [],
      note: '`no-duplicate-url` reports this.',
    },
    {
      text: '| Kite | Plan |\n| --- | --- |\n| Foil | [Plan](https://foil.example/) |\n| Silk | [Plan](https://silk.example/) |\n',
      finds: [],
      note: 'A link in a later column is a label.',
    },
    {
      text: '## Sails\n\n- [C](https://c.example/) - Kite.\n- [C++](https://cpp.example/) - Kite.\n- [C#](https://cs.example/) - Kite.\n- [Foil (Book)](https://book.example/) - Read it.\n- [Foil (Film)](https://film.example/) - See it.\n',
      finds: [],
      note: 'Symbols and kinds distinguish names.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/) - Costly.\n  - [Shop](https://shop.example/)\n- [Foil](https://foil.example/) - Loud.\n  - [Shop](https://market.example/)\n\n## Books\n\n- [On Wind](https://wind.example/) - A. Breeze\n- [On Wind](https://gust.example/) - B. Gust (PDF)\n',
      finds: [],
      note: 'Entries nested in different ones, and books by different authors.',
    },
  ],
  check({ list, report }) {
    const groups = new Map<Entry['parent'], Map<string, Entry[]>>();
    for (const entry of list.entries) {
      const key = names(entry, list) ? keyOf(entry) : '';
      if (key === '') continue;
      const named = groups.get(entry.parent) ?? new Map<string, Entry[]>();
      groups.set(entry.parent, named);
      const group = named.get(key);
      if (group === undefined) named.set(key, [entry]);
      else group.push(entry);
    }
    for (const named of groups.values()) {
      for (const [earlier, entry, third] of named.values()) {
        // Three or more are labels, as `Paper`, or editions of one work.
        if (earlier === undefined || entry === undefined || third !== undefined) continue;
        if (samePage(earlier.url ?? '') === samePage(entry.url ?? '') || isOtherWork(earlier, entry)) continue;
        const data = { name: entry.name, line: earlier.label.start.line };
        const found = { at: entry.label, either: [earlier.label], data };
        report({ message: 'again', ...found, ...(entry.link === null ? {} : { link: entry.link }) });
      }
    }
  },
});

/** True for a linked name; an image, and a link behind other cells of its row, are labels. */
function names({ form, link, naming, leads, position, label }: Entry, { text }: List): boolean {
  if (naming !== 'link' || !leads || (link?.sort !== 'web' && link?.sort !== 'local')) return false;
  if (text.startsWith('[![', label.start.offset)) return false;
  return form !== 'row' || /^[|\s\P{L}]*$/u.test(text.slice(position.start.offset, label.start.offset));
}

/** Name and kind without case, spaces and hyphens; other symbols distinguish names. */
function keyOf({ name, kind }: Entry): string {
  const fold = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]+/g, '');
  return /[\p{L}\p{N}]/u.test(name) ? `${fold(name)} ${fold(kind ?? '')}` : '';
}

/** Books and courses of one title of which authors and formats are given, and differ. */
function isOtherWork(one: Entry, other: Entry): boolean {
  const [text, said] = [one.body?.text.trim() ?? '', other.body?.text.trim() ?? ''];
  return text !== said && (isAuthor(text) || isAuthor(said));
}

const small = /^(?:and|by|da|das|de|do|dos|e|et|in|of|the|und|van|von|y)$/;

/** True for a word, for words that have a capital, stand in brackets or join such, and for what says who it is by. */
function isAuthor(text: string): boolean {
  const plain = text
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .replace(/\.$/, '');
  if (/^by\s/.test(plain)) return true;
  if (!/\p{L}/u.test(text) || /[.!?。]$/u.test(plain)) return false;
  const words = plain.split(/[\s,;&/]+/);
  if (words.length === 1) return !/[.。]$/.test(text);
  return words.every((word) => !/^\p{Ll}/u.test(word) || small.test(word));
}
