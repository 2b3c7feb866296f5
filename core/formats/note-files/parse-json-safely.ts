import { MAX_NOTE_FILE_BYTES, NoteFileError } from './note-file-problem.ts';

/** Deeper than any annotation; a file that is deeper means harm. */
const MAX_DEPTH = 64;

/** Keys that could reach the prototypes of objects they are copied to. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON of unknown origin.
 * @throws NoteFileError if it is too large, not JSON, too deep, or has a key that could reach a prototype.
 */
export function parseJsonSafely(text: string): unknown {
  // A UTF-16 code unit is at least one byte of UTF-8: whoever has read the file has counted its bytes already.
  if (text.length > MAX_NOTE_FILE_BYTES)
    throw new NoteFileError('too-large', [], `${text.length} characters`);
  const value = parse(text.replace(/^\uFEFF/, ''));
  inspect(value);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoteFileError('not-json', [], error instanceof Error ? error.message : String(error));
  }
}

interface Visit {
  readonly value: unknown;
  readonly key: PropertyKey;
  readonly parent: Visit | undefined;
  readonly depth: number;
}

/** Looks at every value once, without recursion: a deep file must not exhaust the stack. */
function inspect(root: unknown): void {
  const waiting: Visit[] = [{ value: root, key: '', parent: undefined, depth: 0 }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { value, depth } = visit;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) {
      throw new NoteFileError('too-deep', listSteps(visit).slice(0, 8), `deeper than ${MAX_DEPTH}`);
    }
    for (const [name, member] of Object.entries(value)) {
      const key = Array.isArray(value) ? Number(name) : name;
      const next = { value: member, key, parent: visit, depth: depth + 1 };
      if (UNSAFE_KEYS.has(name)) throw new NoteFileError('unsafe-key', listSteps(next), `the key "${name}"`);
      waiting.push(next);
    }
  }
}

function listSteps(visit: Visit): readonly PropertyKey[] {
  const steps: PropertyKey[] = [];
  for (let at: Visit | undefined = visit; at?.parent !== undefined; at = at.parent) steps.push(at.key);
  return steps.toReversed();
}
