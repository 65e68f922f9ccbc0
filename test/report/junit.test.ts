import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { junit } from '../../src/report/junit.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { finding, listOf, reportOf } from './made.js';
import { type Element, readXml } from './wellformed.js';

/** What the XSD of Jenkins' xUnit plugin lets stand in each element: needed attributes, others, elements. */
const shapes: Readonly<Record<string, readonly [needed: string[], allowed: string[], elements: string[]]>> = {
  testsuites: [[], ['name', 'time', 'tests', 'failures', 'errors'], ['testsuite']],
  testsuite: [
    ['name', 'tests', 'failures', 'errors'],
    ['time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file'],
    ['testcase', 'properties', 'system-out', 'system-err'],
  ],
  testcase: [['name'], ['time', 'classname', 'group'], ['failure', 'error', 'skipped', 'system-out', 'system-err']],
  failure: [[], ['type', 'message'], []],
  'system-out': [[], [], []],
};

function wrongWith(element: Element): readonly string[] {
  const [needed, allowed, elements] = shapes[element.name] ?? [[], [], []];
  const names = Object.keys(element.attributes);
  const mixed = element.name === 'failure' || element.name === 'system-out';
  return [
    ...(element.name in shapes ? [] : [`no element ${element.name}`]),
    ...needed.filter((name) => !names.includes(name)).map((name) => `${element.name} needs ${name}`),
    ...names.filter((name) => !needed.includes(name) && !allowed.includes(name)).map((name) => `no attribute ${name}`),
    ...(/^(?:\d+\.\d{3})?$/.test(element.attributes.time ?? '') ? [] : ['a time that is none']),
    ...(mixed || element.text.trim() === '' ? [] : ['text between elements']),
    ...element.children.filter(({ name }) => !elements.includes(name)).map(({ name }) => `${name} in ${element.name}`),
    ...element.children.flatMap(wrongWith),
  ];
}

/** Reads the report and throws where it is wrong; counts must add up. */
function read(text: string): Element {
  const root = readXml(text);
  const suites = root.children;
  const sum = (name: string) => String(suites.reduce((total, { attributes }) => total + Number(attributes[name]), 0));
  const wrong = [...wrongWith(root)];
  for (const name of ['tests', 'failures']) if (root.attributes[name] !== sum(name)) wrong.push(`${name} in all`);
  for (const { attributes, children } of suites) {
    const failed = children.filter(({ children: inner }) => inner.some(({ name }) => name === 'failure')).length;
    if (attributes.tests !== String(children.length) || attributes.failures !== String(failed)) wrong.push('counts');
  }
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return root;
}

const said = (report: Parameters<typeof junit>[0]) => junit(report, factsOf());

describe('JUnit', () => {
  test('has a case that passes for a file without findings, and a failure or output for each rule with some', () => {
    const other = listOf('# B\n', 'docs/b.md');
    const found = [
      finding(list, 'Silk', { rule: 'description-end' }),
      finding(list, 'Jib', { rule: 'description-end' }),
      finding(list, 'Foil', { severity: 'warning', message: 'A <b>; fix it' }),
      finding(list, 'Old'),
    ];
    const report = reportOf([list, other], found, { startedAt: Date.UTC(2026, 0, 2, 3, 4, 5), durationMs: 12_345 });
    const text = junit(report, factsOf([list, other]));
    expect(() => read(text)).not.toThrow();
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="listwright" tests="3" failures="2" errors="0" time="12.345">
        <testsuite name="README.md" tests="2" failures="2" errors="0" skipped="0" time="0.000" timestamp="2026-01-02T03:04:05">
          <testcase name="description-end" classname="README.md" time="0.000">
            <failure type="description-end" message="2 errors: End every description as a sentence ends">README.md:5:4 error: \`Silk\` is wrong; fix it
      README.md:6:4 error: \`Jib\` is wrong; fix it</failure>
          </testcase>
          <testcase name="some-rule" classname="README.md" time="0.000">
            <failure type="some-rule" message="\`Old\` is wrong; fix it">README.md:8:35 error: \`Old\` is wrong; fix it</failure>
            <system-out>README.md:7:4 warning: A &lt;b&gt;; fix it</system-out>
          </testcase>
        </testsuite>
        <testsuite name="docs/b.md" tests="1" failures="0" errors="0" skipped="0" time="0.000" timestamp="2026-01-02T03:04:05">
          <testcase name="no findings" classname="docs/b.md" time="0.000"/>
        </testsuite>
      </testsuites>
      "
    `);
  });

  test('of nothing at all is whole', () => {
    const root = read(junit(reportOf([], []), { rules: [], lists: [] }));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { tests: '0', time: '0.007' }, children: [] });
  });

  test('of a single file has its time; a time that is none is left out', () => {
    const report = reportOf([list], []);
    expect(read(said(report)).children[0]?.attributes).toMatchObject({
      time: '0.007',
      timestamp: '1970-01-01T00:00:00',
    });
    const odd = read(said({ ...report, run: { ...report.run, startedAt: '"><x' } })).children[0];
    expect(odd?.attributes.timestamp).toBeUndefined();
  });

  test.each(attacks)('is well formed with %s', (_, words) => {
    const root = read(said(reportSaying(words)));
    const cases = root.children[0]?.children ?? [];
    expect(cases.flatMap(({ children }) => children.map(({ name }) => name))).toEqual([
      'failure',
      'failure',
      'system-out',
    ]);
  });

  test('says what was said', () => {
    const message = 'a ]]> <b> &amp; "c" \'d\'';
    const failure = read(said(reportOf([list], [finding(list, 'Old', { message })]))).children[0]?.children[0]
      ?.children[0];
    expect(failure?.attributes.message).toBe(message);
    expect(failure?.text).toBe(`README.md:8:35 error: ${message}`);
  });

  test('is well formed whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(() => read(said(reportSaying(words)))).not.toThrow();
      }),
    );
  });

  test('holds thousands of findings, a line for each', () => {
    const root = read(said({ ...reportOf([list], []), findings: manyFindings() }));
    const texts = root.children[0]?.children.flatMap(({ children }) => children.map(({ text }) => text)) ?? [];
    expect(texts.join('\n').split('\n')).toHaveLength(6000);
  });

  test('the test of what is wrong tells it', () => {
    const good = said(reportOf([list], [finding(list, 'Old')]));
    for (const [from, to] of [
      ['tests="1"', 'tests="2"'],
      ['</failure>', '</failure>x'],
      ['</failure>', '</fail>'],
      ['</failure>', '&nbsp;</failure>'],
      ['</failure>', ' a < b</failure>'],
      ['</failure>', '\u0001</failure>'],
      ['<failure type', '<failure line="1" type'],
      ['<failure type', '<failure message="" type'],
      ['time="0.000"', 'time="soon"'],
      ['</testsuites>', '</testsuites><a/>'],
    ] as const) {
      expect(good).toContain(from);
      expect(() => read(good.replace(from, to)), to).toThrow();
    }
  });
});
