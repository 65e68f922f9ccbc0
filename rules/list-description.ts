import * as v from 'valibot';
import type { Heading, List, Section, Tier } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';
import { textsIn } from '../src/rule-kit/visible-text.js';
import { nodeAround, nodesIn } from '../src/text/document-order.js';

/** A description of the list instead of its topic. */
const aboutList = /^(?:an? )?(?:curated )?(?:list|collection|resources)\b.{0,80}?\b(?:of|for)\b/i;
/** A character of these says about as much as three letters. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

export default defineRule({
  id: 'list-description',
  topic: 'list',
  summary: 'Describe the list below its title',
  why: 'Visitors want to know in one sentence what the list is about.',
  severity: { strict: 'warning', awesome: 'info', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'none',
  messages: {
    missing: 'No description between the title `{title}` and the first section; say what the list is about',
    short: 'The description `{text}` is only {count} {unit} long (minimum {least}); say what the list is about',
    list: 'The description starts with `{words}`; describe the topic instead of the list',
    inspired: 'The description says what inspired the list; describe the topic instead',
  },
  options: v.object({
    minLength: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('The minimum length of a description in characters; one of Chinese or Japanese counts as three.'),
      ),
      10,
    ),
    theme: v.optional(
      v.pipe(v.boolean(), v.description('Require a description of the topic, not of the list.')),
      false,
    ),
    ...ignoreOption,
  }),
  presetOptions: { strict: { theme: true } },
  examples: [
    { text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n', finds: ['1:1 missing'] },
    {
      text: '# Kites\n\n[![build](https://cloth.example/b.svg)](https://cloth.example/)\n\n[Deutsch](de.md) | [English](en.md) | [Français](fr.md)\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: ['1:1 missing'],
      note: 'Badges and links are not a description.',
    },
    {
      text: '# Kites\n\n> Kites of all sorts.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: [],
    },
    {
      text: '# Kites\n\nTo fly.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: ['3:1 short'],
      note: 'It says too little about the list.',
    },
    {
      text: '# Kites\n\nTo fly.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      options: { minLength: 5 },
      finds: [],
    },
    {
      text: '# Kites\n\n> A curated list of awesome kites.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      options: { theme: true },
      finds: ['3:3 list'],
    },
    {
      text: '# Kites\n\nInspired by awesome-balloons.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      options: { theme: true },
      finds: ['3:1 inspired'],
    },
    { text: '# Kites\n\n> Cloth on a line that flies.\n\n## Sails\n\n- [Silk](https://silk.example/)\n', finds: [] },
    {
      text: '# Kites\n\nA kite for every day, collected in a list of makers.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      options: { theme: true },
      finds: [],
      note: 'It starts with the topic.',
    },
    { text: '# Kites\n\n> A curated list of kites.\n\n## Sails\n\n- [Silk](https://silk.example/)\n', finds: [] },
    { text: '# 凧\n\n空に揚がる布の玩具。\n\n## 帆\n\n- [絹](https://silk.example/)\n', finds: [] },
    {
      text: '# Kites\n\n<p align="center">Cloth on a line that flies.</p>\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: [],
    },
    {
      text: '# Kites\n\n## About\n\nCloth on a line that flies.\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: [],
      note: 'A first section that introduces the list is enough.',
    },
    {
      text: '## Sails\n\n- [Silk](https://silk.example/)\n',
      finds: [],
      note: 'single-h1 reports the missing title.',
    },
  ],
  check({ list, options, report }) {
    const title = list.headings.find((heading) => heading.node === null);
    if (title === undefined || list.entries.length === 0) return;
    const stretch = introduction(title, list);
    const described = paragraphs(list, stretch);
    const first = described.find(({ text }) => weight(text) >= options.minLength) ?? described[0];
    if (first === undefined)
      report({ message: 'missing', at: title.position, data: { title: list.title ?? title.text } });
    else if (weight(first.text) < options.minLength) {
      const count = weight(first.text);
      const data = {
        text: first.text,
        count,
        unit: count === 1 ? 'character' : 'characters',
        least: options.minLength,
      };
      report({ message: 'short', at: first.position, data });
    } else if (options.theme) {
      const words = aboutList.exec(first.text)?.[0];
      if (words !== undefined) report({ message: 'list', at: first.position, data: { words } });
      else if (/^inspired by awesome/i.test(first.text)) report({ message: 'inspired', at: first.position });
    }
  },
});

/** From the title to the first section; through that where it recommends nothing, as it introduces the list then. */
function introduction(title: Heading, list: List): Position {
  const start = title.position.end.offset;
  // A title that is only a picture may have the written one below it.
  const isBelow = ({ form, depth, position }: Heading): boolean =>
    form === 'heading' && position.start.offset > start && (depth > 1 || title.text.trim() !== '');
  const [first, ...others] = list.headings.filter(isBelow);
  const node = first?.node ?? null;
  const isIntroduction = node?.type === 'section' && node.role !== 'contents' && !recommends(node);
  const next = isIntroduction
    ? others.find(({ position }) => position.start.offset >= node.position.end.offset)?.position
    : first?.position;
  return list.place(start, next?.start.offset ?? list.position.end.offset);
}

function recommends({ children }: Section | Tier): boolean {
  return children.some((child) => child.type === 'entry' || recommends(child));
}

/** The texts of paragraphs and HTML, without what is linked when nothing else is said. */
function paragraphs(list: List, { start, end }: Position): readonly { text: string; position: Position }[] {
  const inside = list.blocks.filter(({ position }) => within(position, { start, end }));
  // A description that comes later than this is none.
  return inside.slice(0, 40).flatMap((block) => {
    const { position } = block;
    if (block.items > 0 || (block.kind !== 'paragraph' && block.kind !== 'html')) return [];
    const linked = nodesIn(list.links, position).filter((link) => !link.image);
    const spans = textsIn(list, position);
    const text = spans
      .map((span) => span.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const own = spans.filter((span) => nodeAround(linked, span.position.start.offset) === undefined);
    const says = /\p{L}{2}[^\p{L}]+\p{L}{2}|\p{L}[\p{L}\p{M}]{5}/u.test(own.map((span) => span.text).join(''));
    return says ? [{ text, position }] : [];
  });
}

function within(inner: Position, outer: Position): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;
}

function weight(text: string): number {
  return text.length + 2 * (text.match(dense)?.length ?? 0);
}
