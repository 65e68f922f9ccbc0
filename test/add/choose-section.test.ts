import { describe, expect, test } from 'vitest';
import { proposed } from './propose.js';

const pens = ['Anchor', 'Biro', 'Nib', 'Reed', 'Stylus', 'Wren'];
const entries = (names: readonly string[], indent = ''): string =>
  names.map((name) => `${indent}- [${name}](https://${name.toLowerCase()}.test/) - A thing to write with.`).join('\n');
const text = `# Letters

## Contents

- [Pens](#pens)
- [Inks](#inks)

## Pens

${entries(pens)}

## Inks

Black and blue.

### Bottled inks

- [Sepia](https://sepia.test/) - Brown ink from a bottle.
- [Azure](https://azure.test/) - Blue ink from a bottle.
- [Coal](https://coal.test/) - Black ink from a bottle.

### Powders

Nothing yet.

## Contributing

Write to us.
`;

const tiers = `# Path

## Writing

- **Tier 1: First strokes**
  - [Slate (Course)](https://slate.test/) - Chalk and slate.
- **Tier 2: Letters**
  - [Copybook (Book)](https://copy.test/) - Lines to copy.
- **Tier 3: Mastery**

## Binding

- **Tier 1: Glue**
  - [Paste (Book)](https://paste.test/) - Paste and paper.
- **Tier 2: Thread**
  - [Needle (Book)](https://needle.test/) - Needle and thread.
`;

const above = (after: string): string | undefined => {
  const lines = after.split('\n');
  return lines[lines.findIndex((line) => line.includes('[Quill')) - 1];
};

describe('where an entry goes', () => {
  test('by the alphabet where its section is sorted, at the end where it is not', async () => {
    const sorted = await proposed(text, { section: 'Pens' });
    expect([sorted.neighbour, sorted.sorted, sorted.lineNumber]).toEqual([{ name: 'Nib', side: 'after' }, true, 13]);
    const unsorted = await proposed(text, { section: 'Bottled inks' });
    expect([unsorted.neighbour, unsorted.sorted]).toEqual([{ name: 'Coal', side: 'after' }, false]);
    const first = await proposed(text, { section: 'Pens', name: 'Aardvark' });
    expect(first.neighbour).toEqual({ name: 'Anchor', side: 'before' });
  });

  test('into a section without entries, below what stands there', async () => {
    const { after, neighbour } = await proposed(text, { section: '#powders' });
    expect(neighbour).toBeNull();
    expect(after).toContain(
      'Nothing yet.\n\n- [Quill](https://quill.ink/pen) - Quick pen for slow letters.\n\n## Contributing',
    );
  });

  test('a comment or the configuration says what is sorted', async () => {
    const marked = text.replace('## Pens\n', '## Pens\n\n<!-- unsorted -->\n');
    expect((await proposed(marked, { section: 'Pens' })).neighbour?.name).toBe('Wren');
  });

  test.each([
    ['Tools › Pens', 'Big pens'],
    ['tools/pens', 'Big pens'],
    ['Shop > Pens', 'Small pens'],
  ])('a path of titles tells sections of one name apart: %s', async (section, expected) => {
    const twice =
      '# L\n\n## Tools\n\n### Pens\n\n- [Big pens](https://b.test/)\n\n## Shop\n\n### Pens\n\n- [Small pens](https://s.test/)\n';
    expect((await proposed(twice, { section })).neighbour?.name).toBe(expected);
    await expect(proposed(twice, { section: 'Pens' })).rejects.toThrow(
      'several sections match; name one with --section: ',
    );
  });

  test('the words of an entry tell its section; where they do not, candidates are named', async () => {
    const found = await proposed(text, {
      url: 'https://violet.test/',
      name: 'Violet',
      description: 'Violet ink in a bottle',
    });
    expect(found.section).toEqual(['Inks', 'Bottled inks']);
    expect(found.share).toBeGreaterThan(0.4);
    await expect(
      proposed(text, { url: 'https://zzyzx.ink/', name: 'Zzyzx', description: 'nothing that is known here' }),
    ).rejects.toThrow(/^no section could be chosen; name one with --section: "Pens", /);
  });

  test('a slip of the pen gets the nearest title', async () => {
    await expect(proposed(text, { section: 'Poens' })).rejects.toThrow(
      'unknown section "Poens" (did you mean "Pens"?)',
    );
    await expect(proposed(text, { section: 'Contributing' })).rejects.toThrow('unknown section');
    await expect(proposed(tiers, { section: 'Writing', tier: 'Leters' })).rejects.toThrow('did you mean "Letters"?');
  });

  test.each([
    ['2', 'Tier 2: Letters', '  - [Copybook (Book)](https://copy.test/) - Lines to copy.'],
    ['letters', 'Tier 2: Letters', '  - [Copybook (Book)](https://copy.test/) - Lines to copy.'],
    ['Tier 3: Mastery', 'Tier 3: Mastery', '- **Tier 3: Mastery**'],
  ])('tier %s', async (tier, label, line) => {
    const proposal = await proposed(tiers, { section: 'Writing', tier });
    expect([proposal.tier, above(proposal.after)]).toEqual([label, line]);
    expect(proposal.after).toMatch(/^ {2}- \[Quill\]\(https/m);
    expect(proposal.findings).toEqual([]);
  });

  test('a tier is asked for, and never guessed', async () => {
    await expect(proposed(tiers, { section: 'Writing' })).rejects.toThrow(
      /name one with --tier: "Tier 1: First strokes"/,
    );
  });

  test('headings that are tiers are found by number', async () => {
    const headings =
      '# P\n\n## Tier 1: Chalk\n\n- [Slate](https://slate.test/) - A slate.\n\n## Tier 2: Ink\n\n- [Nib](https://nib.test/) - A nib.\n';
    const { neighbour, tier } = await proposed(headings, { tier: '2' });
    expect([neighbour?.name, tier]).toEqual(['Nib', 'Tier 2: Ink']);
  });

  test('what is nested below a neighbour stays with it, numbers go on, CR LF stays', async () => {
    const nested =
      '# L\r\n\r\n## Pens\r\n\r\n1. [Reed](https://r.test/) - A reed.\r\n   - [Cut](https://c.test/) - How to cut it.';
    const { after } = await proposed(nested, { section: 'Pens', options: { preset: 'minimal' } });
    expect(after).toBe(`${nested}\r\n2. [Quill](https://quill.ink/pen) - Quick pen for slow letters.\r\n`);
  });
});

describe('what is there already', () => {
  test.each([
    ['the address', { url: 'https://reed.test/' }, 'url'],
    ['another spelling of it', { url: 'http://www.reed.test?utm_source=x' }, 'url'],
    ['the name, in its section', { name: 'reed', section: 'Pens' }, 'name'],
  ])('%s', async (_, asked, by) => {
    const { line, duplicates, after, before } = await proposed(text, asked);
    expect(line).toBeNull();
    expect(duplicates).toEqual([{ name: 'Reed', url: 'https://reed.test/', section: 'Pens', line: 13, by }]);
    expect(after).toBe(before);
  });
  test('a name that another section has is reported, but is not a duplicate', async () => {
    const { line, notices } = await proposed(text, { name: 'Reed', section: 'Bottled inks' });
    expect(line).toContain('[Reed](');
    expect(notices.join()).toContain('"Reed" is also the name of an entry in Pens (line 13)');
  });
  test.each([['pen.test/x'], ['ftp://pen.test/'], ['mailto:a@pen.test'], ['']])(
    '%j is refused as a URL',
    async (url) => {
      await expect(proposed(text, { url })).rejects.toThrow('is not a web URL; an entry needs http:// or https://');
    },
  );
  test('a URL with a password is not written', async () => {
    await expect(proposed(text, { url: 'https://me:secret@pen.test/' })).rejects.toThrow(/^(?!.*secret).*password/);
  });
});
