import { messageText } from '../report/escape.js';
import type { Host } from './host.js';

/** Writes a sentence of the tool itself on standard error; it may quote names and text from outside. */
export function tell(sentence: string, { stderr }: Pick<Host, 'stderr'>): void {
  stderr.write(`listwright: ${messageText(sentence)}\n`);
}
