import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { inferFormat } from '../../src/init/infer-format.js';
import { writeConfig } from '../../src/init/write-config.js';
import { parse } from '../../src/parse/parse.js';

const items = (count: number, line: (index: number) => string): string =>
  `# Kites\n\n## Sails\n\n${Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('')}`;
const usual = (index: number) => `* [Sail ${index}](https://${index}.test): Cloth number ${index}.`;
const preset = { key: 'preset', value: 'list', why: ['A list'] } as const;

describe('the format of a list', () => {
  it('is proposed as it is, where all entries follow it', () => {
    const list = parse(items(20, usual));
    const format = inferFormat(list);
    expect(format).toEqual({ entries: { format: '* [{name}]({url}): {description}.' }, agree: 20, of: 20 });
    const written = parseYaml(writeConfig({ preset, rules: [], options: [] }, [], format));
    expect(written.entries).toEqual(format?.entries);
    expect(parse(list.text, { entries: written.entries }).departures).toEqual([]);
  });

  it('is proposed as a comment, where some do not', () => {
    const text = items(40, (index) =>
      index < 2 ? `* [Sail ${index}](https://${index}.test) by A. Breeze` : usual(index),
    );
    const format = inferFormat(parse(text));
    expect([format?.agree, format?.of]).toEqual([38, 40]);
    const config = writeConfig({ preset, rules: [], options: [] }, [], format);
    expect(parseYaml(config).entries).toBeUndefined();
    expect(config).toContain('The format below applies to 40 entries, and 38 of them match it.');
    expect(config).toContain("#   format: '* [{name}]({url}): {description}.'");
  });

  it.each([
    [
      'fewer than 95% follow one',
      items(40, (index) => (index < 3 ? `* [Sail ${index}](https://${index}.test) by A. Breeze` : usual(index))),
    ],
    ['there are fewer than 20 entries', items(19, usual)],
    ['there are none', '# Kites\n\nWords.\n'],
  ])('is not proposed where %s', (_, text) => {
    expect(inferFormat(parse(text))).toBe(null);
  });

  it('has the tags that entries end with', () => {
    expect(inferFormat(parse(items(20, (index) => `${usual(index)} \`MIT\` \`Go\``)))?.entries).toEqual({
      format: '* [{name}]({url}): {description}.{+ `{tag}`}',
    });
  });

  it.each([
    ['descriptions that some lack', (index: number) => (index % 5 === 0 ? '' : ' - Cloth.'), '{? - {description}.}'],
    [
      'notes at the end',
      (index: number) => ['', ' - Cloth', ' (new)', ' - Cloth (new) *(light)*'][index % 4] ?? '',
      '{? - {description}}{* ({note})}',
    ],
    [
      'notes after the name',
      (index: number) => `${index % 5 === 0 ? ' (new)' : ''} - Cloth`,
      '{? ({note})} - {description}',
    ],
    [
      'links after the name',
      (index: number) => `${index % 3 === 0 ? ' [[sail](https://s.test)]' : ''} - Cloth`,
      '{? [[{label}]({link})]} - {description}',
    ],
    [
      'marks after the name',
      (index: number) => `${index % 9 === 0 ? ' :kite:' : ''} - Cloth.`,
      '{? :{mark}:} - {description}.',
    ],
    ['full-width signs', () => '：帆布。', '：{description}。'],
    ['descriptions over two lines', () => ' - Cloth\n  of silk.', ' - {description}.'],
  ])('has %s', (_, rest, format) => {
    const text = items(40, (index) => `- [Sail ${index}](https://${index}.test)${rest(index)}`);
    const inferred = inferFormat(parse(text));
    expect(inferred).toEqual({ entries: { format: `- [{name}]({url})${format}` }, agree: 40, of: 40 });
  });

  it('reads links by reference', () => {
    const text = `${items(20, (index) => `- [Sail ${index}][${index}] - Cloth.`)}\n${Array.from({ length: 20 }, (_, index) => `[${index}]: https://${index}.test`).join('\n')}\n`;
    expect(inferFormat(parse(text))?.entries).toEqual({ format: '- [{name}]({url}) - {description}.' });
  });

  it('has no value that is another one with a slip, and names links after their columns', () => {
    const rows = Array.from(
      { length: 200 },
      (_, index) =>
        `| [Sail ${index}](https://${index}.test) | ${index < 3 ? 'Silk' : '`Silk`'} | [Plan](https://p.test) |\n`,
    );
    const text = `# Kites\n\n## Sails\n\n| Sail | Cloth | Plan |\n| --- | --- | --- |\n${rows.join('')}`;
    expect(inferFormat(parse(text))).toEqual({
      entries: {
        columns: { Sail: '[{name}]({url})', Cloth: { values: ['`Silk`'] }, Plan: { format: '[{plan}]({plan-url})' } },
      },
      agree: 197,
      of: 200,
    });
  });

  it('has the columns of tables, with the values of small sets', () => {
    const rows = Array.from(
      { length: 24 },
      (_, index) => `| [Sail ${index}](https://${index}.test) | Cloth ${index} | ${index % 2 ? '`Red`' : 'No'} |\n`,
    );
    const text = `# Kites\n\n## Sails\n\n| Sail | About | Hue |\n| --- | --- | --- |\n${rows.join('')}`;
    const format = inferFormat(parse(text));
    expect(format).toEqual({
      entries: { columns: { Sail: '[{name}]({url})', About: {}, Hue: { values: ['No', '`Red`'] } } },
      agree: 24,
      of: 24,
    });
    const written = parseYaml(writeConfig({ preset, rules: [], options: [] }, [], format));
    expect(written.entries).toEqual(format?.entries);
  });
});
