import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { loadReporter, type Reporter, reporterNames } from '../../src/report/registry.js';
import { anyText, attacks, factsOf, list, reportSaying } from './hostile.js';
import { shown } from './made.js';
import { readXml } from './wellformed.js';

/** What a terminal, a reader's eye or UTF-8 would not take as text. */
const obeyed =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;
/** Annotations are commands by intent; nothing else is. */
const annotations = /^::(?:(?:error|warning|notice) file=[^\s:,]|group::|endgroup::$)/;

/** Lines that a runner of GitHub Actions would take for commands: it trims, and looks for `##[` anywhere. */
function commandsIn(output: string, old = /##\[/): readonly string[] {
  return output.split(/\r\n|\r|\n/).filter((line) => line.trim().startsWith('::') || old.test(line));
}

/** For people `##[Tools](#tools)` stays as the list has it; what no runner knows is no command. */
const known =
  /##\[(?:add|set|save|remove|stop|internal|debug|error|warning|notice|group|endgroup|echo|command|section)\b/i;
const strayIn = (name: string, output: string): readonly string[] =>
  commandsIn(output, name === 'pretty' ? known : undefined).filter(
    (line) => name !== 'github' || !annotations.test(line),
  );

/** Reads an output by what it is, and throws where it is not well formed; a format of a new kind needs its line here. */
function readOutput(output: string): void {
  if (output === '') return;
  if (/^<!doctype html>/i.test(output)) {
    if (/<script>alert|<img src=x|onerror=alert\(1\)>/.test(output)) throw new Error('markup of a list in a page');
  } else if (output.startsWith('<')) readXml(output);
  else if (/^[[{]/.test(output)) {
    try {
      JSON.parse(output);
    } catch {
      for (const line of output.trimEnd().split('\n')) JSON.parse(line);
    }
  }
}

const load = async (name: string): Promise<(report: Report) => Promise<string>> => {
  const reporter: Reporter | null = await loadReporter(name);
  // As it is written: UTF-8 has no halves of pairs.
  return async (report) =>
    Buffer.from(reporter === null ? await shown(report, [list]) : reporter(report, factsOf())).toString();
};

describe.each(reporterNames)('the reporter %s', (name) => {
  test.each(attacks)('lets nothing out of its place: %s', async (_, words) => {
    const output = await (await load(name))(reportSaying(words));
    expect(output).not.toMatch(obeyed);
    expect(strayIn(name, output)).toEqual([]);
    expect(() => readOutput(output)).not.toThrow();
    // The near miss: it says something of each attack.
    expect(output).not.toBe('');
  });

  test('nor anything else that a list may hold', async () => {
    const report = await load(name);
    await fc.assert(
      fc.asyncProperty(anyText, async (words) => {
        const output = await report(reportSaying(words));
        expect(output).not.toMatch(obeyed);
        expect(strayIn(name, output)).toEqual([]);
        readOutput(output);
      }),
      { numRuns: 60 },
    );
  });
});

test('what this test looks for is found', () => {
  for (const text of ['a\u001b[31m', 'a\u202eb', 'a\u009b', 'a\ud800']) expect(text).toMatch(obeyed);
  expect('a 👩\u200d🔧 שלום\t\r\n').not.toMatch(obeyed);
  expect(commandsIn('a ::b\n  ::error::c\r::d\nx ##[e]')).toHaveLength(3);
  for (const text of ['{"a":', '<a>', '<!doctype html><script>alert(1)']) expect(() => readOutput(text)).toThrow();
});
