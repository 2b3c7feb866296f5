/** One picture of an icon: a square PNG. */
export interface IconPicture {
  /** Width and height in px. */
  readonly size: number;
  readonly png: Buffer;
}

/** The OSType under which an .icns file keeps a PNG of a size; `ic11` and its like are the same sizes at double density. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** A Windows .ico file with PNG pictures of up to 256 px (readable from Windows Vista on). */
export function packIco(pictures: readonly IconPicture[]): Buffer {
  const fitting = pictures.filter(({ size }) => size <= 256);
  const header = Buffer.alloc(6 + 16 * fitting.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(fitting.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of fitting.entries()) {
    const entry = 6 + 16 * index;
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...fitting.map(({ png }) => png)]);
}

/** A macOS .icns file with PNG pictures of the sizes it has types for. */
export function packIcns(pictures: readonly IconPicture[]): Buffer {
  const blocks = pictures.flatMap(({ size, png }) =>
    (ICNS_TYPES[size] ?? []).map((type) => Buffer.concat([blockHeader(type, png.length), png])),
  );
  const length = blocks.reduce((total, block) => total + block.length, 0);
  return Buffer.concat([blockHeader('icns', length), ...blocks]);
}

function blockHeader(type: string, contentLength: number): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(contentLength + 8, 4);
  return header;
}
