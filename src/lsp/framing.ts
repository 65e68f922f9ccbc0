import { Transform, type TransformCallback } from 'node:stream';
import { UserError } from '../model/errors.js';

/** Longer headers than this are none, in bytes. */
const mostHeader = 8192;
/** The longest message, in bytes: a document of the largest size that is read takes six times its length where all of it is escaped. */
const mostBody = 256_000_000;
const separator = Buffer.from('\r\n\r\n');

/**
 * Passes on what an editor sends, message by message. A header without a usable `Content-Length` destroys the stream with a
 * UserError, since nothing tells where the next message begins; the reader of `vscode-jsonrpc` would wait forever.
 */
export function checkFraming(): Transform {
  let header: Buffer = Buffer.alloc(0);
  let left = 0;
  return new Transform({
    // The connection would end the process before the reason is said.
    emitClose: false,
    transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
      let rest = chunk;
      while (rest.length > 0) {
        if (left > 0) {
          const part = rest.subarray(0, left);
          left -= part.length;
          rest = rest.subarray(part.length);
          this.push(part);
          continue;
        }
        header = Buffer.concat([header, rest]);
        const end = header.indexOf(separator);
        if (end > mostHeader || (end < 0 && header.length > mostHeader + separator.length)) {
          done(
            new UserError(
              `lsp: a message header is longer than ${mostHeader} bytes; use the protocol of language servers`,
            ),
          );
          return;
        }
        if (end < 0) break;
        const length = lengthIn(header.toString('latin1', 0, end));
        if (length === null) {
          done(
            new UserError(
              `lsp: a message header has no valid \`Content-Length\` (0 to ${mostBody}); restart the server`,
            ),
          );
          return;
        }
        const whole = end + separator.length;
        this.push(header.subarray(0, whole));
        rest = header.subarray(whole);
        header = Buffer.alloc(0);
        left = length;
      }
      done();
    },
  });
}

/** The length that a header names, in bytes; null where it names none, or one that no message has. */
function lengthIn(header: string): number | null {
  const lines = header.split('\r\n');
  if (!lines.every((line) => line.includes(':'))) return null;
  const values = lines.flatMap((line) => /^content-length:[ \t]*(\d{1,9})[ \t]*$/i.exec(line)?.[1] ?? []);
  const length = values.length === 1 ? Number(values[0]) : Number.POSITIVE_INFINITY;
  return length <= mostBody ? length : null;
}
