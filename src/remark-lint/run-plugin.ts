import type { Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { UserError } from '../model/errors.js';
import type { List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { positionOf } from './positions.js';

type VFileMessage = VFile['messages'][number];

/** A remark-lint plugin: made with `unified-lint-rule`, of any version, with options of any kind. */
export type LintPlugin = (...config: never[]) => unknown;

/** One message of a plugin, in the words of the plugin. */
export interface Remark {
  readonly reason: string;
  readonly at: Position;
}

/**
 * What a plugin has to say of a list, in its order. `name` is what errors call it. Throws a UserError for options that it does not
 * take, and an Error for a plugin that throws, that is asynchronous, or for a list without its Markdown tree.
 */
export function runPlugin(name: string, plugin: LintPlugin, options: unknown, list: List): readonly Remark[] {
  if (list.root === null) throw new Error(`${name}: the list was read without its Markdown tree`);
  const body = list.text.charCodeAt(0) === 0xfeff ? list.text.slice(1) : list.text;
  const file = new VFile({ value: body, path: list.path });
  const failures = noteFailures(file);
  try {
    const processor = unified().use(plugin as Plugin<[unknown], Root>, ['on', options]);
    processor.runSync(list.root, file);
  } catch (error) {
    throw broken(name, error);
  }
  for (const failure of failures) {
    // A failure at a place is a finding that the plugin takes for grave.
    if (failure.place !== undefined) continue;
    if (failure.cause === undefined) throw new UserError(`${name}: ${failure.reason}`);
    throw broken(name, failure.cause);
  }
  return file.messages.map(({ reason, place }) => ({ reason, at: positionOf(list, place) }));
}

/** A lint rule that throws is caught by `unified-lint-rule`, which tells it only as a failure of the file. */
function noteFailures(file: VFile): readonly VFileMessage[] {
  const failures: VFileMessage[] = [];
  const fail: (...given: never[]) => never = file.fail.bind(file);
  file.fail = (...given: unknown[]): never => {
    try {
      return fail(...(given as never[]));
    } catch (failure) {
      failures.push(failure as VFileMessage);
      throw failure;
    }
  };
  return failures;
}

function broken(name: string, cause: unknown): Error {
  return new Error(`${name}: the plugin fails: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
