import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { checkFraming } from '../../src/lsp/framing.js';
import { UserError } from '../../src/model/errors.js';

/** What passes of some bytes that come in pieces of a size, and how that ends. */
async function passed(bytes: string, size: number): Promise<{ readonly text: string; readonly error: Error | null }> {
  const framing = checkFraming();
  const chunks: Buffer[] = [];
  framing.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Error | null>((resolve) => {
    framing.once('error', resolve);
    framing.once('end', () => resolve(null));
  });
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += size) framing.write(all.subarray(at, at + size));
  framing.end();
  return { error: await ended, text: Buffer.concat(chunks).toString() };
}

const message = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe.each([1, 7, 65_536])('messages in pieces of %i bytes', (size) => {
  test.each([
    ['one after the other', message('{"a":"é"}') + message('[]')],
    ['an empty one', message('') + message('{}')],
    ['one whose body looks like a header', message('Content-Length: -1\r\n\r\n') + message('{}')],
    ['another header as well', `Content-Type: x\r\ncontent-length:2\r\n\r\n{}${message('{}')}`],
    ['half of one', 'Content-Length: 9\r\n\r\n{'],
    ['none', ''],
  ])('pass: %s', async (_, bytes) => {
    expect(await passed(bytes, size)).toEqual({ error: null, text: bytes });
  });

  test.each([
    ['a negative length', 'Content-Length: -5\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length of other digits', 'Content-Length: 0x10\r\n\r\n{}'],
    ['a length beyond any message', 'Content-Length: 99999999999999\r\n\r\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a line that is no header', 'hello\r\nContent-Length: 2\r\n\r\n{}'],
    ['a header without an end', 'a'.repeat(20_000)],
  ])('end with a sentence: %s', async (_, bytes) => {
    const { error, text } = await passed(message('{}') + bytes, size);
    expect(error).toBeInstanceOf(UserError);
    expect(error?.message).toMatch(/^lsp: a message header /);
    expect(text).toBe(message('{}'));
  });
});
