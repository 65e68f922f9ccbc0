import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorsOfMarkdown } from '../../../src/links/fragments/markdown-anchors.js';

const text = `# Awesome *Kilns* & [Wheels](https://wheel.test)

Raku ware
=========

Not a heading

- item
---

## Raku ware
### 🔥 Pit firing #
## \`cone\` 10
\`\`\`sh
# a comment
\`\`\`
<a name="named"></a>
<h2 align="center">
  Salt
  glaze
</h2>
#nospace
`;

test('headings have the anchors that GitHub gives them', () => {
  expect([...anchorsOfMarkdown(text)].sort()).toEqual(
    ['awesome-kilns--wheels', 'raku-ware', 'raku-ware-1', '-pit-firing', 'cone-10', 'named', 'salt-glaze'].sort(),
  );
});

test('any text has anchors, or none', () => {
  fc.assert(
    fc.property(fc.string(), (any) => {
      for (const name of anchorsOfMarkdown(any)) expect(typeof name).toBe('string');
    }),
  );
});

test('what is in a comment is no anchor', () => {
  const names = anchorsOfMarkdown('# Kilns\n\n<!-- <a id="hidden"></a>\n## Draft\n-->\n\n<a id="shown"></a>\n');
  expect([...names]).toEqual(expect.arrayContaining(['kilns', 'shown']));
  expect(names.has('hidden') || names.has('draft')).toBe(false);
});
