import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BilingualLexicon } from '../core/alignment/bilingual-lexicon.ts';
import { proposeTextLinks } from '../core/alignment/propose-work-links.ts';
import { addEdition } from '../core/import/add-edition.ts';
import {
  importFiles,
  MOST_BYTES,
  type ImportFile,
  type ImportOptions,
  type ImportResult,
} from '../core/import/import-files.ts';
import { ImportError } from '../core/import/import-error.ts';
import { runToEnd } from '../core/steps.ts';
import { isImportFormat } from '../core/import/imported-document.ts';
import { composeEdition } from '../core/import/review/compose-edition.ts';
import { proposeEdition } from '../core/import/review/edition-details.ts';
import { localDay } from '../core/local-day.ts';
import { serializeLinks, serializeWork } from '../core/text/work-file.ts';
import type { Work } from '../core/text/work.ts';
import { readBundledLexicon } from './lexicon-file.ts';
import { explainImportProblem } from './import-problem-words.ts';

/** What the reader corrects on the command line: `NAME=VALUE` for one file, `VALUE` for all. */
export interface ImportCorrections {
  readonly encodings: readonly string[];
  readonly languages: readonly string[];
  readonly formats: readonly string[];
  readonly restore: readonly string[];
}

/** The text of files as units, as JSON for programs or for people. Rejects with what a user can do about it. */
export async function importTextFiles(
  paths: readonly string[],
  corrections: ImportCorrections,
  isJson: boolean,
): Promise<string> {
  const { result, lexicon } = await readFiles(paths, corrections, importFiles);
  if (!isJson) return describeImport(result);
  const links = runToEnd(proposeTextLinks({ ...result, links: [] }, { lexicon }));
  return JSON.stringify({ ...toJson(result), links: serializeLinks(links) }, null, 2);
}

/** A work with the text of files in one more language, as work.json for programs or for people. Rejects as importing does. */
export async function addEditionFiles(
  work: Work,
  paths: readonly string[],
  corrections: ImportCorrections,
  isJson: boolean,
): Promise<string> {
  const { result } = await readFiles(paths, corrections, (files, options) =>
    addEdition(work, files, options),
  );
  if (!isJson) return describeImport(result);
  const { added } = result;
  const details = proposeEdition(result, added, localDay(new Date()));
  const composed = composeEdition(work, result.units, { found: added, language: added, details });
  return JSON.stringify(serializeWork(composed), null, 2);
}

async function readFiles<Result>(
  paths: readonly string[],
  corrections: ImportCorrections,
  read: (files: readonly ImportFile[], options: ImportOptions) => Promise<Result>,
): Promise<{ readonly result: Result; readonly lexicon: BilingualLexicon }> {
  try {
    const files = await Promise.all(paths.map(readImportFile));
    const lexicon = await readBundledLexicon();
    return { result: await read(files, { ...composeOptions(files, corrections), lexicon }), lexicon };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const file = error.file === null ? '' : `${error.file}: `;
    throw new Error(`${file}${explainImportProblem(error.problem)}`, { cause: error });
  }
}

async function readImportFile(path: string): Promise<ImportFile> {
  try {
    // Not read at all if it is too large: its size says enough.
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      throw new ImportError({ code: 'too-large', bytes: size, most: MOST_BYTES }, basename(path));
    }
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Which of some corrections, `NAME=VALUE` or `VALUE`, holds for a file; the last of several. */
export function chooseCorrection(values: readonly string[], name: string): string | undefined {
  return values
    .map((value) => (value.includes('=') ? value.split('=') : [name, value]))
    .findLast(([file]) => file === name)?.[1];
}

function composeOptions(files: readonly ImportFile[], corrections: ImportCorrections): ImportOptions {
  const entries = files.map(({ name }) => {
    const encoding = chooseCorrection(corrections.encodings, name);
    const language = chooseCorrection(corrections.languages, name);
    const format = chooseCorrection(corrections.formats, name);
    if (format !== undefined && !isImportFormat(format)) throw new Error(`There is no format "${format}".`);
    const options = {
      ...(encoding === undefined ? {} : { encoding }),
      ...(language === undefined ? {} : { language }),
      ...(format === undefined ? {} : { format }),
    };
    return [name, options] as const;
  });
  return { files: Object.fromEntries(entries), restore: corrections.restore };
}

function toJson({ languages, units, setAside, doubtful, files }: ImportResult): object {
  return {
    languages,
    units: units.map(({ confidence: _confidence, ...unit }) => unit),
    setAside,
    doubtful,
    files,
  };
}

function describeImport({ languages, units, setAside, doubtful }: ImportResult): string {
  const doubts = new Set(doubtful);
  const rows = units.map(({ id, kind, segments }) =>
    [
      `[${id}] ${kind}${doubts.has(id) ? ' (doubtful)' : ''}`,
      ...languages.map((language) => `${language}  ${segments[language] ?? ''}`),
    ].join('\n'),
  );
  const asides = setAside.map(({ id, reason, text }) => `[${id}] ${reason}: ${text.replaceAll('\n', ' ')}`);
  return [...rows, ...(asides.length === 0 ? [] : [`Set aside:\n${asides.join('\n')}`])].join('\n\n');
}
