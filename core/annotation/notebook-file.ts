import { readNotebookContent } from '../backup/notebook-content.ts';
import { NOTEBOOK_SCHEMA_VERSION } from './notebook-migrations.ts';
import type { Notebook } from './notebook.ts';

/** A hash of a text, given in parts, as 64 lower-case hexadecimal digits. Passed in: the core has no SHA-256. */
export type HashText = (parts: readonly string[]) => string;

/** What a notes file holds: the notebook, and the last journal record it contains. */
export interface NotebookFile {
  readonly notebook: Notebook;
  /** Undefined in files written before there were journals, and in hand-made ones. */
  readonly sequence: number | undefined;
}

/** What the text of a notes file turned out to be. */
export type NotebookFileContent =
  | (NotebookFile & {
      readonly type: 'notebook';
      /** Whether the file has an earlier schema than this program writes. */
      readonly isMigrated: boolean;
      /** Whether the file carries a checksum that is not its own: it was changed after this program wrote it. */
      readonly isSealBroken: boolean;
    })
  /** Written by a later version of the program. */
  | { readonly type: 'newer'; readonly detail: string }
  | { readonly type: 'damaged'; readonly detail: string };

/** While the sum is made, this stands in its place. */
const NO_SUM = '0'.repeat(64);

/** The sum stands in the head of the file, before anything a reader has written. In UTF-16 code units. */
const HEAD_LENGTH = 140;

const SUM = /"checksum":"([0-9a-f]{64})"/u;

/**
 * Lines that were written before, kept as long as the note lives: of 10,000 notes hardly one changes between two files.
 */
const written = new WeakMap<object, string>();

/** A file is made in parts of this many notes. One text of all of them would be copied as a whole several times over. */
const PART_LENGTH = 50;

/**
 * The text of a notes file, an annotation a line, with a checksum over all of it: in parts, to be written one after the
 * other.
 */
export function serializeNotebookFile(
  { annotations, bin, progress, revision }: Notebook,
  sequence: number,
  hash: HashText,
): readonly string[] {
  const head = `{\n"schemaVersion":${NOTEBOOK_SCHEMA_VERSION},\n"checksum":"`;
  const rest = [
    `",\n"sequence":${sequence},\n"annotations":[`,
    ...writeLines(annotations),
    '\n],\n"bin":[',
    ...writeLines(bin),
    '\n],\n',
    revision === undefined ? '' : `"revision":${JSON.stringify(revision)},\n`,
    `"progress":${JSON.stringify(progress)}\n}\n`,
  ];
  return [head, hash([head, NO_SUM, ...rest]), ...rest];
}

/**
 * Prepares the lines of some annotations, from an index on, so that the file they come into takes less time later. Gives
 * the index to go on from; undefined when all are prepared.
 */
export function prepareLines({ annotations }: Notebook, from: number): number | undefined {
  const end = from + PART_LENGTH;
  annotations.slice(from, end).forEach(writeLine);
  return end < annotations.length ? end : undefined;
}

function writeLine(item: object): string {
  const known = written.get(item);
  if (known !== undefined) return known;
  const line = JSON.stringify(item);
  written.set(item, line);
  return line;
}

function writeLines(items: readonly object[]): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < items.length; start += PART_LENGTH) {
    const lines = items.slice(start, start + PART_LENGTH).map(writeLine);
    parts.push(`${start === 0 ? '' : ','}\n${lines.join(',\n')}`);
  }
  return parts;
}

/**
 * Reads the text of a notes file of any schema up to the newest. A file whose checksum is right was written by this
 * program and is taken at its word; any other is looked at note by note. One with a wrong checksum may have lost whole notes and
 * still be in order: it says so.
 */
export function parseNotebookFile(text: string, hash: HashText): NotebookFileContent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { type: 'damaged', detail: String(error) };
  }
  if (isSealed(text, hash) && isOurs(value)) {
    const { annotations, bin, progress, revision, sequence } = value;
    return {
      type: 'notebook',
      notebook: { annotations, bin, progress, ...(revision === undefined ? {} : { revision }) },
      sequence,
      isMigrated: false,
      isSealBroken: false,
    };
  }
  const content = readNotebookContent(value);
  if (content.type !== 'notebook') return content;
  const { sequence, schemaVersion } = value as Readonly<Record<string, unknown>>;
  return {
    ...content,
    sequence: typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : undefined,
    isMigrated: schemaVersion !== NOTEBOOK_SCHEMA_VERSION,
    isSealBroken: SUM.test(text.slice(0, HEAD_LENGTH)),
  };
}

function isSealed(text: string, hash: HashText): boolean {
  const head = text.slice(0, HEAD_LENGTH);
  const sum = SUM.exec(head)?.[1];
  return sum !== undefined && hash([head.replace(sum, NO_SUM), text.slice(HEAD_LENGTH)]) === sum;
}

/** Whether a sealed file has the schema this program writes; what is inside its members its writer has known. */
function isOurs(value: unknown): value is Notebook & { readonly sequence: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, sequence, annotations, bin, progress, revision } = value as Readonly<
    Record<string, unknown>
  >;
  return (
    schemaVersion === NOTEBOOK_SCHEMA_VERSION &&
    Number.isSafeInteger(sequence) &&
    Array.isArray(annotations) &&
    Array.isArray(bin) &&
    typeof progress === 'object' &&
    progress !== null &&
    (revision === undefined || typeof revision === 'string')
  );
}
