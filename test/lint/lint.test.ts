import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { defineRule } from '../../src/rule-kit/define-rule.js';
import { folder, on, speaker, talk } from './talk.js';

const list =
  '## One\n\n- [A](https://a.example/) - First.\n- [B](https://b.example/) - Second.\n\n## Two\n\n- [C](https://c.example/) - Third.\n';

describe('lint', () => {
  it('sorts by position, then rule', () => {
    expect(talk(list, [speaker('z'), speaker('a')]).said).toEqual([
      'a 3 A',
      'z 3 A',
      'a 4 B',
      'z 4 B',
      'a 8 C',
      'z 8 C',
    ]);
  });

  it('gives findings the topic of their rule', () => {
    const [first] = talk(list, [speaker('a', () => 'link')]).findings;
    expect(first).toEqual({
      rule: 'a',
      topic: 'style',
      verdict: null,
      severity: 'error',
      message: 'A',
      path: 'a.md',
      start: { line: 3, column: 3, offset: 10 },
      end: { line: 3, column: 26, offset: 33 },
      url: 'https://a.example/',
      fix: null,
      places: null,
    });
  });

  it('keeps what comes from a list on one line', () => {
    const wrapped = '- [A\n  B\u0007](https://a.example/)\n';
    expect(talk(wrapped, [speaker('a')]).findings[0]?.message).toBe('A B ');
    const long = `- [${'A'.repeat(1000)}](https://a.example/)\n`;
    expect(talk(long, [speaker('a')]).findings[0]?.message).toHaveLength(300);
  });

  it('names the rule that throws', () => {
    const broken = defineRule({
      ...on(speaker('x')).rule,
      id: 'broken',
      check() {
        throw new TypeError('oh');
      },
    });
    const { crashes, findings } = talk(list, [broken, speaker('fine')]);
    expect(crashes).toMatchObject([
      { rule: 'broken', path: 'a.md', why: 'oh', stack: expect.stringContaining('TypeError') },
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['fine', 'fine', 'fine']);
  });

  it.each([
    ['a word', 'oh', 'oh'],
    ['nothing', undefined, 'undefined'],
    ['what cannot be made a text', Object.create(null), 'something without words was thrown'],
    ['an error with a message that is none', Object.assign(new Error('oh'), { message: Symbol('oh') }), 'Symbol(oh)'],
    ['an error whose stack is none', Object.assign(new Error('oh'), { stack: 7 }), 'oh'],
  ])('names the rule that throws %s', (_, thrown, why) => {
    const broken = defineRule({
      ...on(speaker('x')).rule,
      id: 'broken',
      check() {
        throw thrown;
      },
    });
    expect(talk(list, [broken]).crashes).toMatchObject([{ rule: 'broken', why }]);
  });

  it('names the rule that has no such message', () => {
    const mute = defineRule({
      ...on(speaker('x')).rule,
      id: 'mute',
      options: v.object({}),
      check({ list: { position }, report }) {
        report({ message: 'nothing', at: position } as never);
      },
    });
    expect(talk(list, [mute]).crashes).toMatchObject([{ rule: 'mute', why: 'it has no message called nothing' }]);
  });
});

describe('supersededBy', () => {
  it('drops what a root cause explains, by link and by place', () => {
    const roots = speaker('root', (entry) => (entry.name === 'A' ? 'link' : 'body'));
    expect(talk(list, [speaker('leaf', () => 'link', ['root']), roots]).said).toEqual([
      'root 3 A',
      'leaf 4 B',
      'root 4 B',
      'leaf 8 C',
      'root 8 C',
    ]);
    expect(talk(list, [speaker('leaf', () => 'label', ['root']), roots]).said).not.toContain('leaf 3 A');
  });

  it('counts the further places of a root cause', () => {
    expect(talk(list, [folder, speaker('leaf', () => 'label', ['folder'])]).said).toEqual(['folder 3 all']);
  });

  it('leaves neighbours alone', () => {
    const near = '- [A](https://a.example/)[B](https://b.example/)\n';
    const root = speaker('root', () => 'link');
    const leaf = defineRule({
      ...on(speaker('x')).rule,
      id: 'leaf',
      supersededBy: ['root'],
      messages: { said: 'second' },
      check({ list: { links }, report }) {
        const second = links[1];
        if (second) report({ message: 'said', at: second.position, link: second });
      },
    });
    expect(talk(near, [root, leaf]).said).toEqual(['root 1 A', 'leaf 1 second']);
  });

  it('lets a rule speak when the other is off', () => {
    expect(talk(list, [speaker('leaf', () => 'link', ['root'])]).said).toHaveLength(3);
  });
});

describe('scope', () => {
  it.each([
    ['a name, whatever its case', ['b'], ['A', 'C']],
    ['a URL', ['https://c.example/'], ['A', 'B']],
    ['a pattern', ['/^[AB]$/'], ['C']],
    ['a pattern with flags', ['/^https:..A/i'], ['B', 'C']],
    ['no part of a name', ['https://c.example'], ['A', 'B', 'C']],
  ])('passes over %s', (_, ignore, left) => {
    expect(talk(list, [on(speaker('a'), { ignore })]).findings.map((one) => one.message)).toEqual(left);
  });

  it('keeps to sections', () => {
    const names = (sections: object) => talk(list, [on(speaker('a'), { sections })]).findings.map((one) => one.message);
    expect(names({ only: ['two'] })).toEqual(['C']);
    expect(names({ except: ['/^T/'] })).toEqual(['A', 'B']);
    expect(names({ only: ['Three'] })).toEqual([]);
  });

  it('looks at the sections and tiers around', () => {
    const deep =
      '## One\n\n### Deep\n\n- **Tier 1: X**\n  - [A](https://a.example/)\n- **Tier 2: Y**\n  - [B](https://b.example/)\n';
    const names = (only: string) =>
      talk(deep, [on(speaker('a'), { sections: { only: [only] } })]).findings.map((one) => one.message);
    expect(names('One')).toEqual(['A', 'B']);
    expect(names('Deep')).toEqual(['A', 'B']);
    expect(names('Tier 2: Y')).toEqual(['B']);
  });

  it('does not count what is ignored as suppressed', () => {
    expect(talk(list, [on(speaker('a'), { ignore: ['A'] })]).suppressed).toBe(0);
  });

  it('refuses a pattern that is none', () => {
    expect(() => talk(list, [on(speaker('a'), { ignore: ['/(/'] })])).toThrow(UserError);
  });
});
