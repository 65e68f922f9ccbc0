import type { Fix } from '../../src/model/finding.js';
import type { Entry, List } from '../../src/model/list.js';
import { type Position, pointAfter } from '../../src/model/position.js';
import { hasSeparator } from '../../src/rule-kit/description.js';
import { endsSentence, endsWithFullStop, fullStop } from '../../src/text/sentence.js';
import { continuesSentence } from '../../src/text/wrapped-line.js';

/** What ends a line or a block in HTML, and is not part of a sentence. */
const lastBreak = /(?:<br\s*\/?>|<\/(?:li|p|div|td|th|tr|ul|ol|dd|dt|dl|details|summary|blockquote|h[1-6])\s*>)$/i;

/** How a description ends. */
export interface Reading {
  readonly entry: Entry;
  /** What a reader sees last. */
  readonly tail: string;
  readonly ended: boolean;
  /** True when it ends with a period that could be left out. */
  readonly stop: boolean;
  /** The last character of the prose in the file. */
  readonly at: Position;
}

/** The reading of an entry's description; empty where it has no sentence. */
export function read(entry: Entry, list: List): readonly Reading[] {
  const { body, proseEnd } = entry;
  if (body === null || proseEnd === null || entry.form === 'row' || entry.form === 'heading') return [];
  if (entry.naming !== 'link') return [];
  // What only goes on from the name, and what is nothing but a tag in brackets, is no sentence.
  if (entry.separator !== null && !hasSeparator(entry)) return [];
  if (/^[([【（〔][^)\]】）〕]*[)\]】）〕]$/u.test(body.text)) return [];
  if (/[:：]$/u.test(body.text) || endsWithTag(body.text)) return [];
  // Code with commas between belongs to the sentence; other code after it is a tag.
  const rest = list.text.slice(proseEnd, body.position.end.offset);
  const proseTo = /`\s*(?:,|and|or)\s*`/.test(rest) ? body.position.end.offset : proseEnd;
  // Marks that close right after the prose belong to it.
  const marks =
    /^(?:[*_~]|<\/(?:a|b|strong|i|em|u|s|del|ins|code|kbd|q|sub|sup|small|span|font|mark)>)*/i.exec(
      list.text.slice(proseTo, proseTo + 40),
    )?.[0].length ?? 0;
  const source = withoutBreaks(list.text.slice(body.position.start.offset, proseTo + marks));
  const end = body.position.start.offset + source.length;
  // Prose that would end amid code was not read right, as in a link that is never closed.
  if (list.text[end] === '`' && (source.match(/`/g)?.length ?? 0) % 2 === 1) return [];
  const last = entry.links.find((link) => link.position.end.offset === end);
  const whole = proseTo + marks >= body.position.end.offset;
  const tail = (whole ? body.text : (last?.text ?? withoutTags(source))).trimEnd();
  // An emoji used as a word ends the sentence: `for macOS and 🐧`.
  if (!whole && joins.test(source)) return [];
  // A template tag comes after the sentence.
  if (/[%}]\}$/.test(source)) return [];
  // A raised footnote comes after the sentence.
  if (/<\/sup\s*>$/i.test(source)) return [];
  if (/^$|[\\|]$/.test(source) || !hasWords(entry, body.text)) return [];
  const from = pointAfter(list.text, body.position.start, Math.max(end - 1, body.position.start.offset));
  return [
    {
      entry,
      tail,
      // These marks are emoji as well, which are no prose.
      ended: endsSentence(tail) || /^[‼⁉]/.test(rest),
      stop: endsWithFullStop(source) && !/[.!?。！？]\s*\S/u.test(tail.replace(/\b\p{L}\.|\w\.\w/gu, '').slice(0, -1)),
      at: { start: from, end: pointAfter(list.text, from, end) },
    },
  ];
}

/** Words that another one has to follow. */
const joins =
  /(?<![\p{L}\p{N}'’-])(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|the|to|using|via|with|your|auf|aus|bei|das|der|die|für|im|mit|oder|und|von|zu|à|au|avec|d'|de|des|du|en|et|la|le|les|ou|par|pour|sur|con|del|el|los|para|por|y|com|da|do|e|em|ou|di|il|per|un|в|для|и|из|или|на|от|по|с)$/iu;

/** True for a license, a format or a price in brackets at the end. */
function endsWithTag(text: string): boolean {
  const inner = /[([（【]([^()[\]（）【】]{1,40})[)\]）】]$/u.exec(text)?.[1]?.split(/[\s,/|·&]+/) ?? [];
  return inner.length > 0 && inner.every((word) => tag.test(word));
}

const tag = /^(?:and|or|\p{Lu}[\p{Lu}\d.+-]{1,}(?:-\w+)*|\p{Lu}\p{Ll}+-\d[\w.-]*|\$+|free|paid|\d+)$/u;

/** A text without the spaces, line breaks and ends of blocks at its end. */
function withoutBreaks(text: string): string {
  let rest = text.trimEnd();
  for (let found = lastBreak.exec(rest.slice(-20)); found !== null; found = lastBreak.exec(rest.slice(-20)))
    rest = rest.slice(0, -found[0].length).trimEnd();
  return rest;
}

/** A text without the HTML tags at its end; a longer run of them than any list has is left. */
function withoutTags(text: string): string {
  const from = Math.max(0, text.length - 500);
  return text.slice(0, from) + text.slice(from).replace(/(?:<\/?[a-z][^<>]*>)+$/i, '');
}

/** False for nothing but links and the words that join them. */
function hasWords(entry: Entry, text: string): boolean {
  const own = entry.links.reduce((rest, link) => (link.text === '' ? rest : rest.replace(link.text, ' ')), text);
  return /\p{L}{2}/u.test(own.replace(/\b(?:and|by|from|in|of|on|or|via|with)\b/giu, ' '));
}

/** Adds the period of the script. Other punctuation, and an address whose link would take it in, need a look. */
export function close({ entry, tail, at }: Reading, list: List): Fix | null {
  const end = at.end.offset;
  if (/&#?\w+;$/.test(list.text.slice(Math.max(0, end - 12), end))) return null;
  const text = fullStop(entry.body?.text ?? tail);
  // Commas, semicolons, colons and dashes of any script.
  if (/[,;:，；：、،؛՝·;፣፤፥၊᠂᠈־\p{Pd}]/u.test(list.text[end - 1] ?? ''))
    return { safe: false, edits: [{ start: end - 1, end, text }] };
  const last = entry.links.find((link) => link.position.end.offset === end);
  // The period may be in the URL already.
  if (last?.form !== 'literal' && last?.url.endsWith('.')) return null;
  return { safe: last?.form !== 'literal' && !endsApart(entry, list, end), edits: [{ start: end, end, text }] };
}

/** True where the last of several lines may be no part of the sentence, as a template tag on its own line is none. */
function endsApart({ body }: Entry, list: List, end: number): boolean {
  const line = /\n[ \t>]*([^\n]*)$/.exec(list.text.slice(body?.position.start.offset ?? end, end))?.[1];
  return line !== undefined && continuesSentence(line) === 'no';
}

/** Removes the period. */
export function open({ at }: Reading): Fix {
  return { safe: true, edits: [{ start: at.start.offset, end: at.end.offset, text: '' }] };
}

/** Among authors and formats, a whole sentence may keep its period. */
export function longerThanOthers(readings: readonly Reading[]): (one: Reading) => boolean {
  const words = ({ entry }: Reading): number => entry.body?.text.split(/\s+/).length ?? 0;
  const counts = readings.filter((one) => !one.stop).map(words);
  const median = counts.sort((a, b) => a - b)[counts.length >> 1] ?? Number.POSITIVE_INFINITY;
  return (one) => words(one) > 3 * median + 2;
}
