import { spansOverlap, type TextSpan } from '../../../core/text/text-span.ts';

/** A link by its two sides; one of them may be empty. */
export interface JudgedLink {
  readonly source: readonly TextSpan[];
  readonly target: readonly TextSpan[];
}

/** A link with spans on both sides, made by hand. */
export type GoldLink = JudgedLink;

/** How many proposals are right, and how many links were found. */
export interface LinkScore {
  readonly proposed: number;
  readonly made: number;
  /** Proposals that touch both sides of one link made by hand, and no other link. */
  readonly right: number;
  /** Proposals that are word for word the same as one made by hand. */
  readonly exact: number;
  /** Links made by hand that a proposal of the first sort has found. */
  readonly found: number;
}

/** Judges the proposals of one unit that answer something on both sides. */
export function scoreLinks(proposals: readonly JudgedLink[], gold: readonly GoldLink[]): LinkScore {
  const answered = proposals.filter(({ source, target }) => source.length > 0 && target.length > 0);
  const found = new Set<GoldLink>();
  let right = 0;
  let exact = 0;
  for (const proposal of answered) {
    const touched = gold.filter(
      (link) => overlap(link.source, proposal.source) || overlap(link.target, proposal.target),
    );
    const [only] = touched;
    if (only === undefined || touched.length > 1) continue;
    if (!overlap(only.source, proposal.source) || !overlap(only.target, proposal.target)) continue;
    right += 1;
    found.add(only);
    if (isSame(only.source, proposal.source) && isSame(only.target, proposal.target)) exact += 1;
  }
  return { proposed: answered.length, made: gold.length, right, exact, found: found.size };
}

/** The scores of several units together. */
export function addLinkScores(scores: readonly LinkScore[]): LinkScore {
  return scores.reduce((sum, one) => ({
    proposed: sum.proposed + one.proposed,
    made: sum.made + one.made,
    right: sum.right + one.right,
    exact: sum.exact + one.exact,
    found: sum.found + one.found,
  }));
}

function overlap(first: readonly TextSpan[], second: readonly TextSpan[]): boolean {
  return first.some((a) => second.some((b) => spansOverlap(a, b)));
}

function isSame(first: readonly TextSpan[], second: readonly TextSpan[]): boolean {
  return (
    first.length === second.length &&
    first.every((span, at) => span.start === second[at]?.start && span.end === second[at]?.end)
  );
}
