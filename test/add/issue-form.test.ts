import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readIssueForm, urlOfForm } from '../../src/add/issue-form.js';
import { templates } from '../../src/init/templates.js';

/** A body as GitHub writes it for a form. */
const bodyOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([label, value]) => `### ${label}\n\n${value === '' ? '_No response_' : value}`)
    .join('\n\n');

const formOf = (url: string) => readIssueForm(bodyOf({ URL: url })) ?? expect.fail('not a form');

test('a URL of 2,000 characters is taken whole', () => {
  const url = `https://a.example/${'x'.repeat(1_982)}`;
  expect([url.length, urlOfForm(formOf(url))]).toEqual([2_000, { url }]);
});

describe('an issue form', () => {
  test('is read by the labels of its fields, in any order', () => {
    const body = bodyOf({
      Section: 'Inks',
      URL: 'https://ink.example/',
      Name: 'Ink',
      Description: 'Writes.',
      Tier: '',
    });
    expect(readIssueForm(body)).toEqual({
      ...{ url: 'https://ink.example/', name: 'Ink', description: 'Writes.', section: 'Inks', tier: null },
    });
    expect(readIssueForm(body.replaceAll('\n', '\r\n'))).toEqual(readIssueForm(body));
    expect(readIssueForm(bodyOf({ Website: 'https://ink.example/', Title: 'Ink', Category: 'Inks' }))).toMatchObject({
      ...{ url: 'https://ink.example/', name: 'Ink', section: 'Inks' },
    });
  });

  test('of the template has fields that are read', () => {
    const { body } = parse(templates['new-entry'].text) as { body: { attributes: { label: string } }[] };
    const values = Object.fromEntries(body.map(({ attributes: { label } }) => [label, `value of ${label}`]));
    expect(readIssueForm(bodyOf(values))).toEqual({
      ...{ url: 'value of URL', name: 'value of Name', description: 'value of Description' },
      ...{ section: 'value of Section', tier: null },
    });
  });

  test.each([
    ['another issue', 'The URL is broken.'],
    ['a heading of another level', '## URL\n\nhttps://ink.example/'],
    ['a heading with more words', '### URL of the bug\n\nhttps://ink.example/'],
    ['nothing', ''],
  ])('is not %s', (_, body) => {
    expect(readIssueForm(body)).toBe(null);
  });

  test('has the first of two fields with one label, and nothing of headings that it does not know', () => {
    const body =
      '### URL\n\nhttps://a.example/\n\n### Name\n\nInk\n\n### URL\n\nhttps://b.example/\n\n### Notes\n\nmore';
    expect(readIssueForm(body)).toMatchObject({ url: 'https://a.example/', name: 'Ink', description: null });
  });

  test('has each value on one short line, whatever its size', () => {
    const form = readIssueForm(bodyOf({ URL: 'https://ink.example/', Name: 'a\n\n- b\n'.repeat(200_000) }));
    expect(form?.name).toHaveLength(200);
    expect(form?.name).not.toMatch(/\n/);
    expect(readIssueForm(`### ${'#'.repeat(1_000_000)}`)).toBe(null);
  });
});

describe('the URL of a form', () => {
  test.each(['https://ink.example/a_(b)?c=1#d', '<https://ink.example/>', '[Ink](https://ink.example/)'])(
    '%s',
    (text) => {
      const found = urlOfForm(formOf(text));
      expect('url' in found && text.includes(found.url) && URL.canParse(found.url)).toBe(true);
    },
  );

  test.each([
    ['', /no URL/],
    ['javascript:alert(1)', /does not begin with/],
    ['ink.example', /does not begin with/],
    ['https://a.example/ https://b.example/', /several URLs/],
    [`https://a.example/${'x'.repeat(1_983)}`, /longer than 2,000 characters/],
    ['[https://a.example/](https://b.example/', /more than a URL|several URLs/],
    ['see https://a.example/', /more than a URL/],
    ['https://a.example/ @everyone', /more than a URL/],
  ])('%s is refused', (text, why) => {
    const found = urlOfForm(formOf(text));
    expect('problem' in found ? found.problem : '').toMatch(why);
  });
});
