/** Where under `app://` the Chinese–English dictionary lies: CC-CEDICT, compressed with gzip, which a page can open. */
export const LEXICON_PATH = '/lexicon/cc-cedict.bin';
