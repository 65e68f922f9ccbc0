import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../src/links/http/charset.js';

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const meta = (label: string): number[] => [...Buffer.from(`<meta charset="${label}"><p>`)];

describe('a body is read in its charset', () => {
  test.each([
    ['text/html; charset=iso-8859-1', bytes(0xe9), 'é'],
    ['text/html; charset="Shift_JIS"', bytes(0x83, 0x65), 'テ'],
    ['text/html; charset=gbk', bytes(0xb1, 0xca), '笔'],
    ['text/html; charset=made-up', bytes(0xc3, 0xa9), 'é'],
    ['text/html', bytes(0xc3, 0xa9), 'é'],
    ['text/html', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['text/html', bytes(0xff, 0xfe, 0x61, 0), 'a'],
    ['text/html; charset=utf-8', bytes(0xfe, 0xff, 0, 0x61), 'a'],
    ['text/html', bytes(0xff, 0x61), '\uFFFDa'],
    ['text/html', bytes(...meta('windows-1251'), 0xcf), '<meta charset="windows-1251"><p>П'],
    ['text/html; charset=utf-8', bytes(...meta('windows-1251'), 0xcf), '<meta charset="windows-1251"><p>\uFFFD'],
    ['text/html', bytes(...meta('windows-1251'), 0xd0, 0x9f), '<meta charset="windows-1251"><p>П'],
  ])('%s', (type, body, text) => expect(decodeBody(body, type)).toBe(text));
});
