import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkstyle } from '../../src/report/checkstyle.js';
import { anyText, attacks, list, manyFindings, reportSaying } from './hostile.js';
import { finding, reportOf } from './made.js';
import { type Element, readXml } from './wellformed.js';

/** What the published XSD of Checkstyle reports lets each element hold: attributes, and elements in it. */
const shapes: Readonly<Record<string, readonly [attributes: string[], elements: string[]]>> = {
  checkstyle: [['version'], ['file']],
  file: [['name'], ['error']],
  error: [['line', 'column', 'severity', 'message', 'source'], []],
};

function wrongWith(element: Element): readonly string[] {
  const [attributes, elements] = shapes[element.name] ?? [[], []];
  const names = Object.keys(element.attributes);
  const { line, column, severity } = element.attributes;
  return [
    ...(names.join() === attributes.join() ? [] : [`${element.name} has ${names}`]),
    ...(element.text.trim() === '' ? [] : ['text between elements']),
    ...(element.name !== 'error' || /^[1-9]\d* [1-9]\d*$/.test(`${line} ${column}`) ? [] : ['a place that is none']),
    ...(element.name !== 'error' || /^(?:error|warning|info|ignore)$/.test(severity ?? '') ? [] : ['severity']),
    ...element.children.filter(({ name }) => !elements.includes(name)).map(({ name }) => `${name} in ${element.name}`),
    ...element.children.flatMap(wrongWith),
  ];
}

function read(text: string): Element {
  const root = readXml(text);
  const wrong = wrongWith(root);
  if (root.name !== 'checkstyle' || wrong.length > 0) throw new Error(wrong.join('; '));
  return root;
}

describe('Checkstyle', () => {
  test('has a file for each list with findings, and an error for each finding', () => {
    const found = [
      finding(list, 'Silk', { rule: 'description-end' }),
      finding(list, 'Old', { severity: 'warning', message: 'A <b> & "c"; fix it', path: 'docs/b.md' }),
      finding(list, 'Foil', { severity: 'info' }),
    ];
    expect(checkstyle(reportOf([list], found))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="README.md">
    <error line="5" column="4" severity="error" message="\`Silk\` is wrong; fix it" source="listwright.description-end"/>
    <error line="7" column="4" severity="info" message="\`Foil\` is wrong; fix it" source="listwright.some-rule"/>
  </file>
  <file name="docs/b.md">
    <error line="8" column="35" severity="warning" message="A &lt;b&gt; &amp; &quot;c&quot;; fix it" source="listwright.some-rule"/>
  </file>
</checkstyle>
`);
  });

  test('of nothing is whole', () => expect(read(checkstyle(reportOf([list], []))).children).toEqual([]));

  test.each(attacks)('is well formed with %s', (_, words) => {
    const root = read(checkstyle(reportSaying(words)));
    expect(root.children.flatMap(({ children }) => children)).toHaveLength(4);
    for (const line of checkstyle(reportSaying(words)).split('\n')) expect(line).not.toMatch(/^\s*(?:::|##\[)/);
  });

  test('is well formed whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(() => read(checkstyle(reportSaying(words)))).not.toThrow();
      }),
    );
  });

  test('holds thousands of findings', () => {
    const root = read(checkstyle({ ...reportOf([list], []), findings: manyFindings() }));
    expect(root.children[0]?.children).toHaveLength(6000);
  });

  test('the test of what is wrong sees it', () => {
    const good = checkstyle(reportOf([list], [finding(list, 'Old')]));
    for (const [from, to] of [
      ['line="8"', 'line="0"'],
      ['severity="error"', 'severity="major"'],
      ['<file name', '<file path'],
      ['/>', '>x</error>'],
      ['fix it', 'fix <it'],
    ] as const) {
      expect(good).toContain(from);
      expect(() => read(good.replace(from, to)), to).toThrow();
    }
  });
});
