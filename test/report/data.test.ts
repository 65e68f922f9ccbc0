import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { verdictNames } from '../../src/model/verdict-names.js';
import { json } from '../../src/report/json.js';
import { treeJson } from '../../src/report/tree-json.js';
import { finding, listOf, reportOf, row } from './made.js';

function validator(name: string) {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'));
  const ajv = schema.$schema.includes('2020') ? new Ajv2020({ strict: false }) : new Ajv({ strict: false });
  const valid = ajv.compile(schema);
  return (data: unknown) => (valid(data) ? null : valid.errors);
}
const wrongReport = validator('report');
const wrongTree = validator('tree');

const text = `# Looms

A list of looms.

## Contents

- [Weaving](#weaving)

## 🧶 Weaving

- **Tier 1: Thread**
  - ![icon](icon.png) [Reed (Book)](https://reed.example/) - Parts the warp.
    - [Inner](inner.md)
- **Tier 2: Cloth**
  - Practise daily.

<details><summary>Dyes</summary>

| Name | What |
| --- | --- |
| [Madder](https://madder.example/) | Red |

</details>
`;
const list = listOf(text, 'docs/looms.md');

test('what a terminal would obey is escaped in JSON, and reads the same', () => {
  const evidence = ['turned \u202E and \u009B2J'];
  const text = json(reportOf([list], [], { command: 'links', links: [row('https://a.example/', { evidence })] }));
  expect(text).not.toMatch(/[\u007F-\u009F\u202A-\u202E]/);
  expect(JSON.parse(text).links[0].evidence).toEqual(evidence);
});

describe('the report as data', () => {
  const links = verdictNames.map((verdict) => row(`https://${verdict}.example/`, { verdict }));
  const found = [
    finding(list, 'Madder', { rule: 'b', places: [finding(list, 'Red')] }),
    finding(list, 'Reed', { rule: 'b', url: 'https://reed.example/' }),
    finding(list, 'Reed', { rule: 'a', fix: { safe: false, edits: [{ start: 1, end: 2, text: 'x' }] } }),
  ];
  const report = reportOf([list], found, {
    command: 'check',
    links: [...links].reverse(),
    shard: { index: 2, count: 3 },
  });
  const data = JSON.parse(json(report));

  test('is what its schema says, and two spaces deep with a final newline', () => {
    expect(wrongReport(data)).toBeNull();
    expect(json(report)).toBe(`${JSON.stringify(data, null, 2)}\n`);
    expect(wrongReport(JSON.parse(json(reportOf([], []))))).toBeNull();
  });

  test('holds nothing but what the schema names', () => {
    const strange = { ...report, findings: report.findings.map((each) => ({ ...each, secret: 1 })) };
    expect(json(strange)).toBe(json(report));
  });

  test.each([
    ['a fact left out', (copy: typeof data) => delete copy.findings[0].url],
    ['a fact too many', (copy: typeof data) => Object.assign(copy.stats, { extra: 1 })],
    ['an unknown verdict', (copy: typeof data) => Object.assign(copy.links[0], { verdict: 'dead' })],
    ['no evidence', (copy: typeof data) => Object.assign(copy.links[0], { evidence: [] })],
    ['a line before the first', (copy: typeof data) => Object.assign(copy.findings[0].start, { line: 0 })],
  ])('its schema refuses %s', (_, spoil) => {
    const copy = structuredClone(data);
    spoil(copy);
    expect(wrongReport(copy)).not.toBeNull();
  });

  test('stands in the same order however it was found', () => {
    const turned = reportOf([list], [...found].reverse(), { command: 'check', links, shard: { index: 2, count: 3 } });
    expect(json(turned)).toBe(json(report));
    expect(report.findings.map(({ rule, start }) => [rule, start.line])).toEqual([
      ['a', 12],
      ['b', 12],
      ['b', 21],
    ]);
    expect(report.links.map(({ url }) => url)).toEqual(report.links.map(({ url }) => url).sort());
  });

  test('counts occurrences in all, and each distinct URL under its verdict', () => {
    const place = { path: 'docs/looms.md', line: 1, column: 1, entry: null };
    const twice = reportOf([list], [], { links: [row('a', { occurrences: [place, place] }), row('b')] });
    expect(twice.stats.links).toMatchObject({ total: 3, unique: 2, alive: 2, broken: 0 });
    const { total, unique, ...verdicts } = report.stats.links;
    expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(unique);
    expect(report.run.shard).toBe('2/3');
  });
});

describe('the tree as data', () => {
  const tree = JSON.parse(JSON.stringify(treeJson(list)));

  test('is what its schema says', () => {
    expect(wrongTree(tree)).toBeNull();
    expect(wrongTree(JSON.parse(JSON.stringify(treeJson(listOf('')))))).toBeNull();
  });

  test('holds sections, tiers, entries and links, absent facts as null', () => {
    const [, weaving] = tree.children;
    expect(weaving).toMatchObject({ type: 'section', title: 'Weaving', emoji: '🧶', depth: 2, role: 'content' });
    const [tier] = weaving.children;
    expect(tier).toMatchObject({ level: 1, title: 'Thread', form: 'item', depth: null, slug: null });
    expect(tier.children[0]).toMatchObject({ name: 'Reed', kind: 'Book', url: 'https://reed.example/' });
    expect(tier.children[0].links.map(({ url }: { url: string }) => url)).toEqual([
      'icon.png',
      'https://reed.example/',
    ]);
    expect(tier.children[0].children[0]).toMatchObject({ name: 'Inner', description: null, children: [] });
  });

  test('is a unist tree: every node has a type, a place that is its own text, and children that are arrays', () => {
    let nodes = 0;
    const walk = (node: {
      type: string;
      position: { start: { offset: number }; end: { offset: number } };
      name?: string;
      children?: never[];
      links?: never[];
    }) => {
      nodes++;
      expect(node.type).toMatch(/^(list|section|tier|entry|link)$/);
      const { start, end } = node.position;
      expect(end.offset).toBeGreaterThanOrEqual(start.offset);
      if (node.type === 'entry') expect(text.slice(start.offset, end.offset)).toContain(node.name);
      if (node.type !== 'link') expect(Array.isArray(node.children)).toBe(true);
      for (const child of [...(node.children ?? []), ...(node.links ?? [])]) walk(child);
    };
    walk(tree);
    expect(nodes).toBeGreaterThan(10);
  });

  test('its schema refuses an entry with a fact left out, and a list inside a list', () => {
    const spoilt = structuredClone(tree);
    delete spoilt.children[1].children[0].children[0].kind;
    expect(wrongTree(spoilt)).not.toBeNull();
    expect(wrongTree({ ...tree, children: [tree] })).not.toBeNull();
  });
});
