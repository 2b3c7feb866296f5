import { foldText } from '../../../../core/search/fold-text.ts';
import { termsOfText } from '../../../../core/search/index-terms.ts';
import { buildPackedIndex, type PackedIndex } from '../../../../core/search/packed-index.ts';
import { stemmerFor } from '../../../../core/search/stem-word.ts';
import { buildTextIndex, loadTextIndex } from '../../../../core/search/text-index.ts';
import { segmentText, type Work } from '../../../../core/text/work.ts';

/** The index of a work as the program has it, and one of the words alone. */
export function indexTextOf(work: Work): {
  readonly withPairs: PackedIndex;
  readonly withoutPairs: PackedIndex;
} {
  const languages = work.editions.map(({ language }) => language);
  const units = work.units.map((unit) =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        termsOfText(foldText(segmentText(unit, language)).text, stemmerFor(language)),
      ]),
    ),
  );
  return {
    withPairs: loadTextIndex(buildTextIndex(work), work).index,
    withoutPairs: buildPackedIndex(languages, units),
  };
}
