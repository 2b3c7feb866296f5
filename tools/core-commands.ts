import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { makeExcerpt } from '../core/search/excerpt.ts';
import { parseQuery } from '../core/search/parse-query.ts';
import type { QueryProblem } from '../core/search/query.ts';
import { createSearcher } from '../core/search/searcher.ts';
import type { SearchResult } from '../core/search/search-result.ts';
import { buildTextIndex, loadTextIndex } from '../core/search/text-index.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { TextSpan } from '../core/text/text-span.ts';
import { InvalidWorkError, serializeWork } from '../core/text/work-file.ts';
import { segmentText, type Unit, type Work } from '../core/text/work.ts';
import { alignFiles } from './align-commands.ts';
import { addEditionFiles, importTextFiles, type ImportCorrections } from './import-commands.ts';
import { linkNamedWork } from './link-commands.ts';
import { BUNDLED_LIBRARY, listWorkIds, readWorkFile, workFilePath } from './library-files.ts';
import { exportNotesFile, mergeNotesFiles, type NoteSurroundings } from './note-commands.ts';

const USAGE = `Usage: npm run --silent core -- COMMAND

  show WORK [--json]     print a work: an id of the library, or the path of a work.json
  search QUERY [--json]  search the text of the library, best first
                         words, "a phrase", -without, zh:word, en:word, prefix*
  export-notes NOTES --format md|html|csv|txt|jsonld [--language en|zh-Hans]
                         print the notes of a notes file (WORK.json) or of an export
  merge-notes A B        print a notes file with the notes of both; conflicts are kept twice
  import FILE… [--json]  print a bilingual text, or one file per language, as units that answer each other
                         [--encoding [FILE=]NAME] [--language [FILE=]TAG] [--from [FILE=]FORMAT] [--restore ID]
  add-edition WORK FILE… [--language TAG] [--json]
                         print a work with the text of FILE, in one more language, aligned to its units; as import, it
                         takes [--encoding …] [--from …] [--restore ID]
  link WORK [--json]     print a work with links between its phrases: those it has, and those the program proposes
  align A B [--json]     align two UTF-8 files line by line; their languages are guessed or said: [--language FILE=TAG]

  --json                 print JSON for programs instead of text for people
  --library FOLDER       use the works in this folder instead of the bundled ones`;

/** Wrong usage: the message names it, and the usage follows. */
class UsageError extends Error {}

/** Something the user named is not there; the message says what. */
class MissingFileError extends Error {}

/** What a command came to: what to print, and 0, 1 (it could not be done) or 2 (wrong usage). */
export interface CoreOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

interface Invocation {
  readonly command: string;
  readonly operands: readonly string[];
  readonly isJson: boolean;
  readonly library: string;
  readonly format: string;
  readonly language: string | undefined;
  readonly corrections: ImportCorrections;
}

/** One line of a search: a segment with a hit. */
interface SegmentHit {
  readonly work: Work;
  readonly unit: Unit;
  readonly language: LanguageTag;
  readonly score: number;
  readonly spans: readonly TextSpan[];
}

/** Carries out a command line without its first two words. Never rejects for what a user could do wrong. */
export async function runCore(argv: readonly string[]): Promise<CoreOutcome> {
  try {
    const { output, hints } = await carryOut(readArguments(argv));
    return { exitCode: 0, stdout: `${output}\n`, stderr: hints.map((hint) => `${hint}\n`).join('') };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof UsageError) return { exitCode: 2, stdout: '', stderr: `${message}\n\n${USAGE}\n` };
    return { exitCode: 1, stdout: '', stderr: `${message}\n` };
  }
}

interface Answer {
  readonly output: string;
  /** What the user should know besides; never part of what programs read. */
  readonly hints: readonly string[];
}

async function carryOut(invocation: Invocation): Promise<Answer> {
  switch (invocation.command) {
    case 'help':
      return { output: USAGE, hints: [] };
    case 'show':
      return { output: await show(invocation), hints: [] };
    case 'search':
      return search(invocation);
    case 'export-notes':
      return { output: await exportNotes(invocation), hints: [] };
    case 'merge-notes':
      return mergeNotes(invocation);
    case 'import':
      return { output: await importTexts(invocation), hints: [] };
    case 'add-edition':
      return { output: await addEditionTo(invocation), hints: [] };
    case 'link':
      return { output: await link(invocation), hints: [] };
    case 'align':
      return { output: await align(invocation), hints: [] };
    default:
      throw new UsageError(`There is no command "${invocation.command}".`);
  }
}

const VALUED: ReadonlySet<string> = new Set([
  '--library',
  '--format',
  '--language',
  '--encoding',
  '--from',
  '--restore',
]);

// A query may well begin with a dash (-空间), so only words after two dashes are taken out as options; "--" ends them.
function readArguments(argv: readonly string[]): Invocation {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const isOption = (argument: string, index: number): boolean =>
    index < end && (argument.startsWith('--') || VALUED.has(argv[index - 1] ?? ''));
  const options = argv.filter(isOption);
  const [command, ...operands] = argv.filter(
    (argument, index) => index !== end && !isOption(argument, index),
  );
  try {
    const { values } = parseArgs({
      args: options,
      options: {
        json: { type: 'boolean' },
        library: { type: 'string' },
        format: { type: 'string' },
        language: { type: 'string', multiple: true },
        encoding: { type: 'string', multiple: true },
        from: { type: 'string', multiple: true },
        restore: { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
    const shared = {
      isJson: values.json ?? false,
      library: values.library ?? BUNDLED_LIBRARY,
      format: values.format ?? 'md',
      language: values.language?.at(-1),
      corrections: {
        encodings: values.encoding ?? [],
        languages: values.language ?? [],
        formats: values.from ?? [],
        restore: values.restore ?? [],
      },
    };
    if (values.help === true) return { ...shared, command: 'help', operands: [] };
    if (command === undefined) throw new UsageError('No command is given.');
    return { ...shared, command, operands };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function show({ operands, isJson, library }: Invocation): Promise<string> {
  const [name, ...others] = operands;
  if (name === undefined || others.length > 0) throw new UsageError('"show" takes one WORK.');
  const work = await readNamedWork(name, library);
  return isJson ? JSON.stringify(serializeWork(work), null, 2) : describeWork(work);
}

async function link({ operands, isJson, library }: Invocation): Promise<string> {
  const [name, ...others] = operands;
  if (name === undefined || others.length > 0) throw new UsageError('"link" takes one WORK.');
  return linkNamedWork(await readNamedWork(name, library), isJson);
}

async function exportNotes({ operands, library, format, language = 'en' }: Invocation): Promise<string> {
  const [path, ...others] = operands;
  if (path === undefined || others.length > 0)
    throw new UsageError('"export-notes" takes one file of NOTES.');
  return exportNotesFile(path, { format, language }, surround(library));
}

async function mergeNotes({ operands, library }: Invocation): Promise<Answer> {
  const [first, second, ...others] = operands;
  if (first === undefined || second === undefined || others.length > 0) {
    throw new UsageError('"merge-notes" takes two files of notes, A and B.');
  }
  return mergeNotesFiles(first, second, surround(library));
}

async function importTexts({ operands, corrections, isJson }: Invocation): Promise<string> {
  if (operands.length === 0) throw new UsageError('"import" takes at least one FILE.');
  return importTextFiles(operands, corrections, isJson);
}

async function addEditionTo({ operands, corrections, isJson, library }: Invocation): Promise<string> {
  const [name, ...files] = operands;
  if (name === undefined || files.length === 0) {
    throw new UsageError('"add-edition" takes a WORK and at least one FILE.');
  }
  return addEditionFiles(await readNamedWork(name, library), files, corrections, isJson);
}

async function align({ operands, corrections, isJson }: Invocation): Promise<string> {
  const [source, target, ...others] = operands;
  if (source === undefined || target === undefined || others.length > 0) {
    throw new UsageError('"align" takes two files, A and B.');
  }
  return alignFiles(source, target, { isJson, languages: corrections.languages });
}

function surround(library: string): NoteSurroundings {
  return { readWork: (id) => readNamedWork(id, library), newId: randomUUID, now: () => new Date() };
}

async function search({ operands, isJson, library }: Invocation): Promise<Answer> {
  if (operands.length === 0) throw new UsageError('"search" takes a QUERY.');
  const query = operands.join(' ');
  const works = await Promise.all((await listLibrary(library)).map((id) => readNamedWork(id, library)));
  const hits = works
    .flatMap((work) => searchWork(work, query))
    // Sorting is stable: equal scores stay in the order of the library and of the text.
    .toSorted((a, b) => b.score - a.score);
  const languages = works.flatMap((work) => work.editions.map((edition) => edition.language));
  const hints = await Promise.all(parseQuery(query, { languages }).problems.map(explainProblem));
  if (isJson) return { output: JSON.stringify(hits.map(toRow), null, 2), hints };
  return { output: hits.length === 0 ? 'Nothing was found.' : hits.map(describeHit).join('\n'), hints };
}

function searchWork(work: Work, query: string): readonly SegmentHit[] {
  const { index } = loadTextIndex(buildTextIndex(work), work);
  const { results } = createSearcher(work, index).search(query);
  const units = new Map(work.units.map((unit) => [unit.id, unit]));
  const positions = new Map(work.units.map((unit, position) => [unit.id, position]));
  return results
    .toSorted((a, b) => (positions.get(a.unitId) ?? 0) - (positions.get(b.unitId) ?? 0))
    .flatMap((result) => segmentHits(work, units.get(result.unitId), result));
}

function segmentHits(work: Work, unit: Unit | undefined, result: SearchResult): readonly SegmentHit[] {
  if (unit === undefined) return [];
  return result.matches.flatMap(({ field, score, spans }) =>
    field.kind === 'text' ? [{ work, unit, language: field.language, score, spans }] : [],
  );
}

function toRow({ work, unit, language, score }: SegmentHit): object {
  return { work: work.id, unit: unit.id, language, score };
}

async function listLibrary(library: string): Promise<readonly string[]> {
  try {
    return await listWorkIds(library);
  } catch (error) {
    if (isMissingFile(error)) throw new MissingFileError(`There is no library folder ${library}.`);
    throw error;
  }
}

// A bare name is an id of the library; anything that looks like a path is the path of a work.json.
async function readNamedWork(name: string, library: string): Promise<Work> {
  const isPath = /[/\\]|\.json$/.test(name);
  try {
    return await readWorkFile(isPath ? name : workFilePath(library, name));
  } catch (error) {
    if (error instanceof InvalidWorkError) throw new Error(`${name}: ${error.message}`, { cause: error });
    if (!isMissingFile(error)) throw error;
    const known = isPath ? [] : await listLibrary(library);
    const hint = known.length === 0 ? '' : ` The library has: ${known.join(', ')}.`;
    throw new MissingFileError(`There is no work "${name}".${hint}`);
  }
}

function describeWork(work: Work): string {
  const titles = Object.entries(work.titles).map(([language, title]) => `${language}  ${title}`);
  const units = work.units.map((unit) =>
    [
      `[${unit.id}]`,
      ...work.editions.map(({ language }) => `${language}  ${segmentText(unit, language)}`),
    ].join('\n'),
  );
  return [titles.join('\n'), ...units].join('\n\n');
}

const EXCERPT_LENGTH = 100;

function describeHit({ work, unit, language, spans }: SegmentHit): string {
  const excerpt = makeExcerpt(segmentText(unit, language), spans, EXCERPT_LENGTH);
  const marked = excerpt.spans
    .toReversed()
    .reduce(
      (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      excerpt.text,
    );
  const context = `${excerpt.isCutBefore ? '…' : ''}${marked}${excerpt.isCutAfter ? '…' : ''}`;
  return `${work.id}  ${unit.id}  ${language}  ${context.replaceAll('\n', ' ')}`;
}

async function explainProblem({ code, values }: QueryProblem): Promise<string> {
  const file = new URL('../resources/messages/en/search-problems.json', import.meta.url);
  const messages = new Map<string, unknown>(Object.entries(JSON.parse(await readFile(file, 'utf8'))));
  const message = String(messages.get(`search.problem.${code}`));
  return message.replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? '');
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
