import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';

/** Puts the lexicon beside the page, compressed in a way that the page can undo, with its licence. */
export function bundleLexicon(sourceFolder: string, targetFolder: string): void {
  mkdirSync(targetFolder, { recursive: true });
  const lexicon = brotliDecompressSync(readFileSync(path.join(sourceFolder, 'cc-cedict.u8.br')));
  writeFileSync(path.join(targetFolder, 'cc-cedict.bin'), gzipSync(lexicon, { level: 9 }));
  copyFileSync(path.join(sourceFolder, 'LICENSE'), path.join(targetFolder, 'LICENSE.txt'));
}
