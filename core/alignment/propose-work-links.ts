import { retellSteps } from '../steps.ts';
import type { LanguageTag } from '../text/language.ts';
import { indexLinks } from '../text/link-index.ts';
import { findNumberLabel } from '../text/number-label.ts';
import { spansOverlap, type TextSpan } from '../text/text-span.ts';
import {
  isProposedLink,
  segmentText,
  type Link,
  type SpansByLanguage,
  type Unit,
  type Work,
} from '../text/work.ts';
import { isLexiconBetween, type BilingualLexicon } from './bilingual-lexicon.ts';
import { proposeLinksInSteps, type ProposedLink } from './phrase-links.ts';

/**
 * Links that are less certain are not given to readers. Measured on links made by hand (`bench:align`): of those just above
 * three in four are right. See docs/decisions/0019-alignment.md.
 */
export const LEAST_LINK_CONFIDENCE = 0.4;

/** How links are proposed. */
export interface LinkingOptions {
  readonly lexicon?: BilingualLexicon;
  /** The units whose links are proposed anew; without it all. */
  readonly isWanted?: (unit: Unit) => boolean;
  /** What is less certain is left out. */
  readonly least?: number;
}

/** The text that links are proposed for, and those it has. */
export interface LinkedText extends Pick<Work, 'units' | 'links'> {
  /** Of the editions, in their order. */
  readonly languages: readonly LanguageTag[];
}

/**
 * Proposes links in a work, in place of those that were proposed before. Each step says what share of the way is behind it.
 * What somebody made stays as it is, and nothing that is proposed overlaps it; proposed links overlap each other nowhere.
 */
export function* proposeWorkLinks(
  work: Work,
  options: LinkingOptions = {},
): Generator<number, Work, undefined> {
  const languages = work.editions.map(({ language }) => language);
  const { units, links } = work;
  return { ...work, links: yield* proposeTextLinks({ languages, units, links }, options) };
}

/** The same for a text that is no work yet: those that somebody made come first, then the others by unit and place. */
export function* proposeTextLinks(
  { languages, units, links }: LinkedText,
  { lexicon, isWanted = () => true, least = LEAST_LINK_CONFIDENCE }: LinkingOptions = {},
): Generator<number, readonly Link[], undefined> {
  const wanted = units.map(isWanted);
  const drafts = units.map((): readonly DraftLink[] => []);
  const pairs = choosePairs(languages, lexicon);
  for (const [done, [from, to]] of pairs.entries()) {
    const found = yield* retellSteps(
      proposeLinksInSteps(
        units.map((unit) => ({ source: segmentText(unit, from), target: segmentText(unit, to) })),
        {
          sourceLanguage: from,
          targetLanguage: to,
          least,
          isWanted: (place) => wanted[place] === true,
          ...(lexicon === undefined ? {} : { lexicon }),
        },
      ),
      (share) => (done + share) / pairs.length,
    );
    for (const [place, proposals] of found.entries()) {
      drafts[place] = joinDrafts(
        drafts[place] ?? [],
        proposals.map((proposal) => draftLink(proposal, from, to)),
        from,
      );
    }
  }
  const made = links.filter((link) => !isProposedLink(link));
  const madeByUnit = indexLinks({ links: made }).byUnit;
  const proposedByUnit = indexLinks({ links: links.filter(isProposedLink) }).byUnit;
  const proposed = units.flatMap((unit, place) =>
    wanted[place] === true
      ? placeDrafts(unit, drafts[place] ?? [], madeByUnit.get(unit.id) ?? [])
      : (proposedByUnit.get(unit.id) ?? []),
  );
  return [...made, ...proposed];
}

/** A proposal in the languages of its pair, or of several. */
interface DraftLink {
  readonly spans: SpansByLanguage;
  readonly confidence: number;
}

/**
 * All editions are compared with one: the first that a lexicon leads from to another, or the first of all. Those that the
 * lexicon leads to come first.
 */
function choosePairs(
  languages: readonly LanguageTag[],
  lexicon: BilingualLexicon | undefined,
): readonly (readonly [from: LanguageTag, to: LanguageTag])[] {
  const isKnown = (one: LanguageTag, other: LanguageTag): boolean => isLexiconBetween(lexicon, one, other);
  const pivot =
    languages.find((language) => languages.some((other) => isKnown(language, other))) ?? languages[0];
  if (pivot === undefined) return [];
  const others = languages.filter((language) => language !== pivot);
  return [
    ...others.filter((other) => isKnown(pivot, other)),
    ...others.filter((other) => !isKnown(pivot, other)),
  ].map((other) => [pivot, other]);
}

function draftLink(
  { source, target, confidence }: ProposedLink,
  from: LanguageTag,
  to: LanguageTag,
): DraftLink {
  const spans = {
    ...(source.length === 0 ? {} : { [from]: source }),
    ...(target.length === 0 ? {} : { [to]: target }),
  };
  return { spans, confidence };
}

/** Makes one link of two that have the very same words in the language they share; the rest stand beside each other. */
function joinDrafts(
  drafts: readonly DraftLink[],
  more: readonly DraftLink[],
  shared: LanguageTag,
): readonly DraftLink[] {
  if (drafts.length === 0) return more;
  const keyOf = ({ spans }: DraftLink): string | undefined =>
    spans[shared]?.map(({ start, end }) => `${start}-${end}`).join();
  const left = new Map(more.map((draft) => [keyOf(draft) ?? draft, draft]));
  const joined = drafts.map((draft): DraftLink => {
    const key = keyOf(draft);
    const same = key === undefined ? undefined : left.get(key);
    if (key === undefined || same === undefined || isNull(draft) !== isNull(same)) return draft;
    left.delete(key);
    return {
      spans: { ...draft.spans, ...same.spans },
      confidence: Math.min(draft.confidence, same.confidence),
    };
  });
  return [...joined, ...left.values()];
}

function isNull({ spans }: DraftLink): boolean {
  return Object.keys(spans).length < 2;
}

/** Of what is drafted for a unit the most certain first, as far as its words are free. */
function placeDrafts(unit: Unit, drafts: readonly DraftLink[], made: readonly Link[]): readonly Link[] {
  const taken = new Map<LanguageTag, TextSpan[]>();
  const take = (spans: SpansByLanguage): void => {
    for (const [language, list] of Object.entries(spans)) {
      const before = taken.get(language);
      if (before === undefined) taken.set(language, [...list]);
      else before.push(...list);
    }
  };
  for (const { spans } of made) take(spans);
  for (const [language, text] of Object.entries(unit.segments)) {
    // Printed numbers hang in the gutter, where nobody points at them.
    const label = findNumberLabel(text);
    if (label !== undefined) take({ [language]: [label.span] });
  }
  const isFree = ({ spans }: DraftLink): boolean =>
    Object.entries(spans).every(([language, list]) =>
      list.every(
        (span) =>
          span.start < span.end && taken.get(language)?.some((other) => spansOverlap(span, other)) !== true,
      ),
    );
  const placed: Link[] = [];
  // Sorting is stable: what is as certain stays in the order of the text.
  for (const draft of drafts.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!isFree(draft)) continue;
    take(draft.spans);
    placed.push({ unit: unit.id, spans: draft.spans, confidence: roundConfidence(draft.confidence) });
  }
  return placed.toSorted((a, b) => firstStart(a) - firstStart(b));
}

/** Two decimals say what there is to say, and a long text has a hundred thousand links. */
function roundConfidence(confidence: number): number {
  return Math.min(1, Math.max(0.01, Math.round(confidence * 100) / 100));
}

function firstStart({ spans }: Link): number {
  return Object.values(spans)[0]?.[0]?.start ?? 0;
}
