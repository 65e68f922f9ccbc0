import { describe, expect, test } from 'vitest';
import { fix, lint } from '../../src/api/lint.js';
import { parse } from '../../src/parse/parse.js';
import { frontMatterEnd } from '../../src/text/front-matter.js';

const body = [
  '# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)',
  '',
  '> Looms that people weave on.',
  '',
  '## Floor looms',
  '',
  '- [Ash](https://ash.test/) - Four shafts.',
  '- [Elm](https://elm.test/) - Eight shafts.',
  '- [Fir](https://fir.test/) - Sixteen shafts.',
  '',
].join('\n');
const yaml = '---\ntitle: Looms\ntags:\n- wool\n- https://tag.test\n# a comment  \n\nlink: "[a](b)"\n---\n';
const toml = '+++\ntitle = "Looms"\n[menu]\nmain = "- [a](b)"\n+++\n';

describe('front matter', () => {
  test.each([
    ['YAML', yaml],
    ['YAML that ends in dots', yaml.replace(/---\n$/, '...\n')],
    ['YAML with CR LF', yaml.replaceAll('\n', '\r\n')],
    ['YAML after a BOM', `\uFEFF${yaml}`],
    ['YAML with a colon in a key', yaml.replace('tags:', 'https://tag.test: 1\ntags:')],
    ['YAML with a hyphen or colon before a key', yaml.replace('tags:', '---layout: x\n:kind: y\ntags:')],
    ['YAML with a sequence as a key', yaml.replace('tags:', '[^1]: # a note\n[a]: b\ntags:')],
    ['YAML of two documents', yaml.replace('tags:', '--- | ---\ntags:')],
    ['YAML with Markdown in a second document', yaml.replace('tags:', '--- Looms\n\n* [a](b) *c*\ntags:')],
    ['YAML with a fence after a BOM in it', yaml.replace('---\n', '---\n\uFEFF---\n')],
    ['YAML with a BOM in it', yaml.replace('tags', '\uFEFFtags')],
    ['TOML', toml],
  ])('%s is not read as Markdown', (_, matter) => {
    const list = parse(matter + body);
    expect(list.frontMatter).toMatchObject({ start: { offset: 0 }, end: { offset: matter.length } });
    expect(list.title).toBe('Awesome Looms');
    expect(list.entries.map(({ name }) => name)).toEqual(['Ash', 'Elm', 'Fir']);
    expect(list.links.map(({ url }) => url)).not.toContain('b');
    expect(list.entries[0]?.position.start.line).toBe(matter.split('\n').length + 6);
  });

  test('may have a carriage return in a line, and end its lines with nothing else', () => {
    const torn = yaml.replace('Looms', 'Lo\roms');
    expect(frontMatterEnd(torn + body)).toBe(torn.length);
    expect(frontMatterEnd((yaml + body).replaceAll('\n', '\r'))).toBe(yaml.length);
    const spaced = yaml.replaceAll('---\n', '--- \r\t\n');
    expect(frontMatterEnd(spaced + body)).toBe(spaced.length);
  });

  test.each([
    ['a list below a thematic break', `---\n\n${body}`],
    ['code below a thematic break', `---\n  \`\`\`\nkey: value\n---\n  \`\`\`\n\n${body}`],
    ['a quote between two breaks', `---\n\n> Looms: all of them.\n\n---\n\n${body}`],
    ['bullets without a space between two breaks', `---\n-[a](b)\n-[c](d)\n---\n${body}`],
    ['a link between two breaks', `---\n[a](b): c\n---\n${body}`],
    ['definitions between two breaks', `---\n[a]: b\n[c]: d\n---\n${body}`],
    ['a list between two breaks', `---\nLooms: all\n\n* [a](b) *c*\n---\n${body}`],
    ['a link above what looks like another document', `---\n[a](b): c\n--- Looms\nkey: x\n---\n${body}`],
    ['a break in the middle', `${body}\n---\n\ntitle: x\n\n---\n`],
    ['YAML that nothing ends', `---\ntitle: Looms\n\n${body}`],
    ['plus signs around text', `+++\nLooms\n+++\n${body}`],
  ])('%s is Markdown', (_, text) => {
    expect(parse(text).frontMatter).toBeNull();
    expect(parse(text).entries).toHaveLength(3);
  });

  test('a break of four hyphens opens none', () => {
    expect(frontMatterEnd('----\na: b\n----\n')).toBeNull();
  });

  test('has no finding and is not rewritten', async () => {
    const text = yaml + body;
    expect((await lint(text, { preset: 'awesome' })).filter(({ start }) => start.line < 10)).toEqual([]);
    const broken = text.replace('Four shafts.', 'Four shafts');
    const rules = {
      'no-trailing-spaces': 'error',
      'description-end': ['error', { style: 'always' }],
    } as const;
    const fixed = await fix(broken, { preset: 'awesome', rules });
    expect(fixed.text).toBe(text);
  });

  test('trailing spaces of the list below are still reported', async () => {
    const rules = { 'no-trailing-spaces': 'error' } as const;
    const lines = (await lint(yaml + body.replace('Four shafts.', 'Four shafts. '), { preset: 'minimal', rules })).map(
      ({ start }) => start.line,
    );
    expect(lines).toContain(16);
  });
});
