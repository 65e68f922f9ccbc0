import { builtinRules } from '../../../src/config/builtin-rules.js';
import { type ImportResult, importers, importSettings } from '../../../src/init/importers/importers.js';

const rules = new Set(builtinRules.map((rule) => String(rule.id)));

/** What one tool reads from one file; null where the file says nothing of it. */
export async function readAs(tool: string, path: string, text: string): Promise<ImportResult | null> {
  const known = importers.find(({ name }) => name === tool);
  if (known === undefined) throw new Error(`no tool ${tool}`);
  return (await importSettings(known, [{ path, text }], rules))[0] ?? null;
}
