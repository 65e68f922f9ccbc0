import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';
import { checkHeap } from '../../process/heap-limit.js';
import { collapsePlainLines, expandPlainLines } from './fold-plain-lines.js';
import {
  addDefined,
  isStillValid,
  type LabelQuery,
  type Labels,
  labelsExtension,
  noLabels,
  readWithLabels,
} from './shared-labels.js';
import { type ChunkSizes, cutsOf, defaultSizes, isCutThrough, itemKindAt } from './split.js';

/** A part of a text that Markdown reads by itself; positions of its nodes count from its own beginning. */
export interface Chunk {
  readonly text: string;
  readonly nodes: readonly RootContent[];
  readonly asked: LabelQuery;
}

/** Where a chunk is. */
export interface ChunkPart {
  readonly nodes: readonly RootContent[];
  /** Offset of its beginning in the whole text. */
  readonly at: number;
  readonly end: number;
  /** True when a list that it begins with is the rest of the one before. */
  readonly goesOn: boolean;
}

/** Chunks of an earlier reading by their text, and those of this one. */
export interface ChunkCache {
  /** How long chunks are; by default as long as is fastest without a cache. */
  readonly sizes?: ChunkSizes;
  find(text: string): Chunk | undefined;
  keep(chunk: Chunk): void;
}

/** Texts up to this length are held as a whole while definitions are looked for; longer ones are read twice instead. */
const held = 1_000_000;

/** What remark-parse and remark-gfm hand to micromark, without what writes Markdown. */
const extensions = { extensions: [gfm(), labelsExtension as Extension], mdastExtensions: [gfmFromMarkdown()] };

/**
 * Reads GitHub Flavored Markdown chunk by chunk, which takes two thirds of the time and a fraction of the memory: micromark keeps
 * every event of what it reads until it is done. Together the parts are what reading at once gives. `meet` is called for every part
 * before any is given, where the text may define labels.
 */
export function* partsOf(
  text: string,
  meet: (part: ChunkPart) => void,
  shelf: ChunkCache | null = null,
  sizes: ChunkSizes = shelf?.sizes ?? defaultSizes,
): Generator<ChunkPart> {
  const known = noLabels();
  if (!text.includes(']:')) {
    for (const { part } of walk(text, known, shelf, sizes)) yield part;
    return;
  }
  const isHeld = shelf !== null || text.length <= held;
  const seen: { readonly at: number; readonly end: number; readonly goesOn: boolean; chunk: Chunk | null }[] = [];
  for (const { part, chunk } of walk(text, known, shelf, sizes)) {
    meet(part);
    const { at, end, goesOn } = part;
    seen.push({ at, end, goesOn, chunk: isHeld ? chunk : null });
  }
  for (const one of seen) {
    const { at, end, goesOn, chunk } = one;
    one.chunk = null;
    const fresh = chunk !== null && isStillValid(chunk.asked, known) ? chunk : readChunk(text.slice(at, end), known);
    if (fresh !== chunk) shelf?.keep(fresh);
    yield { nodes: fresh.nodes, at, end, goesOn };
  }
}

/** Reads chunk after chunk; a cut that turns out to go through something is undone. */
function* walk(
  text: string,
  known: Labels,
  shelf: ChunkCache | null,
  sizes: ChunkSizes,
): Generator<{ readonly part: ChunkPart; readonly chunk: Chunk }> {
  const cuts = cutsOf(text, sizes);
  for (let index = 0, step = 1; index < cuts.length; index += step) {
    const at = cuts[index] ?? 0;
    let end: number;
    let chunk: Chunk;
    // Doubled, so that what nothing ever closes is not read over and over.
    for (step = 1; ; step *= 2) {
      end = cuts[index + step] ?? text.length;
      const slice = text.slice(at, end);
      chunk = shelf?.find(slice) ?? readChunk(slice, known);
      shelf?.keep(chunk);
      if (end === text.length || !isCutThrough(chunk.nodes, text, at, end)) break;
    }
    addDefined(chunk.asked, known);
    checkHeap();
    yield { part: { nodes: chunk.nodes, at, end, goesOn: index > 0 && itemKindAt(text, at) !== null }, chunk };
  }
}

function readChunk(text: string, known: Labels): Chunk {
  const folded = collapsePlainLines(text);
  if (folded !== null) {
    const { result, asked } = readWithLabels(known, () => fromMarkdown(folded.text, extensions));
    const nodes = expandPlainLines(result.children, folded);
    if (nodes !== null) return { text, nodes, asked };
  }
  const { result, asked } = readWithLabels(known, () => fromMarkdown(text, extensions));
  return { text, nodes: result.children, asked };
}
