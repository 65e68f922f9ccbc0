import { expect, test } from 'vitest';
import { noColors } from '../../../src/report/terminal/colors.js';
import { renderTree } from '../../../src/report/terminal/tree.js';
import { listOf, markingPainter } from '../made.js';

const list = listOf(`# Looms

## 🧶 Weaving

- **Tier 1: Thread**
  - [Reed (Book)](https://www.reed.example/a) - Parts the warp.
    - [Inner](inner.md)
- **Tier 2: Cloth**
  - Practise daily.

## 染料

- [Madder root that is called by a name too long for a terminal](https://madder.example/)

## License

None.
`);

test('a tree in lines, with levels, counts and hosts', () => {
  expect(renderTree(list, { painter: noColors, width: 60 })).toMatchInlineSnapshot(`
    "Looms
    ├─ 🧶 Weaving (3)
    │  ├─ [1] Tier 1: Thread
    │  │  └─ Reed (Book)  reed.example
    │  │     └─ Inner
    │  └─ [2] Tier 2: Cloth
    │     └─ Practise daily.
    ├─ 染料 (1)
    │  └─ Madder root that is called by a name too long for a t…
    └─ License (about the list)

    3 sections, 2 tiers, 4 entries, 3 links (numbers in
    parentheses count entries)
    "
  `);
  expect(renderTree(list, { painter: markingPainter, width: 80 })).toMatchInlineSnapshot(`
    "<bold:Looms>
    <dim:├─ ><bold:🧶 Weaving><dim: (3)>
    <dim:│  ├─ ><magenta:[1] >Tier 1: Thread
    <dim:│  │  └─ >Reed (Book)  <dim:reed.example>
    <dim:│  │     └─ >Inner
    <dim:│  └─ ><magenta:[2] >Tier 2: Cloth
    <dim:│     └─ >Practise daily.
    <dim:├─ ><bold:染料><dim: (1)>
    <dim:│  └─ >Madder root that is called by a name too long for a terminal
    <dim:└─ ><bold:License><dim: (about the list)>

    <dim:3 sections, 2 tiers, 4 entries, 3 links (numbers in parentheses count entries)>
    "
  `);
});

test('lines in ASCII where nothing else is shown', () => {
  expect(renderTree(list, { painter: noColors, width: 40, unicode: false })).toMatchInlineSnapshot(`
    "Looms
    |- 🧶 Weaving (3)
    |  |- [1] Tier 1: Thread
    |  |  \`- Reed (Book)  reed.example
    |  |     \`- Inner
    |  \`- [2] Tier 2: Cloth
    |     \`- Practise daily.
    |- 染料 (1)
    |  \`- Madder root that is called by a...
    \`- License (about the list)

    3 sections, 2 tiers, 4 entries, 3 links
    (numbers in parentheses count entries)
    "
  `);
});
