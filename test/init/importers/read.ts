import { catalogue } from '../../../src/config/builtin-rules.js';
import { type ForeignReading, foreignTools, readForeign } from '../../../src/init/importers/importers.js';

const rules = new Set(catalogue.map((rule) => String(rule.id)));

/** What one tool reads from one file; null where the file says nothing of it. */
export async function readAs(tool: string, path: string, text: string): Promise<ForeignReading | null> {
  const known = foreignTools.find(({ name }) => name === tool);
  if (known === undefined) throw new Error(`no tool ${tool}`);
  return (await readForeign(known, [{ path, text }], rules))[0] ?? null;
}
