import { afterEach, describe, expect, it, vi } from 'vitest';
import { verdictOf } from '../../src/links/check-static.js';
import { lint } from '../../src/lint/lint.js';
import { UserError } from '../../src/model/errors.js';
import type { RuleException } from '../../src/model/exception.js';
import type { Facts } from '../../src/model/facts.js';
import { noFiles } from '../../src/model/files.js';
import { parse } from '../../src/parse/parse.js';
import { shortenLimits } from '../text/short-limits.js';
import { folder, idler, on, speaker } from './talk.js';

const day = 86_400_000;
const now = Date.UTC(2030, 0, 10);
const rules = [speaker('a'), speaker('b'), folder, idler].map((rule) => on(rule));
const text = [
  '# Kites',
  '## Sails',
  '- [Silk](https://kites.example/silk)',
  '- [Jute](https://kites.example/jute)',
  '## Tails',
  '- [Ribbon](https://tails.example/ribbon)',
  '',
].join('\n\n');

const except = (entry: Partial<RuleException>): RuleException => ({
  ...{ match: 'Silk', rules: [], section: null, reason: 'so', until: null },
  ...entry,
});

/** Lints; findings of the two rules as `rule name`, and the exceptions. */
function lintWith(exceptions: readonly RuleException[], source = text, at = now) {
  const known = ['a', 'b', 'folder', 'unused-suppression'].map((id) => ({ id }));
  const result = lint(parse(source, { path: 'a.md' }), { rules, files: noFiles, exceptions, now: at, known });
  const said = result.findings.filter(({ rule }) => rule === 'a' || rule === 'b');
  return { ...result, said: said.map(({ rule, message }) => `${rule} ${message}`) };
}
const all = ['a Silk', 'b Silk', 'a Jute', 'b Jute', 'a Ribbon', 'b Ribbon'];
const without = (...names: readonly string[]) => all.filter((one) => !names.some((name) => one.includes(name)));

afterEach(() => vi.restoreAllMocks());

describe('an entry of `except`', () => {
  it.each([
    ['the name of an entry', 'Silk', without('Silk')],
    ['a name in other case', 'SILK', without('Silk')],
    ['a URL', 'https://kites.example/jute', without('Jute')],
    ['a URL with an asterisk', 'https://kites.example/*', without('Silk', 'Jute')],
    ['a name with asterisks', '*i*k', without('Silk')],
    ['a pattern', '/^(silk|ribbon)$/i', without('Silk', 'Ribbon')],
    ['part of a name', 'Sil', all],
    ['a name with an asterisk that it does not have', 'Sil*x', all],
    ['an asterisk whose sides would overlap', 'Sil*ilk', all],
  ])('accepts what is reported about %s', (_, match, said) => {
    expect(lintWith([except({ match })]).said).toEqual(said);
  });

  it('is for the rules that it names', () => {
    expect(lintWith([except({ rules: ['b'] })]).said).toEqual(without('b Silk'));
  });

  it('is for the section that it names', () => {
    expect(lintWith([except({ match: '*', section: 'Tails' })]).said).toEqual(without('Ribbon'));
    expect(lintWith([except({ match: '*', section: '/^s/i' })]).said).toEqual(without('Silk', 'Jute'));
    expect(lintWith([except({ match: 'Silk', section: 'Tails' })]).said).toEqual(all);
  });

  it('ends on its day', () => {
    expect(lintWith([except({ until: now + day })]).said).toEqual(without('Silk'));
    expect(lintWith([except({ until: now })]).said).toEqual(all);
  });

  it('takes its place out of a finding of many, and counts as suppressed', () => {
    const { findings, suppressed } = lintWith([except({ match: 'Jute', rules: ['folder'] })]);
    const [folded] = findings.filter(({ rule }) => rule === 'folder');
    expect(folded?.places?.length).toBe(1);
    expect(folded?.fix?.edits.length).toBe(2);
    expect(suppressed).toBe(1);
  });

  it('says what became of it', () => {
    const { exceptions } = lintWith([
      except({ match: 'Silk', rules: ['a'] }),
      except({ match: 'Hemp' }),
      except({ match: 'Jute', until: now - day }),
      except({ match: 'Jute', rules: ['off'] }),
    ]);
    expect(exceptions.map(({ match, state, applied, until }) => [match, state, applied, until])).toEqual([
      ['Silk', 'used', 1, null],
      ['Hemp', 'absent', 0, null],
      ['Jute', 'expired', 0, '2030-01-09'],
      ['Jute', 'not-checked', 0, null],
    ]);
  });

  it.each([
    ['a rule that is off besides one that is on', { match: 'Ribbon', rules: ['idler', 'off'] }, false, 'not-checked'],
    ['a rule that is on', { match: 'Ribbon', rules: ['idler'] }, false, 'unused'],
    ['all rules where some are left out', { match: 'Ribbon', rules: [] }, true, 'not-checked'],
    ['all rules', { match: 'Ribbon', rules: [] }, false, 'unused'],
    ['an entry of another section', { match: 'Silk', section: 'Tails', rules: ['idler'] }, false, 'absent'],
    ['facts that are too old', { match: 'Ribbon', rules: ['factual'] }, false, 'not-checked', 8],
    ['facts that are young enough', { match: 'Ribbon', rules: ['factual'] }, false, 'unused', 6],
  ] as const)('knows what became of one for %s', (_, entry, leavesOut, state, age: number = 0) => {
    const silent = { ...speaker('idler'), check: () => {} };
    const url = 'https://tails.example/ribbon';
    const facts: Facts = {
      ...{ kind: 'package', service: 'npm', readAt: new Date(now - age * day).toISOString(), name: 'ribbon' },
      ...{ description: null, license: null, release: null, downloads: null, downloadsPeriod: null },
      ...{ isDeprecated: null, isYanked: null },
    };
    const verdict = verdictOf({ ...{ url, verdict: 'alive', reason: null, evidence: [] }, facts });
    const { exceptions } = lint(parse(text, { path: 'a.md' }), {
      rules: [silent, { ...silent, id: 'factual', reads: 'facts' as const }].map((rule) => on(rule)),
      ...{ leavesOut, files: noFiles, exceptions: [except(entry)], now },
      verdicts: new Map([[url, verdict]]),
    });
    expect(exceptions[0]?.state).toBe(state);
  });

  it('refuses a regular expression that is too slow', () => {
    shortenLimits();
    const slow = `- [${'a'.repeat(60)}!](https://a.example/)\n`;
    expect(() => lintWith([except({ match: '/^(a+)+$/' })], slow)).toThrow(UserError);
  });
});

describe('a comment at an entry', () => {
  const silk = '- [Silk](https://kites.example/silk)\n';
  const jute = '- [Jute](https://kites.example/jute)\n';
  const comment = (words: string) => `<!-- listwright-except ${words} -->\n`;

  it.each([
    ['with a reason after dashes', 'a until 2030-01-11 -- it is the first'],
    ['with a reason after a colon', 'a until 2030-01-11: see https://kites.example/'],
    ['without an end', 'a -- it is the first'],
  ])('accepts findings about it %s', (_, words) => {
    const { said, exceptions } = lintWith([], comment(words) + silk + jute);
    expect(said).toEqual(['b Silk', 'a Jute', 'b Jute']);
    expect(exceptions).toMatchObject([{ option: 'comment', match: 'Silk', rules: ['a'], state: 'used', line: 1 }]);
  });

  it('keeps its reason', () => {
    const [row] = lintWith([], comment('a until 2030-01-11: see https://kites.example/') + silk).exceptions;
    expect(row).toMatchObject({ reason: 'see https://kites.example/', until: '2030-01-11' });
  });

  it('covers its own entry on the same line', () => {
    expect(lintWith([], `- [Silk](https://kites.example/silk) <!-- listwright-except a: so -->\n${jute}`).said).toEqual(
      ['b Silk', 'a Jute', 'b Jute'],
    );
  });

  it.each([
    ['has ended', 'a until 2030-01-10: so', 'expired'],
    ['ends on no date', 'a until spring: so', 'undated'],
    ['ends on a day that there is not', 'a until 2031-02-30: so', 'undated'],
  ])('does not count where it %s', (_, words, why) => {
    const { said, findings, exceptions } = lintWith([], comment(words) + silk);
    expect(said).toEqual(['a Silk', 'b Silk']);
    expect(findings.map(({ message }) => message)).toContain(`${why} all`);
    expect(exceptions.map(({ state }) => state)).toEqual(['expired']);
  });

  it('is reported where it is not needed', () => {
    const { findings, exceptions } = lintWith([], `${comment('unused-suppression, folder: so')}\n# Text\n\n${silk}`);
    expect(findings.map(({ message }) => message)).not.toContain('expired all');
    expect(exceptions.map(({ state }) => state)).toEqual(['not-checked']);
    const idle = lintWith([], `${comment('folder: so')}\n# Text\n\n${silk}`);
    expect(idle.findings.map(({ message }) => message)).toContain('idle all');
    expect(idle.exceptions.map(({ state }) => state)).toEqual(['unused']);
  });
});
