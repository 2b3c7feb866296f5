import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { readCedict, type BilingualLexicon } from '../core/alignment/bilingual-lexicon.ts';

const LEXICON_FILE = new URL('../resources/lexicon/cc-cedict.u8.br', import.meta.url);

/** The Chinese–English lexicon that ships with the program. */
export async function readBundledLexicon(): Promise<BilingualLexicon> {
  return readCedict(brotliDecompressSync(await readFile(LEXICON_FILE)).toString('utf8'));
}
