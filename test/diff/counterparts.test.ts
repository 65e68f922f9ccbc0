import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/diff/list-diff.js';
import { newFindings } from '../../src/diff/new-findings.js';
import type { Finding } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';

/** A finding about the text between the bars, or about all that stands between bars; the texts themselves have none. */
interface Said {
  /** The list; `|…|` marks places. */
  readonly text: string;
  /** What is said of the places: one message for all as one finding, or a message for each. */
  readonly says: string | readonly string[];
  readonly url?: string;
}

function read({ text, says, url = null as unknown as string }: Said): { list: List; findings: readonly Finding[] } {
  const parts = text.split('|');
  const list = parse(parts.join(''));
  const places = parts.flatMap((part, index) => {
    const start = parts.slice(0, index).join('').length;
    return index % 2 === 1 ? [list.place(start, start + part.length)] : [];
  });
  const head = {
    rule: 'made',
    topic: 'style',
    verdict: null,
    severity: 'error',
    path: 'README.md',
    url,
    fix: null,
  } as const;
  const [first, ...rest] = places;
  if (typeof says === 'string') {
    const further = rest.length === 0 ? null : rest;
    return { list, findings: first === undefined ? [] : [{ ...head, ...first, message: says, places: further }] };
  }
  return {
    list,
    findings: places.map((place, index) => ({ ...head, ...place, message: says[index] ?? '', places: null })),
  };
}

/** The texts of the places that the change causes findings of. */
function fresh(before: Said, after: Said): readonly string[] {
  const [old, now] = [read(before), read(after)];
  const lists = { before: old.list, after: now.list };
  const said = newFindings(old.findings, now.findings, lists, changesBetween(old.list, now.list));
  return said.flatMap(({ start, end, places }) =>
    [{ start, end }, ...(places ?? [])].map((place) => now.list.text.slice(place.start.offset, place.end.offset)),
  );
}

const head = '# T\n\n## A\n\n';
const [pot, pan] = ['- [Pot](https://pot.test) - Of clay.\n', '- [Pan](https://pan.test) - Of tin.\n'];

describe('of two faults of one entry, the one whose text was there is old', () => {
  const line = (text: string) => `${head}- [Pot](https://pot.test) - ${text}\n`;
  test.each<[string, string, string, readonly string[]]>([
    ['a fault before it', 'of |Clay|', 'of |Tin| and |Clay|', ['Tin']],
    ['a fault behind it', 'of |Clay|', 'of |Clay| and |Tin|', ['Tin']],
    ['the same fault, other words', 'of |Clay|', 'of |Tin|', []],
  ])('%s', (_, was, is, expected) => {
    expect(fresh({ text: line(was), says: ['bad'] }, { text: line(is), says: ['bad', 'bad'] })).toEqual(expected);
  });

  test('another message, another rule of thumb: new', () => {
    expect(fresh({ text: line('of |Clay|'), says: ['bad'] }, { text: line('of |Tin|'), says: ['worse'] })).toEqual([
      'Tin',
    ]);
    expect(
      fresh(
        { text: line('of |Clay|'), says: ['bad'], url: 'a:' },
        { text: line('of |Tin|'), says: ['bad'], url: 'b:' },
      ),
    ).toEqual(['Tin']);
  });
});

describe('the same line', () => {
  test('that is an entry in one state and prose in the other', () => {
    const line = '- [Pot](https://pot.test) - Of |clay|.\n';
    const meta = `# T\n\n## Contributing\n\n${line}`;
    const content = `# T\n\n## Pots\n\n${line}`;
    expect(fresh({ text: meta, says: ['bad'] }, { text: content, says: ['bad'] })).toEqual([]);
    expect(fresh({ text: meta, says: ['bad'] }, { text: content.replace('Of', 'As'), says: ['bad'] })).toEqual([
      'clay',
    ]);
  });

  test('of which other names are told', () => {
    const text = `${head}As |clay| is.\n\n${pot}`;
    const more = text.replace(pot, `${pot}${pan}`);
    expect(fresh({ text, says: ['near `Pot`; go'] }, { text: more, says: ['near `Pan`; go'] })).toEqual([]);
    expect(fresh({ text, says: ['near `Pot`; go'] }, { text: more, says: ['gone: `Pan`'] })).toEqual(['clay']);
  });

  test('of which one finding for many speaks now, or spoke before', () => {
    const one = `${head}As |clay| is.\n\nOr tin.\n\n${pot}`;
    const both = `${head}As |clay| is.\n\nOr |tin|.\n\n${pot}`;
    expect(fresh({ text: one, says: ['bad'] }, { text: both, says: '2 are bad' })).toEqual(['tin']);
    expect(fresh({ text: both, says: '2 are bad' }, { text: one, says: ['bad'] })).toEqual([]);
    expect(fresh({ text: both, says: '2 are bad' }, { text: one.replace('As', 'So'), says: ['bad'] })).toEqual([
      'clay',
    ]);
  });
});

describe('a place outside of entries', () => {
  const text = (title: string, more: string) => `# T\n\n|${title}\n\n${pot}${more}|`;
  test('that reaches over changed lines, but begins as before', () => {
    const said = ['3 are too few'];
    expect(fresh({ text: text('## A', ''), says: said }, { text: text('## A', pan), says: ['4 are too few'] })).toEqual(
      [],
    );
    expect(fresh({ text: text('## A', ''), says: said }, { text: text('## B', pan), says: said })).toHaveLength(1);
    expect(fresh({ text: text('## A', ''), says: said }, { text: text('## A', pan), says: ['much'] })).toHaveLength(1);
  });

  test('of the file as a whole', () => {
    const said = { says: ['no badge'] };
    expect(fresh({ text: `||${head}${pot}`, ...said }, { text: `||# New\n\n## A\n\n${pot}`, ...said })).toEqual([]);
  });
});

describe('numbers and names in messages', () => {
  const line = (name: string, text: string) => `${head}- [${name}](https://pot.test) - Of |${text}|.\n`;
  test.each<[string, string, string, readonly string[]]>([
    ['a count', 'has 12 words, at most 5', 'has 7 words, at most 5', []],
    ['a line', 'as in line 7;', 'as in line 31;', []],
    ['a number that is content', 'is `7`', 'is `31`', ['new']],
    ['a number in a word', 'is http-404', 'is http-410', ['new']],
    ['the name of the entry', '`Pot` is bad', '`New Pot` is bad', []],
    ['another name', '`Pan` is bad', '`Old` is bad', ['new']],
  ])('%s', (_, was, is, expected) => {
    expect(fresh({ text: line('Pot', 'old'), says: [was] }, { text: line('New Pot', 'new'), says: [is] })).toEqual(
      expected,
    );
  });
});

describe('a rule that blames another old entry than before', () => {
  const [a, b, c] = ['Pot', 'Pan', 'Cup'].map((name) => `- [${name}](https://${name.toLowerCase()}.test)\n`);
  const bars = (line = '') => line.replace(/\[(\w+)\]/, '[|$1|]');
  test('in the same section, when nothing was done to either', () => {
    const was = { text: `${head}${bars(a)}${b}${c}`, says: ['`Pot` is late'] };
    expect(
      fresh(was, { text: `${head}${a}${bars(b)}${c}${pot.replaceAll('ot', 'u')}`, says: ['`Pan` is early'] }),
    ).toEqual([]);
    expect(fresh(was, { text: `${head}${bars(a)}${bars(b)}${c}`, says: ['`Pot` is late', '`Pan` is early'] })).toEqual([
      'Pan',
    ]);
    const late = { text: `${head}${a}${bars(b)}${c}`, says: ['`Pan` is late'] };
    const both = { text: `${head}${bars(a)}${bars(b)}${c}`, says: ['`Pot` is late', '`Pan` is early'] };
    expect(fresh(late, both)).toEqual(['Pot']);
    const changed = { text: `${head}${a}${bars(b)?.replace(')', ') - New.')}${c}`, says: ['`Pan` is early'] };
    expect(fresh(was, changed)).toEqual(['Pan']);
    const apart = (text: string) => text.replace(`${c}`, `\n## B\n\n${c}`);
    const other = { text: apart(`${head}${a}${b}${c}`).replace('[Cup]', '[|Cup|]'), says: ['`Cup` is early'] };
    expect(fresh({ ...was, text: apart(was.text) }, other)).toEqual(['Cup']);
  });
});
