import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gitlab } from '../../src/report/gitlab.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { finding, reportOf } from './made.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const said = (report: Parameters<typeof gitlab>[0]): Issue[] => JSON.parse(gitlab(report, factsOf()));
const strange = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

describe('the code quality report of GitLab', () => {
  test('is an empty array when nothing was found', () => expect(gitlab(reportOf([list], []), factsOf())).toBe('[]\n'));

  test.each([
    ['error', 'major'],
    ['warning', 'minor'],
    ['info', 'info'],
  ] as const)('calls an %s %s', (severity, name) => {
    expect(said(reportOf([list], [finding(list, 'Foil', { severity, path: './docs/a b.md' })]))).toEqual([
      {
        description: '`Foil` is wrong; fix it',
        check_name: 'some-rule',
        fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
        severity: name,
        location: { path: 'docs/a b.md', lines: { begin: 7, end: 7 } },
      },
    ]);
  });

  test('keeps its fingerprints apart, those of equal findings and of thousands too', () => {
    const same = finding(list, 'Foil');
    const prints = said(reportOf([list], [same, same, { ...same }])).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    const many = said({ ...reportOf([list], []), findings: manyFindings() });
    expect(new Set(many.map(({ fingerprint }) => fingerprint)).size).toBe(6000);
  });

  test.each(attacks)('holds what a list may hold: %s', (_, words) => {
    const issues = said(reportSaying(words));
    expect(issues).toHaveLength(4);
    for (const { description, check_name, location } of issues)
      for (const each of [description, check_name])
        expect(each + location.path.replace(/\s/g, '')).not.toMatch(strange);
  });

  test('is JSON whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const issues = said(reportSaying(words));
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4);
        for (const { description } of issues) expect(description).not.toMatch(strange);
      }),
    );
  });
});
