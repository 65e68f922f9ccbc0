import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { script, style } from '../../../src/report/html/assets.js';
import { html } from '../../../src/report/html/html.js';
import type { ReportFacts } from '../../../src/report/report-facts.js';
import { type Met, readDocument } from '../document.js';
import { anyText, attacks, factsOf, list, reportSaying } from '../hostile.js';
import { finding, listOf, reportOf, row } from '../made.js';

const facts = factsOf();
const page = (...args: Parameters<typeof html>): readonly Met[] => readDocument(html(...args));
const named = (met: readonly Met[], name: string): readonly Met[] => met.filter((element) => element.name === name);
const withClass = (met: readonly Met[], name: string): readonly Met[] =>
  met.filter(({ attributes }) => attributes.class?.split(' ').includes(name));
/** The rows with their words, blanks as one. */
const rowsOf = (met: readonly Met[]): readonly (Met & { readonly words: string })[] =>
  named(met, 'li')
    .filter(({ attributes }) => attributes['data-s'] !== undefined)
    .map((element) => ({ ...element, words: element.text.replace(/\s+/g, ' ').trim() }));

/** What a page may be made of; an attack would need more. */
const elements = new Set(
  `html head meta title style body header main aside nav footer section form figure figcaption div span p a b code pre mark
  del ins kbd h1 h2 h3 h4 ul ol li dl dt dd table caption thead tbody tr th td time details summary label input select option
  button output svg rect script`.split(/\s+/),
);

/** What is wrong with a page; nothing for one that obeys nobody but us. */
function strangeIn(met: readonly Met[]): readonly string[] {
  const ids = met.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  return [
    ...met.filter(({ name }) => !elements.has(name)).map(({ name }) => `element ${name}`),
    ...met.flatMap(({ attributes }) =>
      Object.entries(attributes).flatMap(([name, value]) => {
        if (/^(?:on|style$|src$|srcdoc$|formaction$|target$)/.test(name)) return [`attribute ${name}`];
        return name === 'href' && !/^(?:https?:\/\/|#)/.test(value) ? [`address ${value}`] : [];
      }),
    ),
    ...named(met, 'script').flatMap(({ text }) => (text === script ? [] : ['a script'])),
    ...named(met, 'style').flatMap(({ text }) => (text === style ? [] : ['a style'])),
    ...(named(met, 'script').length === 1 ? [] : ['more scripts than one']),
    ...(new Set(ids).size === ids.length ? [] : ['an id twice']),
    ...met.flatMap(({ text, within }) =>
      within.length === 0 && /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/.test(text) ? ['a control'] : [],
    ),
  ];
}

describe('text from outside', () => {
  test('the test of what is strange tells it', () => {
    const around = (inside: string): string => `<div>${inside}<script>${script}</script></div>`;
    const said = (inside: string) => strangeIn(readDocument(around(inside)));
    expect(said('<a href="https://a.example">a</a>')).toEqual([]);
    expect(said('<img src="x">')).toEqual(['element img', 'attribute src']);
    expect(said('<p onclick="x">a</p>')).toEqual(['attribute onclick']);
    expect(said('<a href="javascript:x">a</a>')).toEqual(['address javascript:x']);
    expect(said('<script>x</script>')).toEqual(['a script', 'more scripts than one']);
    expect(said('<p id="a"></p><p id="a"></p>')).toEqual(['an id twice']);
    expect(said('\u202e')).toEqual(['a control']);
    expect(() => said('<b>a<p></b>')).toThrow(/not closed/);
  });

  test.each(attacks)('%s stays text', (_, words) => {
    const met = page(reportSaying(words), facts);
    expect(strangeIn(met)).toEqual([]);
    expect(rowsOf(met)).toHaveLength(4);
  });

  test('no text changes the page', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        const outline = { kind: 'section', name: words, start: 0, end: 40, entries: 1 } as const;
        const lists = [{ ...facts.lists[0], path: words, text: words, outline: [outline] }] as ReportFacts['lists'];
        const rules = [{ id: `rule ${words}`, summary: words, why: words, url: words }];
        const report = reportSaying(words);
        expect(strangeIn(page(report, { lists, rules, sourceOf: () => `https://forge.example/${words}` }))).toEqual([]);
        expect(strangeIn(page(report, { lists: [], rules: [] }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('addresses of other schemes and relative ones are no links', () => {
    const urls = ['javascript:alert(1)', 'data:text/html,x', ' https://x.example/a b', 'visit.md', '#top', 'https://'];
    const links = urls.map((url) => row(url, { verdict: 'broken', reason: 'http-404', finalUrl: url }));
    const met = page(reportOf([list], [], { command: 'check', links }), facts);
    expect(withClass(met, 'url').filter(({ name }) => name === 'a')).toEqual([]);
    expect(rowsOf(met).map(({ words }) => urls.find((url) => words.includes(url.trim())))).not.toContain(undefined);
    const good = page(reportOf([list], [], { command: 'check', links: [row('HTTPS://x.example/?a=1&b="')] }), facts);
    expect(withClass(good, 'url').map(({ attributes }) => attributes.href)).toEqual(['HTTPS://x.example/?a=1&b="']);
  });
});

describe('the page', () => {
  const url = 'https://silk.example/gone';
  const broken = row(url, {
    ...{ verdict: 'broken', reason: 'http-404', status: 404, failures: 3, firstFailedAt: '2026-11-02T10:00:00.000Z' },
    evidence: ['GET https://silk.example/gone -> 404 (Not Found)', 'the same 10 s later'],
    occurrences: [
      { path: 'README.md', line: 5, column: 3, entry: 'Silk' },
      { path: 'README.md', line: 8, column: 3, entry: 'Gaff' },
    ],
  });
  const moved = row('https://jib.example/', {
    ...{
      verdict: 'moved',
      reason: 'permanent-redirect',
      finalUrl: 'https://jib.example/new',
      suggestion: 'https://jib.example/new',
    },
    occurrences: [{ path: 'README.md', line: 6, column: 3, entry: 'Jib' }],
  });
  const findings = [
    finding(list, url, { rule: 'link-broken', url, message: `${url} is broken; replace it` }),
    finding(list, 'https://jib.example/', {
      ...{ rule: 'link-moved', severity: 'warning', url: 'https://jib.example/' },
      fix: { safe: true, edits: [{ start: 46, end: 47, text: '' }] },
    }),
    finding(list, 'Loud', { message: '`Loud` is too loud; hush it', rule: 'description-end' }),
  ];
  const report = reportOf([list], findings, { command: 'check', links: [broken, moved, row('https://foil.example/')] });
  const met = page(report, { ...facts, sourceOf: (path) => `https://forge.example/${path}?plain=1` });

  test('is the same whenever it is made', () => {
    expect(html(report, facts)).toBe(html(structuredClone(report), structuredClone(facts)));
  });

  test('lets nothing run or load but its own script and style', () => {
    const policy = named(met, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy?.attributes.content?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(named(met, 'script')[0]?.text ?? '')}`,
      `style-src ${hash(named(met, 'style')[0]?.text ?? '')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // A policy counts only for what follows it.
    expect(met.indexOf(policy as Met)).toBeLessThan(met.findIndex(({ name }) => name === 'style'));
  });

  test('says in words what was found and what to do first', () => {
    expect(named(met, 'h1')[0]?.text).toBe('1 broken link, 1 other error and 1 warning in 4 entries');
    expect(named(met, 'ol').flatMap(({ text }) => text)[0]).toMatch(
      /^Replace or remove 1 broken link\.Run listwright --fix/,
    );
  });

  test('tells a broken link once, with the reason, its places, its history and the evidence', () => {
    const [first] = rowsOf(met);
    expect(first?.words).toBe(
      'Silk The page does not exist (404)https://silk.example/goneline 5, 8 · Sails · link-broken · ' +
        'failed 3 runs in a row, since November 2, 2026Evidencehttps://silk.example/gone is broken; replace it' +
        'GET https://silk.example/gone -> 404 (Not Found)the same 10 s later12 ms · status 404 · http-404 · first failed on November 2, 2026',
    );
    const links = named(met, 'a').filter(({ within }) => within.some(({ text }) => text === first?.text));
    expect(links.map(({ attributes }) => attributes.href)).toEqual(
      expect.arrayContaining([
        url,
        'https://forge.example/README.md?plain=1#L5',
        'https://forge.example/README.md?plain=1#L8',
      ]),
    );
  });

  test('shows the old and the new address of what has moved', () => {
    const told = rowsOf(met).find(({ words }) => words.startsWith('Jib'));
    expect(told?.words).toContain('https://jib.example/ →is now https://jib.example/new');
    expect(told?.words).toContain('fixable with --fix');
  });

  test('shows the line of a finding on demand', () => {
    expect(rowsOf(met).find(({ words }) => words.includes('too loud'))?.words).toBe(
      'Loud is too loud; hush itline 7 · SailsShow line- [Foil](https://foil.example/) - Loud.',
    );
    expect(named(met, 'mark').map(({ text }) => text)).toEqual(['Loud']);
  });

  test('has all without the script: groups, rows and what is folded stand in it', () => {
    const groups = withClass(met, 'group').map(({ attributes }) => [attributes['data-v'], 'open' in attributes]);
    expect(groups).toEqual([
      ['broken', true],
      ['error', true],
      ['moved', true],
      ['alive', false],
    ]);
    expect(named(met, 'form')[0]?.attributes).toHaveProperty('hidden');
  });

  test('a verdict that does not count is shown, says so, and is not in the headline', () => {
    const silent = page(reportOf([list], [], { command: 'check', links: [broken] }), facts);
    expect(named(silent, 'h1')[0]?.text).toBe('No problems found in 4 entries');
    expect(rowsOf(silent)[0]?.words).toContain('not counted: suppressed, in the baseline, or reported by another rule');
    expect(rowsOf(met)[0]?.words).not.toContain('does not count');
  });

  test('a finding on an alive link keeps a row of its own, with the evidence', () => {
    const old = 'https://foil.example/';
    const archived = finding(list, old, {
      rule: 'link-archived',
      severity: 'warning',
      url: old,
      message: 'It is archived',
    });
    const met = page(reportOf([list], [archived], { command: 'check', links: [row(old)] }), facts);
    expect(rowsOf(met).map(({ words }) => words.slice(0, 14))).toEqual(['It is archived', `${old.slice(0, 14)}`]);
    expect(rowsOf(met)[0]?.words).toContain('GET https://foil.example/ -> 200 (OK)');
  });
});

describe('sections', () => {
  const roadmap = listOf(
    '# Boats\n\n## Hulls\n\n- Tier 1: Wood\n  - [Oak](https://oak.example/) - Hard.\n- Tier 2: Steel\n  - [Rivet](https://rivet.example/) - Cold.\n\n## Ropes\n\n- [Knot](https://knot.example/) - Tight.\n',
  );
  const at = (line: number) => [{ path: 'README.md', line, column: 5, entry: null }];
  const links = [
    row('https://oak.example/', { verdict: 'broken', reason: 'dns', occurrences: at(6) }),
    row('https://rivet.example/', { occurrences: at(8) }),
    row('https://knot.example/', { occurrences: at(12) }),
  ];
  const report = reportOf([roadmap], [], { command: 'check', links });

  test('stand with their tiers and the health of each', () => {
    const met = page(report, factsOf([roadmap]));
    expect(withClass(met, 'branch').map(({ text, attributes }) => [text, attributes.class?.split(' ')[1]])).toEqual([
      ['Hulls✕ 1: 2 entries; 1 broken, 1 alive', 'section'],
      ['Tier 1: Wood✕ 1: 1 entry; 1 broken', 'tier'],
      ['Tier 2: Steel1: 1 entry; 1 alive', 'tier'],
      ['Ropes1: 1 entry; 1 alive', 'section'],
    ]);
    expect(rowsOf(met).map(({ attributes }) => attributes['data-s'])).toEqual(['2', '3', '4']);
  });

  test('are not known of a report that is read again, and cost nothing else', () => {
    const met = page(report, { lists: [], rules: [] });
    expect(withClass(met, 'branch').map(({ text }) => text)).toEqual(['README.md✕ 1: 1 broken, 2 alive']);
    expect(rowsOf(met)).toHaveLength(3);
  });

  test('of several files are below their file, and rows name the file', () => {
    const other = listOf('# Nets\n\n## Mesh\n\n- [Cord](https://cord.example/) - Thin.\n', 'docs/nets.md');
    const met = page(reportOf([roadmap, other], [], { command: 'check', links }), factsOf([roadmap, other]));
    expect(withClass(met, 'file').map(({ text }) => text)).toEqual([
      'README.md✕ 1: 3 entries; 1 broken, 2 alive',
      'docs/nets.md1: 1 entry',
    ]);
    expect(rowsOf(met)[0]?.words).toContain('README.md:6');
    const twice = [3, 5].map((line) => ({ path: 'docs/nets.md', line, column: 1, entry: null }));
    const spread = [row('https://oak.example/', { occurrences: [...at(6), ...at(8), ...twice] })];
    const told = page(reportOf([roadmap, other], [], { command: 'check', links: spread }), factsOf([roadmap, other]));
    expect(rowsOf(told)[0]?.words).toContain('README.md:6, 8, docs/nets.md:3, 5');
  });
});

describe('hosts', () => {
  const links = [
    ...[1, 2, 3].map((n) => row(`https://bad.example/${n}`, { verdict: n < 3 ? 'broken' : 'alive', reason: null })),
    row('https://www.good.example/', { durationMs: 2500 }),
    row('https://cached.example/', { durationMs: 9000, cached: true }),
    row('visit.md', { verdict: 'broken', reason: 'missing-file', durationMs: 0 }),
  ];
  const rowsIn = (caption: string): readonly string[] => {
    const met = page(reportOf([list], [], { command: 'check', links }), facts);
    const table = named(met, 'table').find(({ text }) => text.startsWith(caption));
    return named(met, 'tr')
      .filter(({ within }) => within.some((element) => element === table))
      .map(({ text }) => text)
      .slice(1);
  };

  test('the worst are those with most in trouble', () => {
    expect(rowsIn('Worst')).toEqual(['bad.example2 of 3']);
  });

  test('the slowest are measured by the requests of this run', () => {
    expect(rowsIn('Slowest')).toEqual(['good.example12.5 s', 'bad.example312 ms']);
  });
});

describe('sizes', () => {
  test('an empty report is a page too', () => {
    const met = page(reportOf([], []), { lists: [], rules: [] });
    expect(strangeIn(met)).toEqual([]);
    expect(named(met, 'h1')[0]?.text).toBe('Nothing to check');
    expect(named(met, 'main')[0]?.text).toContain('No problems found; links were not checked.');
  });

  test('a clean one says so', () => {
    const met = page(reportOf([list], [], { command: 'check', links: [row('https://a.example/')] }), facts);
    expect(named(met, 'h1')[0]?.text).toBe('No problems found in 4 entries');
    expect(withClass(met, 'fine')[0]?.text).toBe('The one link is alive.');
  });
});
