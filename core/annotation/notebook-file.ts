import { readNotebookContent } from '../backup/notebook-content.ts';
import { runToEnd, type Steps } from '../steps.ts';
import type { Annotation } from './annotation.ts';
import { NOTEBOOK_SCHEMA_VERSION } from './notebook-migrations.ts';
import type { BinnedAnnotation, Notebook } from './notebook.ts';

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
  return runToEnd(parseNotebookFileInSteps(text, hash));
}

/** The same in small steps. */
export function* parseNotebookFileInSteps(text: string, hash: HashText): Steps<NotebookFileContent> {
  const isWhole = isSealed(text, hash);
  yield;
  const ours = isWhole ? yield* parseLines(text) : undefined;
  if (ours !== undefined) return { type: 'notebook', ...ours, isMigrated: false, isSealBroken: false };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { type: 'damaged', detail: String(error) };
  }
  const content = readNotebookContent(value);
  if (content.type !== 'notebook') return content;
  const { sequence, schemaVersion } = value as Readonly<Record<string, unknown>>;
  return {
    ...content,
    sequence: typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : undefined,
    isMigrated: schemaVersion !== NOTEBOOK_SCHEMA_VERSION,
    isSealBroken: !isWhole && SUM.test(text.slice(0, HEAD_LENGTH)),
  };
}

function isSealed(text: string, hash: HashText): boolean {
  const head = text.slice(0, HEAD_LENGTH);
  const sum = SUM.exec(head)?.[1];
  return sum !== undefined && hash([head.replace(sum, NO_SUM), text.slice(HEAD_LENGTH)]) === sum;
}

/** The head of a file of this program and schema, up to its first annotation. */
const OURS = new RegExp(
  `^\\{\n"schemaVersion":${NOTEBOOK_SCHEMA_VERSION},\n"checksum":"[0-9a-f]{64}",\n"sequence":(\\d{1,15}),\n"annotations":\\[\n`,
  'u',
);

/**
 * Reads the lines that {@link serializeNotebookFile} wrote; what is in them is taken at their word. Undefined if the text,
 * although sealed, has another form.
 */
function* parseLines(text: string): Steps<NotebookFile | undefined> {
  const [head, sequence] = OURS.exec(text) ?? [];
  if (head === undefined) return undefined;
  try {
    const annotations = yield* parseItems<Annotation>(text, head.length, '],\n"bin":[\n');
    const bin = yield* parseItems<BinnedAnnotation>(text, annotations.end, '],\n');
    const rest = JSON.parse(`{${text.slice(bin.end)}`) as Pick<Notebook, 'progress' | 'revision'>;
    const notebook = { annotations: annotations.items, bin: bin.items, ...rest };
    return { notebook, sequence: Number(sequence) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Reads an item a line, from an offset on, until what ends the list; `end` is the offset behind that. Throws a SyntaxError
 * where anything else stands.
 */
function* parseItems<Item>(
  text: string,
  start: number,
  ending: string,
): Steps<{ readonly items: readonly Item[]; readonly end: number }> {
  const items: Item[] = [];
  for (let from = start; ;) {
    let to = from;
    for (let line = 0; line < PART_LENGTH && text[to] === '{'; line += 1) to = text.indexOf('\n', to) + 1;
    if (to === from) {
      if (!text.startsWith(ending, from)) throw new SyntaxError(`expected ${ending}`);
      return { items, end: from + ending.length };
    }
    const lines = text.slice(from, to).trimEnd();
    items.push(...(JSON.parse(`[${lines.endsWith(',') ? lines.slice(0, -1) : lines}]`) as readonly Item[]));
    from = to;
    yield;
  }
}
