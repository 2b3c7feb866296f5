import { readCedict, type BilingualLexicon } from '../core/alignment/bilingual-lexicon.ts';

/** Where the build puts it (tools/build/bundle-lexicon.ts), under `app://bundle`. */
const LEXICON_PATH = '/lexicon/cc-cedict.bin';

/** The Chinese–English lexicon that ships with the program; undefined where it is missing or damaged. */
export async function fetchLexicon(): Promise<BilingualLexicon | undefined> {
  try {
    const { ok, body } = await fetch(LEXICON_PATH);
    if (!ok || body === null) return undefined;
    return readCedict(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).text());
  } catch {
    return undefined;
  }
}
