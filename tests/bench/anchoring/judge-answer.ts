import type { TextSpan } from '../../../core/text/text-span.ts';
import type { AnchoringCase } from './generate-case.ts';
import { isBlank, joinTokens, type TracedToken, type TracedUnit } from './traced-text.ts';

/** Where an algorithm says that the marked words stand now; undefined if it says that they are lost. */
export type Answer = { readonly unit: string; readonly span: TextSpan } | undefined;

/** What became of the marked words, as the edits made it. */
export interface Truth {
  /**
   * 'standing': all of them, together, letter by letter as they were, in the unit of the old id. 'elsewhere': so in another
   * unit. 'edited': some of them are left, or all with something put among them, taken from between them or run together
   * with them.
   */
  readonly type: 'standing' | 'elsewhere' | 'edited' | 'gone';
  readonly unit: TracedUnit | undefined;
}

type Verdict = 'right' | 'wrong' | 'orphan';

/** Follows the marked words by their identities. */
export function findTruth({ after, edits, target }: AnchoringCase): Truth {
  const wanted = solidIds(target.unit.tokens.slice(target.from, target.to));
  const unit = after.find(({ tokens }) => tokens.some(({ id }) => wanted.includes(id)));
  if (unit === undefined) return { type: 'gone', unit };
  const solid = solidIds(unit.tokens);
  const at = solid.indexOf(wanted[0] ?? -1);
  const isTogether =
    at !== -1 &&
    wanted.every((id, index) => solid[at + index] === id) &&
    isUnchanged(unit.tokens, target.unit.tokens.slice(target.from, target.to));
  if (!isTogether) return { type: 'edited', unit };
  // Where the clauses were numbered anew, an old number names another clause.
  const isHome = unit.id === target.unit.id && !edits.includes('renumber');
  return { type: isHome ? 'standing' : 'elsewhere', unit };
}

/** Whether the marked words read in the unit as they read, and are words of their own still. */
function isUnchanged(tokens: readonly TracedToken[], marked: readonly TracedToken[]): boolean {
  const [first, last] = [marked[0], marked.at(-1)];
  const [from, to] = [
    tokens.findIndex(({ id }) => id === first?.id),
    tokens.findIndex(({ id }) => id === last?.id),
  ];
  return (
    joinTokens(tokens.slice(from, to + 1)) === joinTokens(marked) &&
    !isRunTogether(tokens[from - 1], first) &&
    !isRunTogether(last, tokens[to + 1])
  );
}

/** Whether two words have become one: "basisagree", but not "globalThe". */
function isRunTogether(a: TracedToken | undefined, b: TracedToken | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    /(?!\p{Script=Han})[\p{L}\p{N}]$/u.test(a.text) &&
    /^(?!\p{Script=Han})[\p{L}\p{N}]/u.test(b.text) &&
    !(/\p{Ll}$/u.test(a.text) && /^\p{Lu}/u.test(b.text)) &&
    /\p{N}$/u.test(a.text) === /^\p{N}/u.test(b.text)
  );
}

/** Whether an answer is on the marked words: all that is left of them, and no other word of the old text. */
export function judgeAnswer(anchoringCase: AnchoringCase, answer: Answer): Verdict {
  if (answer === undefined) return 'orphan';
  const { before, after, target } = anchoringCase;
  const wanted = solidIds(target.unit.tokens.slice(target.from, target.to));
  const unit = after.find(({ id }) => id === answer.unit);
  if (unit === undefined) return 'wrong';
  const covered = coveredIds(unit.tokens, answer.span);
  const left = wanted.filter((id) => after.some(({ tokens }) => tokens.some((token) => token.id === id)));
  const old = new Set(before.flatMap(({ tokens }) => tokens.map(({ id }) => id)));
  const isForeign = covered.some((id) => old.has(id) && !wanted.includes(id));
  const hasAll = left.length > 0 && left.every((id) => covered.includes(id));
  // Words that all stand together are marked alone; edited ones with what was put among them or in their place.
  const isExact = findTruth(anchoringCase).type === 'edited' || covered.length === wanted.length;
  return hasAll && !isForeign && isExact ? 'right' : 'wrong';
}

/** The words that a span covers, by their identities. */
export function coveredIds(tokens: readonly TracedToken[], span: TextSpan): number[] {
  const covered: number[] = [];
  let offset = 0;
  for (const token of tokens) {
    const end = offset + token.text.length;
    if (offset < span.end && span.start < end && !isBlank(token)) covered.push(token.id);
    offset = end;
  }
  return covered;
}

function solidIds(tokens: readonly TracedToken[]): number[] {
  return tokens.filter((token) => !isBlank(token)).map(({ id }) => id);
}
