import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { shrinkPng } from '../../../tools/screenshots/shrink-png.ts';

const ICON = path.resolve(import.meta.dirname, '../../../build/icons/64x64.png');

/** A PNG of 8-bit RGB pixels whose rows are filtered as asked for. Checksums are not looked at. */
function encode(width: number, pixels: Buffer, filters: readonly number[]): Buffer {
  const stride = width * 3;
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (pixels[y * stride + x] ?? 0));
  const rows = filters.map((filter, y) => {
    const row = Array.from({ length: stride }, (_, x) => {
      const left = at(x - 3, y);
      const above = at(x, y - 1);
      const corner = x < 3 ? 0 : at(x - 3, y - 1);
      const paeth = [left, above, corner].toSorted(
        (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
      )[0];
      const predicted = [0, left, above, Math.floor((left + above) / 2), paeth ?? 0][filter] ?? 0;
      return (at(x, y) - predicted + 256) % 256;
    });
    return Buffer.from([filter, ...row]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(filters.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.alloc(8),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
}

/** The pixels of a shrunk PNG: three chunks, rows without filters. */
function decode(png: Buffer): Buffer {
  const stride = png.readUInt32BE(16) * 3;
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const pixels = Array.from({ length: png.readUInt32BE(20) }, (_, y) => {
    expect(rows[y * (stride + 1)]).toBe(0);
    return rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
  });
  return Buffer.concat(pixels);
}

const picture = fc
  .record({
    width: fc.integer({ min: 1, max: 6 }),
    filters: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
  })
  .chain(({ width, filters }) =>
    fc.record({
      width: fc.constant(width),
      filters: fc.constant(filters),
      pixels: fc.uint8Array({ minLength: width * 3 * filters.length, maxLength: width * 3 * filters.length }),
    }),
  );

describe('a shrunk picture', () => {
  test.prop([picture])('has the same pixels, whatever filters it had', ({ width, filters, pixels }) => {
    const shrunk = shrinkPng(encode(width, Buffer.from(pixels), filters));
    expect(decode(shrunk).equals(Buffer.from(pixels))).toBe(true);
  });

  test('is a PNG with true checksums, so shrinking it again changes nothing', () => {
    const shrunk = shrinkPng(readFileSync(ICON));
    expect(shrunk.subarray(0, 8).equals(readFileSync(ICON).subarray(0, 8))).toBe(true);
    expect(shrunk.subarray(-8).toString('hex')).toBe('49454e44ae426082');
    expect(shrinkPng(shrunk).equals(shrunk)).toBe(true);
  });
});

test('what is no such picture is refused', () => {
  const palette = encode(1, Buffer.alloc(3), [0]);
  palette.writeUInt8(3, 25);
  expect(() => shrinkPng(palette)).toThrow('not a PNG as Chromium writes it');
});
