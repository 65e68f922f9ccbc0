import GithubSlugger from 'github-slugger';
import { type Chapter, chapters, firstExample, opening } from './chapters.js';

/** One exported name as typedoc describes it. */
interface Part {
  readonly name: string;
  readonly isFunction: boolean;
  readonly body: string;
}

/** Sections of typedoc that say what the signature or the table says already. */
const dropped = /^(?:Returns|Type Parameters|Extended by|Constructors|Overrides|Inherited from)$/;

/** Brings what typedoc wrote into the order of the chapters. Throws where a name is in no chapter, or in one and not exported. */
export function arrange(written: string, examples: ReadonlyMap<string, string>, digest: string): string {
  const parts = new Map(readParts(written).map((part) => [part.name, part]));
  const named = chapters.flatMap(({ names }) => names);
  const lost = [...parts.keys()].filter((name) => !named.includes(name));
  const unknown = named.filter((name) => !parts.has(name));
  if (lost.length + unknown.length > 0)
    throw new Error(`scripts/reference/chapters.ts: in no chapter: ${lost.join(', ')}; not exported: ${unknown}`);
  const slugs = new GithubSlugger();
  slugs.slug('The library');
  const anchors = new Map<string, string>();
  const titles: string[] = [];
  for (const { title, names } of chapters) {
    titles.push(`- [${title}](#${slugs.slug(title)})`);
    for (const name of names) anchors.set(name, slugs.slug(name));
  }
  const linked = (text: string): string =>
    text.replace(/\[`(\w+)`\]\(#[^)]*\)/g, (_, name: string) =>
      anchors.has(name) ? `[\`${name}\`](#${anchors.get(name)})` : `\`${name}\``,
    );
  const chapter = ({ title, words, names, examples: files }: Chapter): string => {
    const programs = files.map((file) => programOf(examples.get(file) ?? ''));
    const described = names.flatMap((name) => `### ${name}\n\n${linked(render(parts.get(name) as Part))}`);
    return [`## ${title}`, words, ...programs, ...described].join('\n\n');
  };
  return `${[
    '# The library',
    `<!-- Made by npm run reference from src/index.ts, the docs of what it exports, test/api/examples and\nscripts/reference/chapters.ts; edit there. Of: ${digest} -->`,
    '<!-- listwright-disable toc-sync -- a type is called Contents, and is no table of contents -->',
    opening,
    programOf(examples.get(firstExample) ?? ''),
    titles.join('\n'),
    ...chapters.map(chapter),
  ].join('\n\n')}\n`;
}

/** An example as a reader sees it: the program, and what it prints. */
export function programOf(text: string): string {
  const [, code = text, prints] = /^([\s\S]*?)\n\/\* Prints:\n([\s\S]*)\*\/\n$/.exec(text) ?? [];
  const block = `\`\`\`ts\n${code.trim()}\n\`\`\``;
  return prints === undefined ? block : `${block}\n\nIt prints:\n\n\`\`\`text\n${prints.trim()}\n\`\`\``;
}

function readParts(written: string): readonly Part[] {
  return written.split(/^(?=## )/m).flatMap((section) => {
    const [, name, call] = /^## (\w+)(\(\))?\n/.exec(section) ?? [];
    if (name === undefined) return [];
    const body = section.replace(/^## .*\n/, '').replace(/\n\*\*\*\s*$/, '\n');
    return [{ name, isFunction: call !== undefined, body }];
  });
}

function render({ body, isFunction, name }: Part): string {
  const [head = '', ...rest] = body.replace(/^```ts\nfunction /m, '```ts\n').split(/^(?=### )/m);
  const said: string[] = [];
  let opened = head.trim();
  for (const section of rest) {
    const title = /^### (.*)/.exec(section)?.[1] ?? '';
    const text = section.replace(/^### .*\n/, '').trim();
    if (dropped.test(title)) continue;
    if (title === 'Parameters' && isFunction) opened = withTypes(opened, text);
    else if (title === 'Extends') said.push(...extended(text));
    else if (title === 'Methods') said.push(methods(text));
    else said.push(table(text, name));
  }
  return [inOneLine(opened), ...said].filter((text) => text !== '').join('\n\n');
}

/** Doc comments are broken into lines where the source was full. */
function inOneLine(text: string): string {
  return text
    .split(/(```[\s\S]*?```)/)
    .map((piece) => (piece.startsWith('```') ? piece : piece.replace(/([^\n])\n(?!\n)/g, '$1 ')))
    .join('');
}

/** Puts the types of the parameters into the signature, where a reader looks first. */
function withTypes(text: string, parameters: string): string {
  const types = new Map(
    rowsOf(parameters).map(([name = '', type = '']) => [plain(name).replace(/\?$/, ''), plain(type)]),
  );
  return text.replace(/```ts\n([\s\S]*?)\n```/, (_, signature: string) => {
    const flat = signature.replace(/\s*\n\s*/g, ' ').replaceAll('( ', '(');
    const typed = flat.replace(/\(([^)]*)\)/, (_whole, names: string) => {
      const list = names.split(',').map((name) => {
        const bare = name.trim().replace(/\?$/, '');
        return `${name.trim()}: ${types.get(bare)}`;
      });
      return names.trim() === '' ? '()' : `(${list.join(', ')})`;
    });
    return `\`\`\`ts\n${typed}\n\`\`\``;
  });
}

function extended(text: string): readonly string[] {
  const names = [...new Set([...text.matchAll(/\[`\w+`\]\(#[^)]*\)/g)].map(([link]) => link))];
  return names.length === 0 ? [] : [`Takes all of ${names.join(' and ')}, and:`];
}

/** The methods of an interface as the rows of one table. */
function methods(text: string): string {
  const rows = text.split(/^(?=#### )/m).flatMap((method) => {
    const signature = /```ts\n([\s\S]*?);?\n```/.exec(method)?.[1] ?? '';
    const words = /```\n\n([\s\S]*?)(?:\n\n#####|$)/.exec(method)?.[1] ?? '';
    const cell = signature
      .replace(/\s*\n\s*/g, ' ')
      .replaceAll('( ', '(')
      .replaceAll('|', '\\|');
    return signature === '' || method.includes('##### Inherited from')
      ? []
      : [`| \`${cell}\` | ${inOneLine(words).trim()} |`];
  });
  return rows.length === 0 ? '' : ['| method | returns |', '| --- | --- |', ...rows].join('\n');
}

/** A table of typedoc's without its anchors, and without what another interface has already. */
function table(text: string, of: string): string {
  // The name of an error is its own.
  const rows = rowsOf(text).filter(([, type, , from = '-']) => from === '-' && plain(type ?? '') !== `"${of}"`);
  // Keys of an object that is inherited bear no mark.
  const kept = rows.filter(([name = '']) => {
    const [outer, inner] = plain(name).split('.');
    return inner === undefined || rows.some(([other = '']) => plain(other).replace('?', '') === outer);
  });
  if (kept.length === 0) return '';
  // Names and types alone are read faster as what they are.
  if (kept.every(([, , words = '-']) => words === '-')) {
    const lines = kept.map(([name = '', type = '']) => `  ${plain(name)}: ${plain(type)};`);
    return `\`\`\`ts\ninterface ${of} {\n${lines.join('\n')}\n}\n\`\`\``;
  }
  const cells = kept.map(([name = '', type = '', words = '-']) => {
    const said = words === '-' ? '' : words.replaceAll('<br />', ' ');
    return `| ${name.replace(/<a id="[^"]*"><\/a> /, '')} | ${short(type)} | ${said} |`;
  });
  return ['| name | type | meaning |', '| --- | --- | --- |', ...cells].join('\n');
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| :?---/.test(line))
    .slice(1)
    .map((line) =>
      line
        .replace(/^\| | \|$/g, '')
        .split(/ (?<!\\)\| /)
        .map((cell) => cell.trim()),
    );
}

/** What a cell says without its markup. */
function plain(cell: string): string {
  return short(cell)
    .replace(/<a [^>]*><\/a> ?/g, '')
    .replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
    .replace(/`|\\(?=[|<>[\]])/g, '');
}

/** The compiler writes out what nobody says of an iterable. */
function short(type: string): string {
  return type.replaceAll(', `any`, `any`', '').replace(/(^|\()\s*\\\| /g, '$1');
}
