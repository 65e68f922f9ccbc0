import type { FormField } from '../grammar/form-fields.js';
import { plainLine } from '../text/escape-markdown.js';
import type { FieldTexts } from './write-by-format.js';

/** What an issue form says about an entry; each text is on one line. Null for what it leaves out. */
export interface IssueForm {
  readonly url: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly section: string | null;
  readonly tier: string | null;
}

type Field = keyof IssueForm;

/** Labels of a form, by field, in lower case; the first is that of the template. */
const labels: Readonly<Record<Field, readonly string[]>> = {
  url: ['url', 'link', 'website', 'homepage', 'address'],
  name: ['name', 'title'],
  description: ['description', 'about'],
  section: ['section', 'category'],
  tier: ['tier', 'level'],
};

/** UTF-16 units. */
const longestUrl = 2_000;
/** Longer values are cut: no entry has them. A URL that is cut is refused, since it would be another one. */
const longest: Readonly<Record<Field, number>> = {
  url: longestUrl + 1,
  name: 200,
  description: 500,
  section: 200,
  tier: 100,
};
/** GitHub takes no longer body. */
const longestBody = 65_536;

/** The values of a form, by their labels in lower case. */
function valuesIn(body: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let label: string | null = null;
  let lines: string[] = [];
  const finish = (): void => {
    if (label !== null && !values.has(label)) values.set(label, lines.join('\n').trim());
  };
  for (const line of body.slice(0, longestBody).split(/\r\n|\r|\n/)) {
    const heading = /^### {0,3}(\S.{0,80}?)\s*$/.exec(line)?.[1];
    if (heading === undefined) lines.push(line);
    else {
      finish();
      label = heading.toLowerCase().replace(/[*:]+$/, '');
      lines = [];
    }
  }
  finish();
  return values;
}

/** A value on one line; null for none. */
function lineOf(value: string, most: number): string | null {
  const line = value.replace(/\s+/g, ' ').trim().slice(0, most);
  // GitHub's words for a field that was left empty.
  return line === '' || line === '_No response_' || line === 'None' ? null : line;
}

/** How many values of one field are read, and how long each may be. */
const [mostValues, longestValue] = [20, 200];

/** What a form says of the fields that the format of the list has; several values of a field are separated by commas. */
export function fieldsOfForm(body: string, fields: readonly FormField[]): FieldTexts {
  const values = valuesIn(body);
  const found = fields.flatMap(({ name, label, isRepeated }) => {
    const line = lineOf(values.get(label.toLowerCase()) ?? '', longestValue * mostValues);
    if (line === null) return [];
    const all = isRepeated ? line.split(',').slice(0, mostValues) : [line];
    const texts = all.map((text) => plainLine(text, longestValue)).filter((text) => text !== '');
    return texts.length === 0 ? [] : [[name, texts] as const];
  });
  return new Map(found);
}

/**
 * Reads the body of an issue that was made by a form: GitHub writes each field as a heading of level 3 with its label, followed by
 * the value. Null for a body without a field for the URL: an issue about something else. A person may have changed anything in it,
 * so the first field of a label counts, and what is under other headings does not.
 */
export function readIssueForm(body: string): IssueForm | null {
  const values = valuesIn(body);
  const textOf = (field: Field): string | null =>
    lineOf(labels[field].map((name) => values.get(name)).find((each) => each !== undefined) ?? '', longest[field]);
  if (!labels.url.some((name) => values.has(name))) return null;
  return {
    url: textOf('url'),
    name: textOf('name'),
    description: textOf('description'),
    section: textOf('section'),
    tier: textOf('tier'),
  };
}

/** The one URL of a form, or a sentence on why there is none. `<…>` and a Markdown link around it are taken for the URL. */
export function urlOfForm({ url }: IssueForm): { readonly url: string } | { readonly problem: string } {
  if (url === null) return { problem: 'The form has no URL.' };
  if (url.length > longestUrl) return { problem: 'The URL is longer than 2,000 characters.' };
  const found = [...url.matchAll(/https?:\/\/[^\s<>"'`]+/gi)].map(([each]) => each);
  const linked = /^\[[^\]]*\]\((https?:\/\/[^\s<>()]+)\)$/i.exec(url)?.[1];
  if (linked !== undefined) return { url: linked };
  const [first] = found;
  if (found.length > 1) return { problem: 'The form has several URLs; open an issue for each entry.' };
  if (first === undefined) return { problem: 'The URL does not begin with `https://` or `http://`.' };
  const bare = url.replace(/^<(.*)>$/, '$1');
  return bare === first ? { url: first } : { problem: 'The field for the URL contains more than a URL.' };
}
