import { crc32, deflateSync, inflateSync } from 'node:zlib';

/*
 * Chromium writes pictures quickly, not small. Pages of text pack a fifth smaller without the row filters of PNG, which
 * are made for photographs. The pixels stay the same.
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Colour types of 8-bit PNGs without a palette, and the bytes of one pixel. */
const PIXEL_SIZES: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);

/** The same picture in fewer bytes. Takes what Chromium writes: 8 bits a channel, no palette, not interlaced. */
export function shrinkPng(png: Buffer): Buffer {
  const header = readChunks(png, 'IHDR');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const pixelSize = PIXEL_SIZES.get(header.readUInt8(9));
  if (pixelSize === undefined || header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0)
    throw new Error('This is not a PNG as Chromium writes it');
  const rows = inflateSync(readChunks(png, 'IDAT'));
  removeFilters(rows, { height, stride: width * pixelSize, pixelSize });
  const packed = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    writeChunk('IHDR', header),
    writeChunk('IDAT', packed),
    writeChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The content of all chunks of a type, joined. */
function readChunks(png: Buffer, wanted: string): Buffer {
  const parts: Buffer[] = [];
  let at = SIGNATURE.length;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === wanted) parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

function writeChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

interface RowShape {
  readonly height: number;
  /** Bytes of a row without the byte before it that names its filter. */
  readonly stride: number;
  readonly pixelSize: number;
}

/** Turns filtered rows into plain ones, in place (PNG specification, section 9). */
function removeFilters(rows: Buffer, { height, stride, pixelSize }: RowShape): void {
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1) + 1;
    const filter = rows[start - 1] ?? 0;
    rows[start - 1] = 0;
    for (let x = 0; x < stride; x += 1) {
      const at = start + x;
      const left = x < pixelSize ? 0 : (rows[at - pixelSize] ?? 0);
      const above = y === 0 ? 0 : (rows[at - stride - 1] ?? 0);
      const aboveLeft = x < pixelSize || y === 0 ? 0 : (rows[at - stride - 1 - pixelSize] ?? 0);
      rows[at] = (rows[at] ?? 0) + predict(filter, left, above, aboveLeft);
    }
  }
}

function predict(filter: number, left: number, above: number, aboveLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return predictPaeth(left, above, aboveLeft);
    default:
      return 0;
  }
}

function predictPaeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toAboveLeft = Math.abs(estimate - aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
