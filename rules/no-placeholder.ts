import * as v from 'valibot';
import type { Link } from '../src/model/list.js';
import type { Span } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { enclosingBlock } from '../src/rule-kit/visible-text.js';

/** What a template leaves in the text of a list; each replaces missing words. */
const marks: readonly RegExp[] = [
  // Tokens in capitals with an underscore, or with a word that asks for something: [YOUR_NAME], [INSERT EMAIL ADDRESS]
  /[[{<](?:YOUR|INSERT|ADD|LINK_TO|NAME_OF|REPLACE)(?:[ _-][A-Z0-9 _.-]+)?[\]}>]/g,
  /\{\{\s*[\w.-]+\s*\}\}/g,
  /<(?:your|insert)[-_ ][\w -]+>/gi,
  // In capitals, as a word that replaces missing text: at the end, alone, or before a colon.
  /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME)(?=\s*(?:[:.!)\]]|$))/gu,
  /(?<![\p{L}\p{N}_-])XXX(?=\s*(?::|$))/gu,
];
/** Words of a sentence about templates, whose braces are its subject. */
const templating =
  /\b(?:templat\w*|mustaches?|handlebars|interpolat\w*|placeholders?|jinja\w*|liquid|nunjucks|twig|delimiters?|curly|braces|bindings?)\b/i;
/** Whole texts that only a template has. */
const phrases =
  /^(?:description here|project name|your (?:project|name|description)(?: here)?|coming soon\W*|lorem ipsum dolor sit amet.*)$/i;

/** What a link to `#`, which is the top of the page, says. */
const toTop =
  /(?<!\p{L})(?:top|up|back|toc|contents?|index|start|home|arriba|inicio|subir|volver|haut|retour|oben|hoch|topo|início|voltar|наверх|вверх|к началу)(?!\p{L})|[顶頂]部|返回|回到|トップ|先頭|上へ|맨\s?위|위로|بالا|أعلى/iu;

export default defineRule({
  id: 'no-placeholder',
  topic: 'text',
  summary: 'Replace the placeholders of a template',
  why: 'A placeholder shows readers that the page is unfinished, and its link is dead.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  messages: {
    link: '`{url}` is a placeholder; replace it or remove the link',
    empty: 'Link `{text}` has no URL; add one or remove the link',
    text: '`{text}` is a placeholder; replace it',
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
      note: 'A different host with a similar name.',
    },
    { text: '## A\n\n- [Tea](https://tea.test/?filter[kind]=green) - Leaves.\n', finds: [] },
    {
      text: '## A\n\n- [Leaf](https://leaf.test) - A TODO app, with TODO lists.\n',
      finds: [],
      note: 'A kind of app.',
    },
    { text: '## A\n\n- [Ipsum](https://ipsum.test) - Makes lorem ipsum text.\n', finds: [] },
    {
      text: '## A\n\n- [Tea](https://tea.test) - A {{leaf}} like template engine.\n- [Why we \\<insert thing here> in vain](https://leaf.test) - Essay.\n',
      finds: [],
      note: 'A sentence about templates, and a title.',
    },
    {
      text: '## A\n\n- [Tea](https://tea.test) - Made by \\<insert name here>.\n',
      finds: ['3:26 text'],
    },
    { text: '## A\n\nCall `{{name}}` or `TODO:`.\n', finds: [], note: 'Code is ignored.' },
    {
      text: '## A\n\n**[`^ back to top ^`](#)** [↑](#) <a href="#">回到顶部</a> [![Tea](https://tea.test/t.svg)](#)\n\n- [Tea](#) - Leaves.\n- [Stop](#) - Of tea.\n',
      finds: ['5:9 link', '6:10 link'],
      note: '`#` is the top of the page.',
    },
    { text: '## A\n\nMore teas are coming soon.\n\n## B\n\n*Coming soon!*\n', finds: ['7:2 text'] },
    {
      text: '## A\n\nA name such as www.example.com is looked up.\n',
      finds: [],
      note: 'A name in a sentence, which is not written as a link.',
    },
  ],
  check({ list, report }) {
    for (const link of list.links) {
      // A bare www.example.com in a sentence is about names, and was not meant as a link.
      if (link.sort !== 'placeholder' || link.form === 'literal' || leadsToTop(link)) continue;
      if (link.fault === 'empty' && link.url === '')
        report({ message: 'empty', at: link.position, link, data: { text: link.text } });
      else report({ message: 'link', at: link.urlPosition, link, data: { url: link.url } });
    }
    const blockAt = enclosingBlock(list.blocks);
    const titleAt = enclosingBlock(list.links.filter((link) => !link.image && link.sort === 'web'));
    const isTitle = (offset: number): boolean => titleAt(offset) !== null;
    const isTemplating = (text: string, offset: number): boolean => {
      const block = text.startsWith('{{') ? blockAt(offset) : null;
      return block !== null && templating.test(list.text.slice(block.position.start.offset, block.position.end.offset));
    };
    for (const span of list.texts) {
      if (!/[[{<]|TODO|TBD|FIXME|XXX|here|soon|ipsum|name/i.test(span.text)) continue;
      for (const [start, end] of placesIn(span)) {
        const text = span.text.slice(start, end);
        if (
          isTemplating(text, span.position.start.offset) ||
          (/^<insert/i.test(text) && isTitle(span.position.start.offset))
        )
          continue;
        const { line, column, offset } = span.position.start;
        // A text with character references is longer in the file; the whole of it is named then.
        const exact = span.position.end.offset - offset === span.text.length;
        const at = exact
          ? {
              start: { line, column: column + start, offset: offset + start },
              end: { line, column: column + end, offset: offset + end },
            }
          : span.position;
        // A promise that is kept later is not a leftover of a template.
        report({ message: 'text', at, atMost: /^coming/i.test(text) ? 'info' : 'warning', data: { text } });
      }
    }
  },
});

/** True for "back to top", an arrow, or a badge that leads nowhere on purpose. */
function leadsToTop({ url, text, place }: Link): boolean {
  return url === '#' && (place === 'badge' || !/[\p{L}\p{N}]/u.test(text) || toTop.test(text));
}

function placesIn({ text }: Span): readonly (readonly [number, number])[] {
  const trimmed = text.trim();
  if (phrases.test(trimmed)) return [[text.indexOf(trimmed), text.indexOf(trimmed) + trimmed.length]];
  return marks.flatMap((mark) =>
    [...text.matchAll(mark)].map((hit): [number, number] => [hit.index, hit.index + hit[0].length]),
  );
}
