import { rules } from '../../rules/index.js';
import { didYouMean } from '../config/near.js';
import { findInputs } from '../disk/inputs.js';
import { readDocument } from '../document.js';
import { UserError } from '../model/trouble.js';
import { plainPainter } from '../report/painter.js';
import { effectiveTable, ruleData, rulePage, ruleTable } from '../report/rules.js';
import type { Flags } from './flags.js';
import { colourPainter, wantsColour } from './painter.js';
import { loadSettings } from './settings.js';
import { readStdin } from './stdin.js';

/** Lists the rules, explains one, or tells what applies to a file. */
export async function rulesCommand(
  name: string | undefined,
  flags: Flags & { readonly json?: boolean; readonly effective?: string },
): Promise<number> {
  const cwd = process.cwd();
  const print = (text: string): void => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  const painter = wantsColour(process.stdout, flags.color, process.env) ? colourPainter() : plainPainter;
  if (flags.effective !== undefined) {
    const { settings, raw } = await loadSettings(flags.effective, flags, cwd);
    for (const input of await findInputs([flags.effective], cwd, raw.stdinFilename ?? 'README.md')) {
      const document = await readDocument(input, settings, readStdin);
      if (flags.json) {
        const applying = document.settings.rules.map(({ rule, severity, options }) => ({
          rule: rule.id,
          severity,
          options,
        }));
        print(JSON.stringify({ path: input.path, preset: document.settings.preset, rules: applying }, null, 2));
      } else print(effectiveTable(input.path, document.settings, painter));
    }
    return 0;
  }
  if (name === undefined) {
    print(
      flags.json
        ? JSON.stringify(rules.map(ruleData), null, 2)
        : ruleTable(rules, painter, process.stdout.columns ?? 80),
    );
    return 0;
  }
  const rule = rules.find((each) => each.id === name);
  if (rule === undefined) {
    throw new UserError(
      `there is no rule "${name}"${didYouMean(
        name,
        rules.map((each) => each.id),
      )}; "listwright rules" lists them`,
    );
  }
  print(flags.json ? JSON.stringify(ruleData(rule), null, 2) : rulePage(rule, painter, process.stdout.columns ?? 80));
  return 0;
}
