import { foldText } from '../search/fold-text.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { readSide, type AlignedSide } from './aligned-side.ts';
import type { BilingualLexicon } from './bilingual-lexicon.ts';
import { commonWords } from './common-words.ts';
import { findKnownPairs } from './known-pairs.ts';
import { learnPairs } from './learn-pairs.ts';
import { linkWords, type WordLink } from './link-words.ts';
import { createWordReader } from './read-words.ts';

/** The text of a unit in two languages. */
export interface UnitPair {
  readonly source: string;
  readonly target: string;
}

/** Phrases of a unit that the program takes for each other's answers. A side without spans: nothing answers the other. */
export interface ProposedLink {
  readonly source: readonly TextSpan[];
  readonly target: readonly TextSpan[];
  /** How probable it is that a reader would link these, from 0 to 1. */
  readonly confidence: number;
}

/** What the proposals are made with. */
export interface LinkOptions {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly lexicon?: BilingualLexicon;
}

/** What is said of words that nothing fits: the lexicon may only not know the answer. */
const NULL_CONFIDENCE = 0.2;
/** Words rarer than this (natural logarithm) say enough to be missed. */
const CONTENT_RARITY = 4;

/** Proposes links inside each unit of a text, by the order of the units; those of one unit are in the order of the source. */
export function proposeLinks(
  units: readonly UnitPair[],
  options: LinkOptions,
): readonly (readonly ProposedLink[])[] {
  const { sourceLanguage, targetLanguage, lexicon } = options;
  const source = readSide(
    units.map((unit) => unit.source),
    sourceLanguage,
    lexicon,
  );
  const target = readSide(
    units.map((unit) => unit.target),
    targetLanguage,
    lexicon,
  );
  const beads = units.map((_, place) => ({ source: [place], target: [place], confidence: 1 }));
  const table = learnPairs(source, target, beads, findKnownPairs(source, target, lexicon));
  const pairs = table.list(source.counts.length);
  const spansOfSource = createSpanReader(sourceLanguage, lexicon);
  const spansOfTarget = createSpanReader(targetLanguage, lexicon);
  return units.map((unit, place) => {
    const links = linkWords(source, target, place, pairs);
    const sides = { source: spansOfSource(unit.source), target: spansOfTarget(unit.target) };
    return [
      ...links.map((link) => toProposal(link, unit, sides)),
      ...listUnanswered(source, place, new Set(links.flatMap((link) => link.source))).map((words) => ({
        source: joinSpans(words, sides.source, unit.source),
        target: [],
        confidence: NULL_CONFIDENCE,
      })),
      ...listUnanswered(target, place, new Set(links.flatMap((link) => link.target))).map((words) => ({
        source: [],
        target: joinSpans(words, sides.target, unit.target),
        confidence: NULL_CONFIDENCE,
      })),
    ].toSorted((a, b) => (a.source[0]?.start ?? Infinity) - (b.source[0]?.start ?? Infinity));
  });
}

/** Gives the places of the words of a text. */
function createSpanReader(
  language: LanguageTag,
  lexicon: BilingualLexicon | undefined,
): (text: string) => readonly TextSpan[] {
  const readWords = createWordReader(language, lexicon);
  return (text) => {
    const { toOriginal } = foldText(text);
    return readWords(text).map(({ span }) => toOriginal(span));
  };
}

function toProposal(
  link: WordLink,
  unit: UnitPair,
  spans: { readonly source: readonly TextSpan[]; readonly target: readonly TextSpan[] },
): ProposedLink {
  return {
    source: joinSpans(link.source, spans.source, unit.source),
    target: joinSpans(link.target, spans.target, unit.target),
    confidence: link.confidence,
  };
}

/** The places of some words; words with nothing but spaces between them are one place. */
function joinSpans(words: readonly number[], spans: readonly TextSpan[], text: string): readonly TextSpan[] {
  const joined: TextSpan[] = [];
  for (const word of words.toSorted((a, b) => a - b)) {
    const span = spans[word];
    if (span === undefined) continue;
    const before = joined.at(-1);
    if (before !== undefined && text.slice(before.end, span.start).trim() === '') {
      joined[joined.length - 1] = { start: before.start, end: span.end };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** The runs of words of a unit that say something and are not linked. */
function listUnanswered(
  side: AlignedSide,
  place: number,
  linked: ReadonlySet<number>,
): readonly (readonly number[])[] {
  const common = commonWords(side.language);
  const runs: number[][] = [];
  side.sentences[place]?.words.forEach((word, at) => {
    const isCommon =
      common.has(side.vocabulary.forms[word] ?? '') || (side.rarity[word] ?? 0) < CONTENT_RARITY;
    if (linked.has(at) || isCommon) return;
    const run = runs.at(-1);
    if (run?.at(-1) === at - 1 && !isOfLanguage(side.language, 'zh')) run.push(at);
    else runs.push([at]);
  });
  return runs;
}
