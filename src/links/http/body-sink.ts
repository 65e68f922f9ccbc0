import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The top of a body, decompressed. */
export interface BodyTop {
  readonly bytes: Uint8Array;
  /** True when the body goes on behind what was read. */
  readonly cut: boolean;
}

/** Where the pieces of a body go as they come. */
export interface BodySink {
  /** Takes a piece; false where the next should wait until `onDrain`. */
  write(piece: Uint8Array): boolean;
  /** The body is complete. */
  end(): void;
}

/** What a sink reports; one of `onTop` and `onFault` is called, once. */
export interface BodyEvents {
  /** As soon as the body is complete or long enough. */
  onTop(top: BodyTop): void;
  /** The body cannot be decompressed. */
  onFault(error: Error): void;
  onDrain(): void;
}

/** Headers by their names in lower case. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Decompresses a body, until there are more than `cap` bytes of it. */
export function createBodySink(headers: Headers, cap: number, events: BodyEvents): BodySink {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isDone = false;
  const finish = (): void => {
    if (isDone) return;
    isDone = true;
    const [only] = pieces;
    const bytes = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
    events.onTop({ bytes: bytes.subarray(0, cap), cut: length > cap });
  };
  const take = (piece: Uint8Array): void => {
    if (isDone) return;
    pieces.push(piece);
    length += piece.length;
    if (length > cap) finish();
  };
  const decoder = decoderOf(String(headers['content-encoding'] ?? ''));
  if (decoder === null) {
    return {
      write(piece) {
        take(piece);
        return true;
      },
      end: finish,
    };
  }
  decoder.on('data', (piece: Buffer) => {
    take(piece);
    if (isDone) decoder.destroy();
  });
  decoder.on('drain', events.onDrain);
  decoder.on('end', finish);
  decoder.on('error', (error) => {
    if (isDone) return;
    isDone = true;
    events.onFault(error);
  });
  return {
    write: (piece) => isDone || decoder.write(piece),
    end: () => void decoder.end(),
  };
}

/** The top of a body that has come as a whole. Rejects where it cannot be decompressed. */
export function readBodyTop(body: Uint8Array, headers: Headers, cap: number): Promise<BodyTop> {
  return new Promise((resolve, reject) => {
    const sink = createBodySink(headers, cap, { onTop: resolve, onFault: reject, onDrain() {} });
    sink.write(body);
    sink.end();
  });
}

/** One layer of compression is taken off; more would be a bomb or a mistake. */
function decoderOf(encoding: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}
