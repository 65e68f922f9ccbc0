/** The text of a rule that works, as a beginning; `name` is its id. */
export function beginRule(name: string): string {
  return `import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scope } from '../src/rule-kit/shared-options.js';

export default defineRule({
  id: '${name}',
  topic: 'descriptions',
  summary: 'End no description with an exclamation mark',
  why: 'A list that shouts at each entry tells nothing about any of them.',
  severity: { awesome: 'info', roadmap: 'info', minimal: 'off', default: 'info' },
  fix: 'none',
  messages: {
    loud: 'The description of \`{name}\` ends with an exclamation mark; end it with a period',
  },
  options: v.object({ ...scope }),
  examples: [
    { text: '- [Kite](https://kite.example) - Flies high!\\n', finds: ['1:3 loud'] },
    { text: '- [Sail](https://sail.example) - Fast!\\n- [Keel](https://keel.example) - Deep.\\n', finds: ['1:3 loud'] },
    { text: '- [Kite](https://kite.example) - Flies high.\\n', finds: [] },
    { text: '- [Kite!](https://kite.example) - Flies high.\\n', finds: [] },
    { text: '- [Kite](https://kite.example) - Wow! It flies.\\n', finds: [] },
  ],
  check({ list, report }) {
    for (const entry of list.entries) {
      if (entry.body === null || !entry.body.text.trimEnd().endsWith('!')) continue;
      report({ message: 'loud', at: entry.label, data: { name: entry.name } });
    }
  },
});
`;
}
