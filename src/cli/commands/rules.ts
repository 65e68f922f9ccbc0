import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtinRules } from '../../config/builtin-rules.js';
import type { Flags } from '../../config/command-line/flags.js';
import { loadModule } from '../../config/find.js';
import { rulesIn } from '../../config/load-plugins.js';
import { didYouMeanHere } from '../../config/nearest-name.js';
import { findInputs } from '../../fs/inputs.js';
import { inferOptions } from '../../lint/infer-options.js';
import { UserError } from '../../model/errors.js';
import { readDocument, readSource } from '../../pipeline/read-list.js';
import { testExamples } from '../../pipeline/test-rule.js';
import { jsonText } from '../../report/escape.js';
import { ruleData, rulePage, ruleTable } from '../../report/rule-page.js';
import { noColors } from '../../report/terminal/colors.js';
import { effectiveData, effectiveTable } from '../../report/terminal/effective-rules.js';
import { plural } from '../../text/plural.js';
import { thrownText } from '../../text/thrown.js';
import type { Host } from '../host.js';
import { colors, wantsColor } from '../terminal/colors.js';
import { terminalWidth } from '../terminal/width.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

interface RulesFlags extends Flags {
  readonly json?: boolean;
  readonly effective?: string;
  readonly test?: string;
}

/** Lists the rules, explains one, or tells what applies to a file. */
export async function rulesCommand(name: string | undefined, flags: RulesFlags, host: Host): Promise<number> {
  if (flags.test !== undefined) return testRules(flags.test, host.cwd, printTo(host.stdout));
  return withSettings({ path: flags.effective, flags }, host, (loaded) => showRules(name, flags, loaded, host));
}

async function showRules(
  name: string | undefined,
  flags: RulesFlags,
  { settings, raw, rules, readers }: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd, env, stdout } = host;
  const print = printTo(stdout);
  const painter = wantsColor(stdout, flags.color, env) ? colors() : noColors;
  const width = terminalWidth(stdout, env);
  if (flags.effective !== undefined) {
    for (const input of await findInputs([flags.effective], cwd, raw.stdinFilename ?? 'README.md')) {
      const { list, settings: applying } = await readDocument(await readSource(input, readers), settings);
      const effective = applying.rules.map((setting) => ({ ...setting, learnt: inferOptions(setting, list) }));
      const preset = { name: applying.preset, detected: applying.detected };
      print(
        flags.json
          ? jsonText(JSON.stringify(effectiveData(input.path, preset, effective), null, 2))
          : effectiveTable(input.path, preset, effective, painter, width),
      );
    }
    return 0;
  }
  if (name === undefined || name === 'style') {
    const shown = rules.filter((rule) => name === undefined || rule.id.startsWith('style/'));
    print(
      flags.json ? JSON.stringify(shown.map(ruleData), null, 2) : ruleTable(shown, painter, width, name === 'style'),
    );
    return 0;
  }
  const rule = rules.find((each) => each.id === name);
  if (rule === undefined) {
    throw new UserError(
      `unknown rule "${name}"${didYouMeanHere(
        'rules',
        name,
        rules.map((each) => each.id),
      )}; run \`listwright rules\` to list all rules`,
    );
  }
  print(flags.json ? JSON.stringify(ruleData(rule), null, 2) : rulePage(rule, painter, width));
  return 0;
}

function printTo(stdout: Host['stdout']): (text: string) => void {
  return (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Runs the examples of the rules that a file holds; 1 when one of them fails. */
async function testRules(path: string, cwd: string, print: (text: string) => void): Promise<number> {
  const file = resolve(cwd, path);
  if (!existsSync(file)) throw new UserError(`${path}: no such file`);
  let given: unknown;
  try {
    given = await loadModule(file);
  } catch (error) {
    if (!/\.[cm]?[jt]s$/.test(path))
      throw new UserError(`${path}: not a file of rules; pass one that ends in .ts, .mts, .js or .mjs`);
    throw new UserError(`${path}: cannot be loaded: ${thrownText(error)}`);
  }
  let failed = 0;
  for (const rule of await rulesIn(given, path)) {
    const failures = testExamples(rule, builtinRules);
    failed += failures.length;
    const count = rule.examples.length;
    if (count === 0) print(`${rule.id}: the rule has no examples; add some with findings and some without`);
    else if (failures.length === 0) print(`${rule.id}: ${plural(count, 'example')}, all passed`);
    for (const { example, says } of failures) print(`${rule.id}: example ${example}: ${says}`);
  }
  return failed > 0 ? 1 : 0;
}
