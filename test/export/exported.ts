import { type EntryContext, exportList } from '../../src/export/export-list.js';
import type { ExportedEntry, ExportedList, Health } from '../../src/export/exported.js';
import { parse } from '../../src/parse/parse.js';

/** A list of Markdown as `export` sees it, with as much known of its entries as a test says. */
export function exported(text: string, facts: Partial<EntryContext> = {}): ExportedList {
  return exportList(parse(text, { path: 'README.md', lang: 'en' }), {
    ...{ repository: null, additionOf: () => null, healthOf: () => null },
    ...facts,
  });
}

/** One entry, for formats that take it wherever it comes from. */
export function entry(facts: Partial<ExportedEntry> = {}): ExportedEntry {
  return {
    ...{
      name: 'Ink',
      url: 'https://ink.example/',
      kind: null,
      description: null,
      section: [],
      sectionIndex: null,
      tier: null,
      parent: null,
    },
    ...{ links: [], fields: null, added: null, health: null, line: 1 },
    ...facts,
  };
}

/** A list of these entries. */
export function listWith(entries: readonly ExportedEntry[], facts: Partial<ExportedList> = {}): ExportedList {
  return {
    ...{ path: 'README.md', title: 'Pens', description: null, lang: 'en', repository: null, sections: [] },
    ...facts,
    entries,
  };
}

/** What a ledger says of a link. */
export function health(facts: Partial<Health> = {}): Health {
  return {
    ...{ verdict: 'alive', reason: null, checkedAt: '2026-01-02T00:00:00.000Z', finalUrl: null, notes: [] },
    ...facts,
  };
}
