import { parse, treeJson } from 'listwright';
import { visit } from 'unist-util-visit';

const list = parse(`# Kites

## Reels

- **Tier 1: The Basics**
  - [Winder](https://winder.example/) - Winds a mile of line.
- **Tier 2: Far Out**
  - [Spool](https://spool.example/) - Holds what the winder wound.
`);

// What is needed most often is in the list itself, in document order.
for (const { name, url, parent } of list.entries) {
  console.log(`${name} ${url ?? ''} ${parent.type === 'tier' ? `tier ${parent.level}` : ''}`);
}

// As data it is a unist tree, which unist's own utilities walk.
visit(treeJson(list), 'entry', ({ name, position }) => {
  console.log(`${name} is on line ${position.start.line}`);
});

/* Prints:
Winder https://winder.example/ tier 1
Spool https://spool.example/ tier 2
Winder is on line 6
Spool is on line 8
*/
