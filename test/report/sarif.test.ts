import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sarif } from '../../src/report/sarif.js';
import { anyText, attacks, factsOf, list, manyFindings, reportSaying } from './hostile.js';
import { finding, listOf, reportOf } from './made.js';

const object = (required: string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const whole = (minimum: number) => ({ type: 'integer', minimum });
const level = { enum: ['none', 'note', 'warning', 'error'] };
const message = { ...object(['text'], { text: { type: 'string' }, markdown: { type: 'string' } }) };
const items = (of: object, more: object = {}) => ({ type: 'array', items: of, ...more });
const region = {
  ...object([], {
    ...{ startLine: whole(1), startColumn: whole(1), endLine: whole(1), endColumn: whole(1) },
    ...{ charOffset: whole(-1), charLength: whole(0) },
  }),
  anyOf: [{ required: ['startLine'] }, { required: ['charOffset'] }],
};
const artifactLocation = object(['uri'], {
  uri: { type: 'string', pattern: "^[\\w.~:/?#\\[\\]@!$&'()*+,;=%-]*$" },
  uriBaseId: { type: 'string' },
});
const location = object(['physicalLocation'], {
  physicalLocation: object(['artifactLocation'], { artifactLocation, region }),
});
const replacement = object(['deletedRegion'], { deletedRegion: region, insertedContent: message });
const fix = object(['artifactChanges'], {
  description: message,
  artifactChanges: items(
    object(['artifactLocation', 'replacements'], {
      artifactLocation,
      replacements: items(replacement, { minItems: 1 }),
    }),
    { minItems: 1, uniqueItems: true },
  ),
});

/** What the published schema of SARIF 2.1.0 asks of the parts that are written here. */
const schema = object(['version', 'runs'], {
  $schema: { type: 'string' },
  version: { const: '2.1.0' },
  runs: items(
    object(['tool'], {
      tool: object(['driver'], {
        driver: object(['name'], {
          ...{ name: { type: 'string' }, version: { type: 'string' }, semanticVersion: { type: 'string' } },
          rules: items(
            object(['id'], {
              ...{ id: { type: 'string' }, shortDescription: message, help: message },
              helpUri: { type: 'string', pattern: '^https?://' },
              defaultConfiguration: object([], { level }),
            }),
            { uniqueItems: true },
          ),
        }),
      }),
      invocations: items(
        object(['executionSuccessful'], {
          ...{
            executionSuccessful: { type: 'boolean' },
            startTimeUtc: { type: 'string', pattern: '^[\\d-]+T[\\d:.]+Z$' },
          },
          toolExecutionNotifications: items(object(['message'], { level, message })),
        }),
      ),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: items(
        object(['message'], {
          ...{ ruleId: { type: 'string' }, ruleIndex: whole(0), level, message },
          ...{ locations: items(location), relatedLocations: items(location, { uniqueItems: true }) },
          partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
          fixes: items(fix, { uniqueItems: true }),
        }),
      ),
    }),
    { minItems: 1 },
  ),
});
const valid = new Ajv({ strict: false, validateSchema: false }).compile(schema);
const wrong = (text: string) => (valid(JSON.parse(text)) ? null : valid.errors);

const said = (report: Parameters<typeof sarif>[0], lists = [list]) => sarif(report, factsOf(lists));
const runOf = (text: string) => JSON.parse(text).runs[0];
const printsOf = (text: string): string[] =>
  runOf(text).results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0]);

describe('SARIF', () => {
  test('of nothing names the rules and no result', () => {
    const text = said(reportOf([list], []));
    expect(wrong(text)).toBeNull();
    expect(runOf(text)).toMatchObject({
      columnKind: 'utf16CodeUnits',
      results: [],
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      tool: {
        driver: {
          name: 'listwright',
          rules: [{ id: 'some-rule', helpUri: 'https://docs.example/some-rule' }, { id: 'description-end' }],
        },
      },
    });
    expect(wrong(sarif(reportOf([], []), { rules: [], lists: [] }))).toBeNull();
  });

  test('names rule, level, place and fix', () => {
    const at = list.text.indexOf('Old');
    const edits = [{ start: at, end: at + 3, text: 'New\u202E' }];
    const found = [
      finding(list, 'Loud', { severity: 'info', rule: 'unknown-rule', places: [finding(list, 'Silk')] }),
      finding(list, 'Old', { fix: { safe: true, edits } }),
    ];
    const text = said(reportOf([list], found));
    expect(wrong(text)).toBeNull();
    const region = { startLine: 8, startColumn: 35, endLine: 8, endColumn: 38, charOffset: at, charLength: 3 };
    const artifactLocation = { uri: 'README.md', uriBaseId: '%SRCROOT%' };
    expect(runOf(text).results).toEqual([
      {
        ...{ ruleId: 'some-rule', ruleIndex: 0, level: 'error', message: { text: '`Old` is wrong; fix it' } },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        partialFingerprints: { 'listwrightPlace/v1': expect.stringMatching(/^[\da-f]{64}$/) },
        fixes: [
          {
            description: { text: 'Safe fix: apply with listwright --fix.' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [{ deletedRegion: region, insertedContent: { text: 'New\u202E' } }],
              },
            ],
          },
        ],
      },
      expect.objectContaining({
        ruleId: 'unknown-rule',
        ruleIndex: 2,
        level: 'note',
        relatedLocations: [expect.anything()],
      }),
    ]);
    const { rules } = runOf(text).tool.driver;
    expect(rules.map((rule: { defaultConfiguration: { level: string } }) => rule.defaultConfiguration.level)).toEqual([
      'error',
      'warning',
      'note',
    ]);
    expect(rules[0].help).toEqual({
      text: 'Fix what is `wrong`. It is wrong.',
      markdown: 'Fix what is `wrong`. It is wrong.',
    });
  });

  test.each([
    ['docs/a b#c%.md', { uri: 'docs/a%20b%23c%25.md', uriBaseId: '%SRCROOT%' }],
    ['./README.md', { uri: 'README.md', uriBaseId: '%SRCROOT%' }],
    ['a:b/絹.md', { uri: 'a%3Ab/%E7%B5%B9.md', uriBaseId: '%SRCROOT%' }],
    ['a\nb\uD800.md', { uri: 'a%0Ab%EF%BF%BD.md', uriBaseId: '%SRCROOT%' }],
    ['../README.md', { uri: '../README.md' }],
    ['/tmp/a b.md', { uri: 'file:///tmp/a%20b.md' }],
    ['D:/lists/a.md', { uri: 'file:///D:/lists/a.md' }],
  ])('writes the path %j as a URI', (path, artifact) => {
    const text = said(reportOf([list], [finding(list, 'Old', { path })]));
    expect(wrong(text)).toBeNull();
    expect(runOf(text).results[0].locations[0].physicalLocation.artifactLocation).toEqual(artifact);
  });

  test('leaves out a fix whose text has no UTF-8', () => {
    const fix = { safe: true, edits: [{ start: 0, end: 1, text: '\uD800' }] };
    expect(runOf(said(reportOf([list], [finding(list, 'Old', { fix })]))).results[0].fixes).toBeUndefined();
  });

  test.each(attacks)('holds what a list may hold: %s', (_, words) => {
    const text = said(reportSaying(words));
    expect(wrong(text)).toBeNull();
    // Neither in what is written out of the list as it stands, such as the text of a fix.
    expect(text).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const messages: string[] = runOf(text).results.map((result: { message: { text: string } }) => result.message.text);
    for (const each of messages)
      expect(each).not.toMatch(/\]\(|[\u0000-\u001f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  });

  test('is valid whatever a list holds', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(wrong(said(reportSaying(words)))).toBeNull();
      }),
    );
  });

  test('holds 5,000 results, errors first, and tells of the rest', () => {
    const text = said({ ...reportOf([list], []), findings: manyFindings() });
    expect(wrong(text)).toBeNull();
    const { results, invocations } = runOf(text);
    expect(results).toHaveLength(5000);
    expect(results.slice(0, 2500).every((result: { level: string }) => result.level === 'error')).toBe(true);
    expect(results[2500].level).toBe('warning');
    expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(
      /^1,000 findings omitted: GitHub accepts at most 5,000 results/,
    );
  });

  test('an interrupted run did not succeed', () => {
    const run = runOf(said(reportOf([list], [], { interrupted: true })));
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'warning' }],
    });
  });

  test('its schema refuses what is wrong', () => {
    const good = said(reportOf([list], [finding(list, 'Old')]));
    for (const [from, to] of [
      ['"level": "error"', '"level": "major"'],
      ['"uri": "README.md"', '"uri": "READ ME.md"'],
      ['"startLine": 8', '"startLine": 0'],
      ['"executionSuccessful"', '"successful"'],
    ] as const) {
      expect(good).toContain(from);
      expect(wrong(good.replace(from, to))).not.toBeNull();
    }
  });
});

describe('fingerprints', () => {
  const one = '# A\n\n- [Silk](a) -  Costly.\n- [Jib](b) - Costly.\n- [Silk](a) - Costly.\n';
  const moved = `# A\n\nMore\nlines.\n\n${one.slice(5)}`;
  const prints = (text: string, words: readonly (readonly [string, number])[], facts: object = {}) => {
    const other = listOf(text);
    return printsOf(
      said(
        reportOf(
          [other],
          words.map(([at, nth]) => finding(other, at, facts, nth)),
        ),
        [other],
      ),
    );
  };
  const all = [
    ['Costly', 1],
    ['Costly', 2],
    ['Costly', 3],
  ] as const;

  test('are all different, and stay when lines move or a line of the same text is mended', () => {
    const before = prints(one, all);
    expect(new Set(before).size).toBe(3);
    expect(prints(moved, all)).toEqual(before);
    expect(prints(one.replaceAll('\n', '\r\n'), all)).toEqual(before);
    expect(prints(one, all.slice(1, 2))).toEqual(before.slice(1, 2));
  });

  test('change with the rule, the path and the line', () => {
    const [before] = prints(one, all);
    expect(prints(one, all, { rule: 'other' })).not.toContain(before);
    expect(prints(one, all, { path: 'b.md' })).not.toContain(before);
    expect(prints(one.replaceAll('Silk', 'Nylon'), all)).not.toContain(before);
    expect(prints(one, all, { message: 'said otherwise' })[0]).toBe(before);
  });

  test('of a list that is not known tell messages apart', () => {
    const found = all.map(([at, nth]) => finding(listOf(one), at, { message: `${at} ${nth}` }, nth));
    const before = printsOf(sarif(reportOf([], found), { rules: [], lists: [] }));
    expect(new Set(before).size).toBe(3);
    expect(printsOf(sarif(reportOf([], found.slice(1)), { rules: [], lists: [] }))).toEqual(before.slice(1));
  });
});
