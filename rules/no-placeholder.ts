import * as v from 'valibot';
import type { Span } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/options.js';

/** What a template leaves in the text of a list; each stands for words that are missing. */
const marks: readonly RegExp[] = [
  // Tokens in capitals with an underscore, or with a word that asks for something: [YOUR_NAME], [INSERT EMAIL ADDRESS]
  /[[{<](?:YOUR|INSERT|ADD|LINK_TO|NAME_OF|REPLACE)(?:[ _-][A-Z0-9 _.-]+)?[\]}>]/g,
  /\{\{\s*[\w.-]+\s*\}\}/g,
  /<(?:your|insert)[-_ ][\w -]+>/gi,
  // In capitals, as a word that stands for missing text: at the end, alone, or before a colon.
  /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?=\s*(?:[:.!)\]]|$))/gu,
  /(?<![\p{L}\p{N}_-])XXX(?=\s*(?::|$))/gu,
];
/** Whole texts that only a template has. */
const phrases =
  /^(?:description here|project name|your (?:project|name|description)(?: here)?|coming soon\W*|lorem ipsum dolor sit amet.*)$/i;

export default defineRule({
  id: 'no-placeholder',
  topic: 'text',
  summary: 'Fill in what the template left open',
  why: 'A placeholder tells readers that nobody looked at the page, and its link leads nowhere.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  messages: {
    link: '`{url}` is a placeholder; write the address that is meant, or take the link out',
    empty: 'The link `{text}` has no address; write one, or take the link out',
    text: '`{text}` is a placeholder; write what is meant',
  },
  options: v.object({ ...scopeOptions }),
  examples: [
    { text: '<a href="[YOUR_LINK_HERE]">Tea</a>\n', finds: ['1:10 link'] },
    { text: '## A\n\nSee [issues]([YOUR_REPO_URL]/issues).\n', finds: ['3:14 link'] },
    { text: '## A\n\n- [Tea](https://example.com/tea) - Leaves.\n', finds: ['3:9 link'] },
    { text: '## A\n\n- [Tea]() - Leaves.\n', finds: ['3:3 empty'] },
    { text: '## A\n\n- [Tea](https://tea.test) - TODO.\n', finds: ['3:29 text'] },
    { text: '## A\n\nWrite to [INSERT EMAIL ADDRESS].\n', finds: ['3:10 text'] },
    {
      text: '## A\n\n- [Tea](https://teabyexample.com/) - Leaves.\n',
      finds: [],
      note: 'Another host that ends alike.',
    },
    { text: '## A\n\n- [Tea](https://tea.test/?filter[kind]=green) - Leaves.\n', finds: [] },
    {
      text: '## A\n\n- [Leaf](https://leaf.test) - A TODO app, with TODO lists.\n',
      finds: [],
      note: 'A kind of program.',
    },
    { text: '## A\n\n- [Ipsum](https://ipsum.test) - Makes lorem ipsum text.\n', finds: [] },
    { text: '## A\n\nCall `{{name}}` or `TODO:`.\n', finds: [], note: 'Code is no text.' },
    {
      text: '## A\n\nA name such as www.example.com is looked up.\n',
      finds: [],
      note: 'Named in a sentence, not linked by hand.',
    },
  ],
  check({ list, report }) {
    for (const link of list.links) {
      // A bare www.example.com in a sentence speaks of names, and nobody made it a link.
      if (link.sort !== 'placeholder' || link.form === 'literal') continue;
      if (link.fault === 'empty' && link.url === '')
        report({ message: 'empty', at: link.position, link, data: { text: link.text } });
      else report({ message: 'link', at: link.urlPosition, link, data: { url: link.url } });
    }
    for (const span of list.texts) {
      if (!/[[{<]|TODO|TBD|FIXME|XXX|here|soon|ipsum|name/i.test(span.text)) continue;
      for (const [start, end] of placesIn(span)) {
        const text = span.text.slice(start, end);
        const { line, column, offset } = span.position.start;
        // A text with character references is longer in the file; the whole of it is named then.
        const exact = span.position.end.offset - offset === span.text.length;
        const at = exact
          ? {
              start: { line, column: column + start, offset: offset + start },
              end: { line, column: column + end, offset: offset + end },
            }
          : span.position;
        report({ message: 'text', at, data: { text } });
      }
    }
  },
});

function placesIn({ text }: Span): readonly (readonly [number, number])[] {
  const trimmed = text.trim();
  if (phrases.test(trimmed)) return [[text.indexOf(trimmed), text.indexOf(trimmed) + trimmed.length]];
  return marks.flatMap((mark) =>
    [...text.matchAll(mark)].map((hit): [number, number] => [hit.index, hit.index + hit[0].length]),
  );
}
