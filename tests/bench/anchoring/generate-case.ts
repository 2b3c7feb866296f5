import type { TextSpan } from '../../../core/text/text-span.ts';
import { applyEdit, EDITS, type EditName } from './apply-edit.ts';
import type { Random } from './random.ts';
import { isBlank, joinTokens, traceText, type TracedToken, type TracedUnit } from './traced-text.ts';

/** A text, words in it, and the text after some edits. */
export interface AnchoringCase {
  readonly language: string;
  readonly before: readonly TracedUnit[];
  readonly after: readonly TracedUnit[];
  readonly edits: readonly EditName[];
  /** The marked words. */
  readonly target: {
    readonly unit: TracedUnit;
    readonly from: number;
    readonly to: number;
    readonly span: TextSpan;
  };
}

/** What the cases are made of: the segments of a real text, per language. */
export type Sources = Readonly<Record<string, readonly string[]>>;

/** Sentences as treaties repeat them: much the same, with one word changed. */
const FORMULAE: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': [
    '双方应在平等互利基础上加强合作。',
    '双方应在平等互利基础上加强交流。',
    '双方同意在平等互利基础上加强合作，',
    '尊重各国网络主权，',
    '反对侵犯他国网络主权，',
    '尊重各国网络主权，反对侵犯他国网络主权的行为。',
    '共同倡导推动尊重各国网络主权，反对侵犯他国网络主权的行为。',
  ],
  en: [
    'The Parties shall strengthen cooperation on the basis of equality. ',
    'The Parties shall strengthen exchanges on the basis of equality. ',
    'the Parties agree to cooperate, ',
    'respect for the sovereignty of every country, ',
    'and oppose acts that infringe the sovereignty of other countries. ',
  ],
};

const MAX_UNIT_TOKENS = 90;

export function generateCase(random: Random, sources: Sources): AnchoringCase {
  const language = random.pick(Object.keys(sources));
  const before = generateText(random, sources[language] ?? [], language);
  const target = chooseTarget(random, before);
  const formulae = FORMULAE[language] ?? [];
  const edits = Array.from({ length: random.between(1, 4) }, () => random.pick(EDITS));
  let after: readonly TracedUnit[] = before;
  for (const edit of edits) after = applyEdit(edit, after, { random, target: target.tokens, formulae });
  return { language, before, after, edits, target };
}

function generateText(random: Random, segments: readonly string[], language: string): TracedUnit[] {
  const formulae = FORMULAE[language] ?? [];
  const first = random.between(0, Math.max(0, segments.length - 4));
  return Array.from({ length: random.between(2, 5) }, (_, index) => {
    const parts: string[] = [];
    if (random.chance(0.6)) parts.push(segments[first + index] ?? '');
    for (let count = random.between(0, 4); count > 0; count -= 1) parts.push(random.pick(formulae));
    if (random.chance(0.3)) parts.reverse();
    const tokens = traceText(parts.join('')).slice(0, MAX_UNIT_TOKENS);
    return { id: `item-${index + 1}`, tokens: tokens.length > 0 ? tokens : traceText(random.pick(formulae)) };
  });
}

function chooseTarget(random: Random, units: readonly TracedUnit[]) {
  const unit = random.pick(units);
  const solid = unit.tokens.flatMap((token, index) => (isBlank(token) ? [] : [index]));
  const position = random.between(0, solid.length - 1);
  const from = solid[position] ?? 0;
  const to =
    (solid[Math.min(solid.length - 1, position + random.between(0, random.pick([1, 4, 20])))] ?? 0) + 1;
  const start = joinTokens(unit.tokens.slice(0, from)).length;
  const tokens: readonly TracedToken[] = unit.tokens.slice(from, to);
  return { unit, from, to, tokens, span: { start, end: start + joinTokens(tokens).length } };
}
