import type { LanguageTag } from '../text/language.ts';
import type { Work } from '../text/work.ts';
import { segmentText } from '../text/work.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { pairFieldOf, pairsOfText } from './common-pairs.ts';
import { hashTexts } from './content-hash.ts';
import type { Steps } from '../steps.ts';
import { foldText } from './fold-text.ts';
import { termsOfText } from './index-terms.ts';
import {
  buildPackedIndex,
  mergePackedIndexes,
  readPackedIndex,
  writePackedIndex,
  type BuildOptions,
  type IndexedUnit,
  type PackedIndex,
} from './packed-index.ts';
import { stemmerFor } from './stem-word.ts';

/** Goes up whenever a text would be indexed differently (folding, terms, stems), so that older indexes are rebuilt. */
export const TEXT_INDEX_SCHEMA = 4;

/** An index and whether it had to be built because the serialized one did not fit the work. */
export interface LoadedTextIndex {
  readonly index: PackedIndex;
  readonly isRebuilt: boolean;
}

/** The search index of a work's text, serialized: built once, at build time or at import. */
export function buildTextIndex(work: Work, options: BuildOptions = {}): string {
  return serializeIndex(work, indexText(work, options));
}

/** Units that are indexed in one step: some 50 ms of long clauses. */
const STEP_LENGTH = 50;

/** {@link buildTextIndex} in small steps, for whoever has other things to do meanwhile; the same to the letter. */
export function* buildTextIndexInSteps(work: Work): Steps<string> {
  const parts: PackedIndex[] = [];
  for (let from = 0; from < work.units.length; from += STEP_LENGTH) {
    parts.push(indexText({ ...work, units: work.units.slice(from, from + STEP_LENGTH) }));
    yield;
  }
  const [only] = parts;
  const index = only !== undefined && parts.length === 1 ? only : mergePackedIndexes(parts);
  yield;
  return serializeIndex(work, index);
}

function serializeIndex(work: Work, index: PackedIndex): string {
  return JSON.stringify({
    schema: TEXT_INDEX_SCHEMA,
    contentHash: hashContent(work),
    packed: toBase64(writePackedIndex(index)),
  });
}

/**
 * Takes back what {@link buildTextIndex} gave for the same text. Anything else, such as an index of an older text, of
 * another version or a damaged file, is refused and the index built anew; never throws.
 */
export function loadTextIndex(serialized: string, work: Work): LoadedTextIndex {
  const index = readIndex(serialized, work);
  return index === undefined ? { index: indexText(work), isRebuilt: true } : { index, isRebuilt: false };
}

function readIndex(serialized: string, work: Work): PackedIndex | undefined {
  try {
    const file: unknown = JSON.parse(serialized);
    if (typeof file !== 'object' || file === null) return undefined;
    if (!('schema' in file) || file.schema !== TEXT_INDEX_SCHEMA) return undefined;
    if (!('contentHash' in file) || file.contentHash !== hashContent(work)) return undefined;
    if (!('packed' in file) || typeof file.packed !== 'string') return undefined;
    return readPackedIndex(fromBase64(file.packed));
  } catch {
    // Whatever is wrong with it, the remedy is the same: it is made from the work again.
    return undefined;
  }
}

function indexText(work: Work, options: BuildOptions = {}): PackedIndex {
  const languages = languagesOf(work);
  const units = work.units.map((unit): IndexedUnit =>
    Object.fromEntries(languages.flatMap((language) => termsByField(segmentText(unit, language), language))),
  );
  const pairFields = languages.map(pairFieldOf).filter((field) => field !== undefined);
  return buildPackedIndex([...languages, ...pairFields], units, options);
}

function termsByField(
  text: string,
  language: LanguageTag,
): readonly (readonly [LanguageTag, readonly string[]])[] {
  const folded = foldText(text).text;
  const terms = [language, termsOfText(folded, stemmerFor(language))] as const;
  const pairField = pairFieldOf(language);
  return pairField === undefined ? [terms] : [terms, [pairField, pairsOfText(folded, language)]];
}

function hashContent(work: Work): string {
  const languages = languagesOf(work);
  return hashTexts([
    ...languages,
    ...work.units.flatMap((unit) => [unit.id, ...languages.map((language) => segmentText(unit, language))]),
  ]);
}

function languagesOf(work: Work): readonly string[] {
  return work.editions.map((edition) => edition.language);
}
