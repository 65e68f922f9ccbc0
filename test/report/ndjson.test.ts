import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/report/json.js';
import { linkLine, ndjson } from '../../src/report/ndjson.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { reportOf, row } from './made.js';

const said = (report: Parameters<typeof ndjson>[0]) => ndjson(report, factsOf());

/** Rows of a text, cut wherever any reader of lines might cut. */
const rowsOf = (text: string) => {
  expect(text.endsWith('\n')).toBe(true);
  return text
    .slice(0, -1)
    .split(/\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/)
    .map((line) => JSON.parse(line));
};

describe('NDJSON', () => {
  test('of nothing is the run and the counts', () => {
    const { tool, run, stats } = reportOf([list], []);
    expect(rowsOf(said(reportOf([list], [])))).toEqual([
      { type: 'run', version: 1, tool, ...run },
      { type: 'stats', ...stats },
    ]);
  });

  test.each(attacks)('holds just what the report holds, with %s', (_, words) => {
    const report = reportSaying(words);
    const text = said(report);
    const [, ...rows] = rowsOf(text);
    const data = JSON.parse(json(report));
    const typed = (type: string) => (each: object) => ({ type, ...each });
    expect(rows.slice(0, -1)).toEqual([...data.findings.map(typed('finding')), ...data.links.map(typed('link'))]);
    const keys = (each: object) => JSON.stringify(Object.keys(each));
    expect(keys(rows[0])).toBe(keys(typed('finding')(data.findings[0])));
    expect(keys(rows[4])).toBe(keys(typed('link')(data.links[0])));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  });

  test('holds nothing that the report does not name', () => {
    const link = { ...row('https://a.example/'), secret: 1 };
    expect(linkLine(link)).not.toContain('secret');
  });

  test('writes one link as its report does', () => {
    const link = row('https://a.example/', { redirects: [{ status: 301, url: 'https://b.example/' }], notes: ['x'] });
    const report = reportOf([list], [], { links: [link] });
    expect(said(report)).toContain(`\n${linkLine(link)}`);
    expect(rowsOf(linkLine(link))).toEqual([{ type: 'link', ...link }]);
  });

  test('is JSON in every line whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const report = reportSaying(words);
        const rows = rowsOf(said(report));
        expect(rows.map(({ type }) => type)).toEqual([
          'run',
          'finding',
          'finding',
          'finding',
          'finding',
          'link',
          'stats',
        ]);
        expect(rows[1].message).toBe(report.findings[0]?.message);
      }),
    );
  });

  test('holds every finding of thousands', () => {
    const rows = rowsOf(said({ ...reportOf([list], []), findings: manyFindings() }));
    expect(rows.filter(({ type }) => type === 'finding')).toHaveLength(6000);
  });
});
