import type { Input } from './disk/inputs.js';
import { decodeText, readText } from './disk/read.js';
import { surroundingsOf } from './disk/surroundings.js';
import type { Files } from './model/files.js';
import type { List } from './model/list.js';
import type { PresetName } from './model/rule.js';
import type { FileSettings, Settings } from './model/settings.js';
import { UserError } from './model/trouble.js';
import { parse } from './parse/parse.js';

/** A list that was read, with what stands beside it and what applies to it. */
export interface Document {
  readonly input: Input;
  readonly list: List;
  readonly files: Files;
  readonly settings: FileSettings;
}

/** Reads one list. Throws a UserError where it cannot be read. */
export async function readDocument(
  input: Input,
  settings: Settings,
  stdin: () => Promise<Uint8Array>,
): Promise<Document> {
  const text = input.stdin ? decodeText(await stdin(), input.path) : await readText(input.file, input.path);
  const list = parse(text, { path: input.path });
  if (list.unreadable !== null) {
    throw new UserError(`${input.path}: it nests too deeply to be read as a list; more than 100 levels are not read`);
  }
  return {
    input,
    list,
    files: surroundingsOf(input.file, anchorsOf),
    settings: settings.rulesFor(input.path, settings.preset ?? tellPreset(list)),
  };
}

/** `roadmap` for a list whose tiers hold more than half of its entries, else `awesome`. */
export function tellPreset(list: List): PresetName {
  let tiered = 0;
  for (const entry of list.entries) {
    for (let node: List['children'][number] | List = entry; node.type !== 'list'; node = node.parent) {
      if (node.type !== 'tier') continue;
      tiered++;
      break;
    }
  }
  return tiered * 2 > list.entries.length ? 'roadmap' : 'awesome';
}

/** The anchors of a Markdown text. */
export function anchorsOf(text: string): ReadonlySet<string> {
  return new Set(parse(text).anchors.map((anchor) => anchor.id));
}
