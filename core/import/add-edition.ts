import type { LanguageTag } from '../text/language.ts';
import { runAllToEnd } from '../steps.ts';
import type { Work } from '../text/work.ts';
import { AsideList } from './aside-list.ts';
import { alignEdition } from './edition/align-edition.ts';
import { chooseEditions } from './edition/choose-editions.ts';
import { partHeadings } from './edition/part-headings.ts';
import { placeEdition } from './edition/place-edition.ts';
import { readEdition } from './edition/read-edition.ts';
import { ImportError } from './import-error.ts';
import {
  describeFiles,
  listDoubtful,
  openFilesInSteps,
  tellAligning,
  type ImportFile,
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
} from './import-files.ts';
import { loadLanguageDetector } from './language/detect-language.ts';
import { MOST_LANGUAGES } from './pairing/pair-documents.ts';

/** A work to which an edition is added, as far as that matters. */
export type EditedWork = Pick<Work, 'editions' | 'units'>;

/** What adding an edition comes to: an import whose units are those of the work, with units for what answers none. */
export interface AddedEdition extends ImportResult {
  /** That of the new edition: the last of `languages`. */
  readonly added: LanguageTag;
}

/**
 * Reads a text in one more language and aligns it to the units of a work, which stay as they are: each gets the segment
 * that answers it, '' where none does, and what answers none of them is a unit of its own where it stands. Pure, step by
 * step, as `importFilesInSteps` is.
 * @throws ImportError saying why there is no text of one new language in the files.
 */
export async function* addEditionInSteps(
  work: EditedWork,
  files: readonly ImportFile[],
  options: ImportOptions = {},
): AsyncGenerator<ImportProgress, AddedEdition, undefined> {
  const known = work.editions.map(({ language }) => language);
  if (known.length >= MOST_LANGUAGES)
    throw new ImportError({ code: 'too-many-editions', most: MOST_LANGUAGES });
  const detector = await loadLanguageDetector();
  const opened = yield* openFilesInSteps(files, options, detector);
  const asides = new AsideList(options.restore ?? []);
  const languageOf = (name: string): LanguageTag | undefined => options.files?.[name]?.language;
  const { language, pieces, languagesByFile } = readEdition(opened, { detector, asides, languageOf }, known);
  const { lexicon } = options;
  const editions = chooseEditions(work, language, lexicon);
  const aligned = yield* tellAligning(
    alignEdition({ units: work.units, editions, pieces, language, lexicon }),
  );
  const rows = partHeadings(aligned, work.units, pieces);
  const units = placeEdition(work, rows, pieces, language);
  return {
    added: language,
    languages: [...known, language],
    units,
    setAside: asides.list,
    doubtful: listDoubtful(units),
    files: describeFiles(opened, languagesByFile),
  };
}

/** Adds an edition in one go; see {@link addEditionInSteps}. */
export async function addEdition(
  work: EditedWork,
  files: readonly ImportFile[],
  options: ImportOptions = {},
): Promise<AddedEdition> {
  return runAllToEnd(addEditionInSteps(work, files, options));
}
