import { defineRule, lint, testExamples } from 'listwright';
import * as v from 'valibot';

const short = defineRule({
  id: 'short-description',
  summary: 'Describe an entry in few words',
  why: 'Readers who scan a list read the first line.',
  options: v.object({ most: v.optional(v.number(), 12) }),
  messages: { long: 'The description of `{name}` has {count} words (maximum {most}); shorten it' },
  check({ list, options: { most }, report }) {
    for (const { name, description, label } of list.entries) {
      const count = description?.split(' ').length ?? 0;
      if (count > most) report({ message: 'long', at: label, data: { name, count, most } });
    }
  },
  examples: [
    { text: '- [Reel](https://reel.example) - Winds the line.\n', finds: [] },
    { text: '- [Reel](https://reel.example) - Winds it up.\n', options: { most: 2 }, finds: ['1:3 long'] },
  ],
});

console.log(testExamples(short));

const text = '# Kites\n\n- [Reel](https://reel.example/) - Winds the line, and lets it go.\n';
const findings = await lint(text, {
  preset: 'minimal',
  plugins: [short],
  rules: { 'short-description': ['error', { most: 5 }] },
});
for (const { message } of findings) console.log(message);

/* Prints:
[]
The description of `Reel` has 7 words (maximum 5); shorten it
*/
