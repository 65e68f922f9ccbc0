import { version } from '../model/version.js';
import { jsonText } from '../report/escape.js';
import type { ExportedList } from './exported.js';

/** An exported list as JSON with a final newline; the schema is `schema/export.schema.json`. The same list gives the same text. */
export function exportJson({ sections, entries, ...list }: ExportedList): string {
  const data = { version: 1, tool: { name: 'listwright', version }, list, sections, entries };
  return `${jsonText(JSON.stringify(data, null, 2))}\n`;
}
