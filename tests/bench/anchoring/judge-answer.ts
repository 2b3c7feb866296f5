import type { TextSpan } from '../../../core/text/text-span.ts';
import type { AnchoringCase } from './generate-case.ts';
import { isBlank, type TracedToken, type TracedUnit } from './traced-text.ts';

/** Where an algorithm says that the marked words stand now; undefined if it says that they are lost. */
export type Answer = { readonly unit: string; readonly span: TextSpan } | undefined;

/** What became of the marked words, as the edits made it. */
export interface Truth {
  /** 'standing': all of them, together, in the unit of the old id. 'elsewhere': together in another unit. */
  readonly type: 'standing' | 'elsewhere' | 'edited' | 'gone';
  readonly unit: TracedUnit | undefined;
}

export type Verdict = 'right' | 'wrong' | 'orphan';

/** Follows the marked words by their identities. */
export function findTruth({ after, target }: AnchoringCase): Truth {
  const wanted = solidIds(target.unit.tokens.slice(target.from, target.to));
  const unit = after.find(({ tokens }) => tokens.some(({ id }) => wanted.includes(id)));
  if (unit === undefined) return { type: 'gone', unit };
  const solid = solidIds(unit.tokens);
  const at = solid.indexOf(wanted[0] ?? -1);
  const isTogether = at !== -1 && wanted.every((id, index) => solid[at + index] === id);
  if (!isTogether) return { type: 'edited', unit };
  return { type: unit.id === target.unit.id ? 'standing' : 'elsewhere', unit };
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
  // Words that all stand are marked alone; edited ones with what was put among them.
  const isExact = left.length < wanted.length || covered.length === wanted.length;
  return hasAll && !isForeign && isExact ? 'right' : 'wrong';
}

function coveredIds(tokens: readonly TracedToken[], span: TextSpan): number[] {
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
