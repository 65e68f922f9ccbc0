import { describe, expect, it } from 'vitest';
import { copier, folder, idler, speaker, talk } from './talk.js';

const rules = [speaker('a'), speaker('b'), speaker('link-a', () => 'link'), idler];
const known = ['a', 'b', 'link-a', 'off', 'unused-suppression', 'heading-increment'];
const said = (text: string) => talk(text, rules, known).said.filter((one) => !one.startsWith('link-a'));
const links = (text: string) => talk(text, rules, known).said.filter((one) => !/^[ab] /.test(one));

const [A, B, C] = ['A', 'B', 'C'].map((name) => `- [${name}](https://${name.toLowerCase()}.example/)\n`);

describe('listwright-disable', () => {
  it('silences from its place to the end of the file', () => {
    expect(said(`${A}\n<!-- listwright-disable a -->\n\n${B}${C}`)).toEqual(['a 1 A', 'b 1 A', 'b 5 B', 'b 6 C']);
  });

  it('lasts to its enable', () => {
    expect(said(`<!-- listwright-disable a, b -->\n\n${A}\n<!-- listwright-enable -->\n\n${B}`)).toEqual([
      'a 7 B',
      'b 7 B',
    ]);
  });

  it('wakes one rule of several', () => {
    expect(said(`<!-- listwright-disable -->\n\n${A}\n<!-- listwright-enable b -->\n\n${B}`)).toEqual(['b 7 B']);
  });

  it('works between the items of a list and inside one', () => {
    expect(said(`${A}<!-- listwright-disable a -- it is so -->\n${B}`)).toEqual(['a 1 A', 'b 1 A', 'b 3 B']);
    expect(said(`${A}  <!-- listwright-disable a -->\n${B}`)).toEqual(['a 1 A', 'b 1 A', 'b 3 B']);
  });

  it('counts what it silences', () => {
    expect(talk(`<!-- listwright-disable -->\n\n${A}${B}`, rules, known).suppressed).toBe(6);
  });
});

describe('listwright-disable-next-line', () => {
  it('silences what begins on the next line', () => {
    expect(said(`${A}<!-- listwright-disable-next-line a -->\n${B}${C}`)).toEqual([
      'a 1 A',
      'b 1 A',
      'b 3 B',
      'a 4 C',
      'b 4 C',
    ]);
  });

  it('passes over blank lines and further comments', () => {
    const text = `<!-- listwright-disable-next-line a -->\n<!-- listwright-disable-next-line b -->\n\n${A}${B}`;
    expect(said(text)).toEqual(['a 5 B', 'b 5 B']);
  });

  it('covers the whole entry, the entries below it left out', () => {
    const body = [speaker('a', () => 'body')];
    const text =
      '<!-- listwright-disable-next-line a -->\n- [A](https://a.example/) -\n  Long.\n  - [B](https://b.example/) - Short.\n';
    expect(talk(text, body).said).toEqual(['a 4 B']);
  });

  it('silences its own entry when it stands on its line', () => {
    expect(said(`${A?.trimEnd()} <!-- listwright-disable-next-line a, b -->\n${B}`)).toEqual(['a 2 B', 'b 2 B']);
  });

  it('silences the next entry when it stands alone at the end of one', () => {
    expect(said(`${A}  <!-- listwright-disable-next-line a, b -->\n${B}`)).toEqual(['a 1 A', 'b 1 A']);
  });

  it('works in tables', () => {
    const rows =
      '| Name |\n|---|\n| [A](https://a.example/) <!-- listwright-disable-next-line a, b --> |\n| [B](https://b.example/) |\n';
    expect(said(rows)).toEqual(['a 4 B', 'b 4 B']);
  });
});

describe('listwright-ignore-link', () => {
  it('silences what is said of the links of the next entry, and no more', () => {
    const text = `<!-- listwright-ignore-link -->\n${A}${B}`;
    expect(links(text)).toEqual(['link-a 3 B']);
    expect(talk(text, [speaker('a', (entry) => (entry.name === 'A' ? 'body' : 'label'))]).said).toEqual(['a 3 B']);
  });

  it('silences its own entry when it stands on its line', () => {
    expect(links(`${A?.trimEnd()} <!-- listwright-ignore-link -->\n${B}`)).toEqual(['link-a 2 B']);
  });

  it('leaves what is said of the description', () => {
    const text = '<!-- listwright-ignore-link -->\n- [A](https://a.example/) - Text.\n';
    expect(talk(text, [speaker('a', () => 'body')]).said).toEqual(['a 2 A']);
  });
});

describe("remark's forms", () => {
  it('disable and enable', () => {
    expect(said(`<!--lint disable a b-->\n\n${A}\n<!--lint enable a-->\n\n${B}`)).toEqual(['a 7 B']);
  });

  it('ignore the next entry between entries, and the whole list before it', () => {
    expect(said(`${A}<!--lint ignore a b-->\n${B}${C}`)).toEqual(['a 1 A', 'b 1 A', 'a 4 C', 'b 4 C']);
    expect(said(`Text.\n\n<!--lint ignore a b-->\n${A}${B}`)).toEqual([]);
    expect(said(`## S\n\n<!--lint ignore a b-->\n${A}\nText.\n\n${B}`)).toEqual(['a 8 B', 'b 8 B']);
  });

  it('understand the names that other linters have for what we look at', () => {
    const separator = [speaker('entry-separator'), speaker('description-end')];
    expect(talk(`<!--lint disable awesome-list-item-->\n\n${A}`, separator).said).toEqual([]);
    expect(talk(`<!--lint disable remark-lint:double-link-->\n\n${A}`, separator).said).toHaveLength(2);
  });

  it('are passed over when they name rules of others', () => {
    expect(said(`<!--lint disable no-trailing-spaces-->\n\n${A}`)).toEqual(['a 3 A', 'b 3 A']);
    expect(said('<!--lint disable heading-increment-->\n\nText.\n')).toEqual([]);
    expect(said('<!--lint disable-->\n\nText.\n')).toEqual([]);
  });
});

describe('a finding of many places', () => {
  it('loses the places that are silenced, and their edits', () => {
    const text = `${A}<!-- listwright-disable-next-line folder -->\n${B}${C}`;
    const { findings, suppressed } = talk(text, [folder]);
    expect(findings.map((one) => [one.start.line, one.places?.map((place) => place.start.line)])).toEqual([[1, [4]]]);
    expect(findings[0]?.fix?.edits.map((edit) => edit.start)).toEqual([2, text.indexOf('[C]')]);
    expect(suppressed).toBe(1);
  });

  it('moves to the next place when the first is silenced', () => {
    const { findings } = talk(`<!-- listwright-disable-next-line folder -->\n${A}${B}`, [folder]);
    expect(findings.map((one) => [one.start.line, one.places])).toEqual([[3, null]]);
  });

  it('is gone when all are silenced', () => {
    expect(talk(`<!-- listwright-disable folder -->\n\n${A}${B}`, [folder])).toMatchObject({
      findings: [],
      suppressed: 2,
    });
  });
});

describe('copies of one defect', () => {
  it('are silenced by a directive over either', () => {
    expect(talk(`${A}${B}`, [copier]).said).toEqual(['copier 2 copy']);
    expect(talk(`<!-- listwright-disable-next-line copier -->\n${A}${B}`, [copier]).said).toEqual([]);
    expect(talk(`${A}<!-- listwright-disable-next-line copier -->\n${B}`, [copier]).said).toEqual([]);
  });
});

describe('directives that do nothing', () => {
  it('are known by what they silence', () => {
    expect(said(`<!-- listwright-disable a -->\n\nText.\n`)).toEqual(['unused-suppression 1 idle all']);
    expect(said(`<!-- listwright-disable a, b -->\n\n${A}`)).toEqual([]);
    expect(said(`<!-- listwright-disable a, b -->\n\n${A}`.replace('a, b', 'a, nothing'))).toEqual([
      'unused-suppression 1 unknown nothing',
      'b 3 A',
    ]);
  });

  it('are named when only some of their rules do nothing', () => {
    const only = [speaker('a'), speaker('b', () => 'body'), idler];
    expect(talk(`<!-- listwright-disable a, b -->\n\n${A}`, only, known).said).toEqual(['unused-suppression 1 idle b']);
  });

  it('are the outer ones when an inner one does the work', () => {
    const text = `<!-- listwright-disable a -->\n\nText.\n\n<!-- listwright-disable-next-line a -->\n${A}`;
    expect(said(text)).toEqual(['unused-suppression 1 idle all', 'b 6 A']);
  });

  it('are enables of what nothing disabled', () => {
    expect(said('Text.\n\n<!-- listwright-enable a -->\n')).toEqual(['unused-suppression 3 unmatched all']);
    expect(said(`<!-- listwright-disable a -->\n\n${A}\n<!-- listwright-enable a, b -->\n`)).toEqual([
      'b 3 A',
      'unused-suppression 5 unmatched b',
    ]);
  });

  it('get the benefit of the doubt when a rule is off, or links were not checked', () => {
    expect(said('<!-- listwright-disable off -->\n\nText.\n')).toEqual([]);
    const unchecked = speaker('link-gone', () => 'body');
    const late = { ...unchecked, reads: 'verdict' as const };
    const text = (line: string) => `<!-- listwright-disable-next-line link-gone -->\n${line}`;
    expect(talk(text(A ?? ''), [late, idler]).said).toEqual([]);
    expect(talk(text('Text.\n'), [late, idler]).said).toEqual(['unused-suppression 1 idle all']);
  });

  it('can be silenced', () => {
    expect(said('<!-- listwright-disable a, unused-suppression -->\n\nText.\n')).toEqual([]);
    expect(
      said('<!-- listwright-disable unused-suppression -->\n\n<!-- listwright-disable-next-line a -->\n\nText.\n'),
    ).toEqual([]);
  });
});
