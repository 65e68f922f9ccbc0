import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { noColors } from '../../../src/report/terminal/colors.js';
import { renderTree } from '../../../src/report/terminal/tree.js';
import { listOf } from '../made.js';

test('no line is wider than the terminal, and none holds a control character', () => {
  const words = fc
    .array(fc.constantFrom('a', 'warp ', '織', '🧵', '\u202E', String.fromCharCode(27), 'https://x.example/'), {
      maxLength: 50,
    })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 30, max: 100 }), fc.boolean(), (name, title, width, unicode) => {
      const any = listOf(
        `# ${title}\n\n## S ${title}\n\n- [N ${name}](https://織.example/${name})\n  - [M ${name}](x)\n`,
      );
      for (const line of renderTree(any, { painter: noColors, width, unicode }).split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(Math.max(width, 45));
        expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
      }
    }),
  );
});
