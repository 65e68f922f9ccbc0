import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rdjson, rdjsonl } from '../../src/report/rdjson.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { finding, listOf, reportOf } from './made.js';

const object = (required: string[], properties: object) => ({
  ...{ type: 'object', required, properties, additionalProperties: false },
});
const text = { type: 'string' };
const position = object(['line'], { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });
const range = object(['start', 'end'], { start: position, end: position });
const source = object(['name', 'url'], { name: text, url: { type: 'string', pattern: '^https://' } });
const diagnostic = {
  message: text,
  location: object(['path', 'range'], { path: text, range }),
  severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
  code: object(['value'], { value: text, url: { type: 'string', pattern: '^https?://' } }),
  suggestions: { type: 'array', minItems: 1, items: object(['range', 'text'], { range, text }) },
};
const needed = ['message', 'location', 'severity', 'code'];

/** What the published JSON Schema of `DiagnosticResult` has for the parts that are written here, without room for others. */
const result = object(['source', 'diagnostics'], {
  source,
  diagnostics: { type: 'array', items: object(needed, diagnostic) },
});
const [validResult, validLine] = [result, object([...needed, 'source'], { ...diagnostic, source })].map((schema) =>
  new Ajv({ strict: false }).compile(schema),
);

const said = (report: Parameters<typeof rdjson>[0], lists = [list]) => {
  const facts = factsOf(lists);
  const whole = JSON.parse(rdjson(report, facts));
  expect(validResult?.(whole), JSON.stringify(validResult?.errors)).toBe(true);
  const lines = rdjsonl(report, facts).split('\n').slice(0, -1);
  for (const line of lines) expect(validLine?.(JSON.parse(line)), line).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    whole.diagnostics.map((each: object) => ({ ...each, source: whole.source })),
  );
  return whole.diagnostics;
};

describe('the Reviewdog Diagnostic Format', () => {
  test('of nothing', () => {
    expect(said(reportOf([list], []))).toEqual([]);
    expect(rdjsonl(reportOf([list], []), factsOf())).toBe('');
  });

  test('has place, severity, rule with its page, and the safe fix of one edit', () => {
    const at = list.text.indexOf('Old');
    const edits = [{ start: at, end: at + 3, text: 'New' }];
    const fixed = (fix: object) => finding(list, 'Old', { fix: fix as never });
    const found = [
      fixed({ safe: true, edits }),
      fixed({ safe: false, edits }),
      fixed({ safe: true, edits: [...edits, { start: 0, end: 1, text: '' }] }),
      fixed({ safe: true, edits: [{ start: at, end: at, text: '\uD800' }] }),
      finding(list, 'Foil', { severity: 'info', rule: 'description-end', path: './README.md' }),
    ];
    const range = { start: { line: 8, column: 35 }, end: { line: 8, column: 38 } };
    const diagnostics = said({ ...reportOf([list], []), findings: found });
    const [first, ...others] = diagnostics;
    expect(first).toEqual({
      message: '`Old` is wrong; fix it',
      location: { path: 'README.md', range },
      severity: 'ERROR',
      code: { value: 'some-rule', url: 'https://docs.example/some-rule' },
      suggestions: [{ range, text: 'New' }],
    });
    for (const other of others) expect(other).not.toHaveProperty('suggestions');
    expect(others.at(-1)).toMatchObject({
      ...{ severity: 'INFO', code: { value: 'description-end' } },
      location: { path: 'README.md', range: { start: { line: 7 } } },
    });
  });

  test('columns count bytes of UTF-8', () => {
    const other = listOf('# A\r\n\r\n- é𐐀[Silk](https://silk.example/) - 絹.\r\n');
    const [{ location }] = said(reportOf([other], [finding(other, '絹')]), [other]);
    const before = Buffer.byteLength('- é𐐀[Silk](https://silk.example/) - ');
    expect(location.range).toEqual({ start: { line: 3, column: before + 1 }, end: { line: 3, column: before + 4 } });
  });

  test('of a list whose text is not known has lines only', () => {
    const [{ location }] = said(reportOf([list], [finding(list, 'Old')]), []);
    expect(location.range).toEqual({ start: { line: 8 }, end: { line: 8 } });
  });

  test.each(attacks)('holds what a list may hold: %s', (_, words) => {
    const diagnostics = said(reportSaying(words));
    expect(diagnostics).toHaveLength(4);
    const strange = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
    for (const { message, code } of diagnostics) expect(message + code.value).not.toMatch(strange);
    expect(rdjson(reportSaying(words), factsOf())).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  test('is valid whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(said(reportSaying(words))).toHaveLength(4);
      }),
    );
  });

  test('holds thousands of findings', () => {
    expect(said({ ...reportOf([list], []), findings: manyFindings() })).toHaveLength(6000);
  });

  test('its schema refuses what is wrong', () => {
    const good = rdjson(reportOf([list], [finding(list, 'Old')]), factsOf());
    for (const [from, to] of [
      ['"ERROR"', '"error"'],
      ['"line": 8', '"line": 0'],
      ['"diagnostics"', '"results"'],
    ] as const) {
      expect(good).toContain(from);
      expect(validResult?.(JSON.parse(good.replace(from, to)))).toBe(false);
    }
  });
});
