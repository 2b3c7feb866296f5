import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packIcns, packIco, type IconPicture } from '../../../tools/icons/icon-container.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../build/icons');

function readPictures(): IconPicture[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.png'))
    .map((name) => ({ size: Number.parseInt(name, 10), png: readFileSync(path.join(FOLDER, name)) }))
    .toSorted((a, b) => a.size - b.size);
}

describe('the icons', () => {
  test('are there in every size, each as large as its name says', () => {
    const pictures = readPictures();
    expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]);
    for (const { size, png } of pictures) {
      // The header of a PNG: width and height at 16 and 20.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test('are the same in the containers for Windows and macOS', () => {
    const pictures = readPictures();
    expect(readFileSync(path.join(FOLDER, 'icon.ico')).equals(packIco(pictures))).toBe(true);
    expect(readFileSync(path.join(FOLDER, 'icon.icns')).equals(packIcns(pictures))).toBe(true);
  });
});

test('an .ico lists its pictures and where each stands', () => {
  const pictures = readPictures();
  const ico = packIco(pictures);
  const count = ico.readUInt16LE(4);
  expect(count).toBe(8);
  for (let index = 0; index < count; index += 1) {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(start, start + ico.readUInt32LE(entry + 8));
    expect(pictures[index]?.png.equals(png)).toBe(true);
  }
});

test('an .icns is a chain of blocks that ends where it says', () => {
  const icns = packIcns(readPictures());
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const types: string[] = [];
  let offset = 8;
  while (offset < icns.length) {
    types.push(icns.toString('latin1', offset, offset + 4));
    offset += icns.readUInt32BE(offset + 4);
  }
  expect(offset).toBe(icns.length);
  expect(types).toEqual(['icp4', 'icp5', 'ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10']);
});
