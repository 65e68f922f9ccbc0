import type { ListStats } from '../model/list-stats.js';
import type { ExportedList } from './exported.js';

/** Writes an exported list as text; a page shows statistics too. */
export type ExportFormat = (list: ExportedList, stats: ListStats) => string;

/** The formats in the order of the documentation, each loaded when it is needed. */
const formats = {
  json: async () => (await import('./json.js')).exportJson,
  csv: async () => (await import('./csv.js')).exportCsv,
  opml: async () => (await import('./opml.js')).exportOpml,
  atom: async () => (await import('./atom.js')).exportAtom,
  html: async () => (await import('./page/page.js')).exportPage,
} as const satisfies Readonly<Record<string, () => Promise<ExportFormat>>>;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** The names of the formats, in the order of the documentation. */
export const formatNames = Object.keys(formats) as readonly FormatName[];

/** Loads a format by its name. */
export function loadFormat(name: FormatName): Promise<ExportFormat> {
  return formats[name]();
}
