import { z } from '../schema.ts';
import { crc32 } from './crc32.ts';
import {
  changedAnnotationId,
  changedSubject,
  notebookChangeSchema,
  type NotebookChange,
} from './notebook.ts';

/**
 * The version of the records this program writes. A later one is never read for less than it says. 2: changes of the
 * text's revision.
 */
export const JOURNAL_VERSION = 2;

/** Changes of one notebook that were made durable together. */
export interface JournalRecord {
  /** One more than the record before it, in whatever journal or snapshot that stands; the first is 1. */
  readonly sequence: number;
  readonly changes: readonly NotebookChange[];
}

/** What a journal turned out to hold. */
export interface JournalContent {
  /** The sound records, as they stand in the file. */
  readonly records: readonly JournalRecord[];
  /** How many lines are no sound records. What follows them is sound all the same: each change carries a whole state. */
  readonly brokenCount: number;
  /** Whether a later version of the program has written some of it. */
  readonly isNewer: boolean;
}

const LINE = /^(\d{1,9}) (\d{1,15}) ([0-9a-f]{8}) (.+)$/su;

const changesSchema = z.array(notebookChangeSchema);

/** One line of a journal: version, sequence, CRC-32, the changes as JSON, a line feed. */
export function serializeRecord({ sequence, changes }: JournalRecord): string {
  const json = JSON.stringify(changes);
  return `${JOURNAL_VERSION} ${sequence} ${sumUp(JOURNAL_VERSION, sequence, json)} ${json}\n`;
}

/**
 * Reads a journal. What stands behind the last line feed was cut off while it was written and so was never acknowledged:
 * it is dropped. Any other line that is no sound record is damage, which is counted.
 */
export function parseJournal(text: string): JournalContent {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  const records: JournalRecord[] = [];
  let brokenCount = 0;
  let isNewer = false;
  for (const line of lines) {
    const record = parseRecord(line);
    if (record === 'newer') isNewer = true;
    else if (record === 'broken') brokenCount += 1;
    else records.push(record);
  }
  return { records, brokenCount, isNewer };
}

/** The records a snapshot does not contain yet, and whether some between it and them are missing. */
export function followSnapshot(
  records: readonly JournalRecord[],
  /** The sequence the snapshot contains; undefined where it does not say. */
  snapshotSequence: number | undefined,
): { readonly records: readonly JournalRecord[]; readonly hasGap: boolean } {
  const following = records.filter(({ sequence }) => sequence > (snapshotSequence ?? 0));
  const first = snapshotSequence === undefined ? following[0]?.sequence : snapshotSequence + 1;
  const hasGap = following.some(({ sequence }, index) => sequence !== (first ?? 1) + index);
  return { records: following, hasGap };
}

/**
 * The changes without what a later one makes meaningless: of changes of one subject that do the same, one after the other,
 * the last, in the place of the first. Where an annotation was deleted and put back, or the other way round, only the last
 * carries it: of what came before it is enough that it was taken out, after which it stands at the end of its list.
 */
export function compactChanges(changes: readonly NotebookChange[]): readonly NotebookChange[] {
  const compacted: (NotebookChange | undefined)[] = [];
  const places = new Map<string, number>();
  const takenOut = new Set<string>();
  for (const change of changes) {
    const subject = changedSubject(change);
    const place = places.get(subject);
    const before = place === undefined ? undefined : compacted[place];
    if (place !== undefined && before?.type === change.type) {
      compacted[place] = change;
      continue;
    }
    const id = changedAnnotationId(change);
    if (place !== undefined && id !== undefined) {
      compacted[place] = takenOut.has(subject) ? undefined : { type: 'annotation-erased', id };
      takenOut.add(subject);
    }
    places.set(subject, compacted.push(change) - 1);
  }
  return compacted.filter((change) => change !== undefined);
}

function parseRecord(line: string): JournalRecord | 'newer' | 'broken' {
  const [, version, sequence, sum, json] = LINE.exec(line) ?? [];
  if (version === undefined || sequence === undefined || json === undefined) return 'broken';
  if (sum !== sumUp(Number(version), Number(sequence), json)) return 'broken';
  if (Number(version) > JOURNAL_VERSION) return 'newer';
  try {
    const changes = changesSchema.safeParse(JSON.parse(json));
    return changes.success ? { sequence: Number(sequence), changes: changes.data } : 'broken';
  } catch {
    return 'broken';
  }
}

function sumUp(version: number, sequence: number, json: string): string {
  return crc32(`${version} ${sequence} ${json}`);
}
