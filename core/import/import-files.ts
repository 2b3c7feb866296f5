import type { BilingualLexicon } from '../alignment/bilingual-lexicon.ts';
import { retellSteps, runAllToEnd } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import { AsideList } from './aside-list.ts';
import { loadLanguageDetector, type LanguageDetector } from './language/detect-language.ts';
import { ImportError } from './import-error.ts';
import type { ImportFormat } from './imported-document.ts';
import { makeUnits, type ImportedUnit } from './pairing/make-units.ts';
import { openFile, type OpenedBitext, type OpenedFile, type OpenedProse } from './open-file.ts';
import { pairBitext } from './pairing/pair-bitext.ts';
import { pairDocuments } from './pairing/pair-documents.ts';
import type { PairedTexts } from './structure/piece.ts';
import type { SetAside } from './set-aside.ts';

/** A file as its bytes; `name` is what the reader knows it by, never a path that is opened. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the reader corrected of what an import found. */
export interface ImportOptions {
  /** By name of the file. */
  readonly files?: Readonly<Record<string, FileOptions>>;
  /** Ids of what was set aside and belongs to the text after all. */
  readonly restore?: readonly string[];
  /** A dictionary between two of the languages, which makes alignment surer. */
  readonly lexicon?: BilingualLexicon;
}

/** What the reader says of one file. */
export interface FileOptions {
  readonly encoding?: string;
  readonly format?: ImportFormat;
  /** The language of the whole file. */
  readonly language?: LanguageTag;
}

/** What an import comes to. `units` are those of work.json, with how sure they are. */
export interface ImportResult {
  /** In the order in which they should stand side by side. */
  readonly languages: readonly LanguageTag[];
  readonly units: readonly ImportedUnit[];
  readonly setAside: readonly SetAside[];
  /** Ids of units whose segments may not answer each other. */
  readonly doubtful: readonly string[];
  readonly files: readonly FoundFile[];
}

/** What was found out about one file. */
export interface FoundFile {
  readonly name: string;
  readonly format: ImportFormat;
  /** Absent where the format has no choice of encodings. */
  readonly encoding?: string;
  /** Whether bytes had to be replaced that mean nothing in this encoding. */
  readonly isDamaged: boolean;
  readonly languages: readonly LanguageTag[];
}

/** How far an import has come. */
export type ImportProgress =
  | { readonly phase: 'reading'; readonly file: string; readonly done: number; readonly total: number }
  /** `done` goes from 0 to 1, for each language that is aligned with the first. */
  | { readonly phase: 'aligning'; readonly done: number };

/** More files than languages that can stand side by side. */
const MOST_FILES = 6;

/** The most bytes of a file: what a treaty with its annexes takes a hundred times over. */
export const MOST_BYTES = 50 * 1024 * 1024;

/** Below this, a reader should look at the unit. */
const DOUBTFUL_BELOW = 0.6;

/**
 * Takes in one bilingual file or one file per language, step by step, so that a worker can report and be stopped
 * between steps. Pure: nothing is fetched, no script of a file runs.
 * @throws ImportError saying why there is no text of several languages in the files.
 */
export async function* importFilesInSteps(
  files: readonly ImportFile[],
  options: ImportOptions = {},
): AsyncGenerator<ImportProgress, ImportResult, undefined> {
  const detector = await loadLanguageDetector();
  const opened = yield* openFilesInSteps(files, options, detector);
  return yield* tellAligning(alignOpened(opened, options, detector));
}

/** Takes in files in one go; see {@link importFilesInSteps}. */
export async function importFiles(
  files: readonly ImportFile[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  return runAllToEnd(importFilesInSteps(files, options));
}

/** The steps of aligning as those of an import; each said how much of the aligning is done, from 0 to 1. */
export function tellAligning<Value>(
  steps: Generator<number, Value, undefined>,
): Generator<ImportProgress, Value, undefined> {
  return retellSteps(steps, (done) => ({ phase: 'aligning', done }));
}

/**
 * Opens the files of an import, one a step.
 * @throws ImportError where there are none or too many, or one of them cannot be read.
 */
export async function* openFilesInSteps(
  files: readonly ImportFile[],
  options: ImportOptions,
  detector: LanguageDetector,
): AsyncGenerator<ImportProgress, readonly OpenedFile[], undefined> {
  if (files.length === 0) throw new ImportError({ code: 'no-files' });
  if (files.length > MOST_FILES) throw new ImportError({ code: 'too-many-files', most: MOST_FILES });
  const opened: OpenedFile[] = [];
  for (const [done, file] of files.entries()) {
    yield { phase: 'reading', file: file.name, done, total: files.length };
    opened.push(await openNamed(file, options, detector));
  }
  return opened;
}

async function openNamed(
  file: ImportFile,
  options: ImportOptions,
  detector: LanguageDetector,
): Promise<OpenedFile> {
  try {
    if (file.bytes.length > MOST_BYTES) {
      throw new ImportError({ code: 'too-large', bytes: file.bytes.length, most: MOST_BYTES });
    }
    return await openFile(file, options.files?.[file.name] ?? {}, detector);
  } catch (error) {
    if (error instanceof ImportError && error.file === null) throw new ImportError(error.problem, file.name);
    // The stack or the longest string the engine can hold: nothing that was written to be read is so deep or long.
    if (error instanceof RangeError) throw new ImportError({ code: 'too-complex' }, file.name);
    throw error;
  }
}

function* alignOpened(
  opened: readonly OpenedFile[],
  options: ImportOptions,
  detector: LanguageDetector,
): Generator<number, ImportResult, undefined> {
  const asides = new AsideList(options.restore ?? []);
  const bitexts = opened.filter(isBitext);
  const prose = opened.filter(isProse);
  const parts: PairedTexts[] = [];
  if (bitexts.length > 0) parts.push(pairBitext(bitexts, asides));
  if (prose.length > 0) {
    const languageOf = (name: string): LanguageTag | undefined => options.files?.[name]?.language;
    parts.push(yield* pairDocuments(prose, { detector, asides, lexicon: options.lexicon, languageOf }));
  }
  const languages = [...new Set(parts.flatMap((part) => part.languages))];
  const units = makeUnits(
    parts.flatMap(({ rows }) => rows),
    languages,
  );
  return {
    languages,
    units,
    setAside: asides.list,
    doubtful: listDoubtful(units),
    files: describeFiles(
      opened,
      new Map(
        opened.map(({ name }) => [name, parts.flatMap((part) => part.languagesByFile.get(name) ?? [])]),
      ),
    ),
  };
}

/** Ids of the units a reader should look at. */
export function listDoubtful(units: readonly ImportedUnit[]): readonly string[] {
  return units.filter(({ confidence }) => confidence < DOUBTFUL_BELOW).map(({ id }) => id);
}

/** What was found out about files, with the languages in each by name. */
export function describeFiles(
  opened: readonly OpenedFile[],
  languagesByFile: ReadonlyMap<string, readonly LanguageTag[]>,
): readonly FoundFile[] {
  return opened.map(({ name, document, encoding, isDamaged }) => ({
    name,
    format: document.format,
    ...(encoding === undefined ? {} : { encoding }),
    isDamaged,
    languages: languagesByFile.get(name) ?? [],
  }));
}

function isBitext(file: OpenedFile): file is OpenedBitext {
  return file.document.kind === 'bitext';
}

function isProse(file: OpenedFile): file is OpenedProse {
  return file.document.kind === 'prose';
}
