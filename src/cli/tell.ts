import { messageText } from '../report/escape.js';
import { wrap } from '../report/terminal/wrap.js';
import type { Host } from './host.js';
import { terminalWidth } from './terminal/width.js';

const indent = '  ';

/**
 * Writes a sentence of the tool itself on standard error; it may quote names and text from outside. A terminal gets it at its
 * width; lines after the first are to be copied, so they stay whole.
 */
export function tell(sentence: string, { stderr }: Pick<Host, 'stderr'>): void {
  const [first = '', ...rest] = `listwright: ${messageText(sentence)}`.split('\n');
  const [start = '', ...more] =
    stderr.isTTY === true ? wrap(first, terminalWidth(stderr, {}) - indent.length) : [first];
  stderr.write(`${[start, ...more.map((line) => indent + line), ...rest].join('\n')}\n`);
}
