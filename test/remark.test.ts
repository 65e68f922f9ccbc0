import remarkParse from 'remark-parse';
import { type PluggableList, type Processor, unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import preset, { plugins } from '../src/remark.js';
import { folderOf, oneFault } from './cli/command.js';

/** Runs plugins over a text and gives what they say. */
async function say(text: string, ...use: readonly PluggableList[number][]): Promise<readonly string[]> {
  const silent = function (this: Processor): void {
    this.compiler = () => '';
  };
  const processor = unified()
    .use(remarkParse)
    .use([...use])
    .use(silent);
  const { messages } = await processor.process({ path: 'README.md', value: text, cwd: folderOf() });
  return messages.map(({ source, ruleId, line, column, fatal }) => `${source}:${ruleId} ${line}:${column} ${fatal}`);
}

describe('rules as remark-lint plugins', () => {
  test('every rule has one', () => expect(Object.keys(plugins)).toEqual(rules.map(({ id }) => id)));

  test('the preset finds what the command finds', async () => {
    expect(await say(oneFault, preset)).toEqual(['listwright:description-end 6:49 false']);
    expect(await say(oneFault.replace('weft\n', 'weft.\n'), preset)).toEqual([]);
  });

  test('severity and options are given as to any remark-lint rule', async () => {
    const plugin = plugins['description-end'];
    if (plugin === undefined) throw new Error('the rule is gone');
    expect(await say(oneFault, [plugin, ['error', { style: 'always' }]])).toEqual([
      'listwright:description-end 6:49 true',
    ]);
    expect(await say(oneFault, [plugin, ['warn', { ignore: ['Weft'] }]])).toEqual([]);
    expect(await say(oneFault, [plugin, ['off', {}]])).toEqual([]);
    // A wrong option is told at no place, as remark-lint's own rules do.
    expect(await say(oneFault, [plugin, ['warn', { style: 7 }]])).toEqual([
      'listwright:description-end undefined:undefined false',
    ]);
  });

  test('directives of both dialects are obeyed', async () => {
    for (const comment of ['<!-- listwright-disable description-end -->', '<!--lint disable description-end-->']) {
      expect(await say(`${comment}\n\n${oneFault}`, preset)).toEqual([]);
    }
  });
});
