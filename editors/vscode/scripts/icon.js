/** Draws `icon.png`: three entries of a list, the last one mended. Run it after a change of the drawing. */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const clamp = (value) => Math.min(1, Math.max(0, value));
/** Distance from a point to a capsule between two points. */
const capsule = (x, y, [ax, ay, bx, by, radius]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) - radius;
};
const square = (x, y) => {
  const [dx, dy] = [Math.abs(x - 64) - 36, Math.abs(y - 64) - 36];
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - 24;
};
const strokes = [
  {
    colour: [240, 246, 244],
    lines: [
      [54, 38, 98, 38, 5],
      [54, 64, 98, 64, 5],
      [54, 90, 84, 90, 5],
    ],
  },
  {
    colour: [127, 199, 175],
    lines: [
      [33, 38, 33, 38, 7],
      [33, 64, 33, 64, 7],
    ],
  },
  {
    colour: [255, 184, 77],
    lines: [
      [24, 90, 31, 97, 5],
      [31, 97, 43, 82, 5],
    ],
  },
];

const rows = [];
for (let y = 0; y < size; y++) {
  const row = Buffer.alloc(1 + size * 4);
  for (let x = 0; x < size; x++) {
    let colour = [18, 52, 59];
    for (const { colour: ink, lines } of strokes) {
      const cover = clamp(0.5 - Math.min(...lines.map((line) => capsule(x + 0.5, y + 0.5, line))));
      colour = colour.map((value, index) => value + (ink[index] - value) * cover);
    }
    row.set([...colour.map(Math.round), Math.round(255 * clamp(0.5 - square(x + 0.5, y + 0.5)))], 1 + x * 4);
  }
  rows.push(row);
}
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
const head = Buffer.alloc(13);
head.writeUInt32BE(size, 0);
head.writeUInt32BE(size, 4);
head.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', head),
  chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(new URL('../icon.png', import.meta.url), png);
