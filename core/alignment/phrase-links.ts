import { foldText } from '../search/fold-text.ts';
import { runToEnd } from '../steps.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import type { TextSpan } from '../text/text-span.ts';
import { readSide, type AlignedSide } from './aligned-side.ts';
import type { BilingualLexicon } from './bilingual-lexicon.ts';
import { commonWords } from './common-words.ts';
import { findKnownPairs } from './known-pairs.ts';
import { learnPairs } from './learn-pairs.ts';
import { linkWords, type WordLink } from './link-words.ts';
import { createWordReader } from './read-words.ts';
import type { WordPair } from './word-pairs.ts';

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
  /** What is less certain is left out; from 0 to 1. */
  readonly least?: number;
  /** Whether a unit is to have proposals; of the others only is learned. Without it all are. */
  readonly isWanted?: (place: number) => boolean;
}

/** What is said of words that nothing fits: the lexicon may only not know the answer. */
const NULL_CONFIDENCE = 0.2;
/** Words rarer than this (natural logarithm) say enough to be missed. */
const CONTENT_RARITY = 4;

/** Units that are linked in one step. */
const UNITS_A_STEP = 50;

/** Proposes links inside each unit of a text, by the order of the units; those of one unit are in the order of the source. */
export function proposeLinks(
  units: readonly UnitPair[],
  options: LinkOptions,
): readonly (readonly ProposedLink[])[] {
  return runToEnd(proposeLinksInSteps(units, options));
}

/**
 * The same in steps; each says what share of the way is behind it, from 0 to 1. What recurs word for word is looked at once:
 * where all words of two sentences recur together, they would all be learned to go with each other.
 */
export function* proposeLinksInSteps(
  units: readonly UnitPair[],
  options: LinkOptions,
): Generator<number, readonly (readonly ProposedLink[])[], undefined> {
  const { isWanted = () => true } = options;
  const numbers = new Map<string, number>();
  const places = units.map(({ source, target }) => {
    const key = `${source}\n${target}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  const distinct = [...new Map(places.map((number, place) => [number, units[place]])).values()].filter(
    (unit) => unit !== undefined,
  );
  const wanted = new Set(places.filter((_, place) => isWanted(place)));
  const proposals = yield* proposeForDistinct(distinct, options, wanted);
  return places.map((number, place) => (isWanted(place) ? (proposals[number] ?? []) : []));
}

function* proposeForDistinct(
  units: readonly UnitPair[],
  { sourceLanguage, targetLanguage, lexicon, least = 0 }: LinkOptions,
  wanted: ReadonlySet<number>,
): Generator<number, readonly (readonly ProposedLink[])[], undefined> {
  const source = readSide(
    units.map((unit) => unit.source),
    sourceLanguage,
    lexicon,
  );
  yield SHARE_OF_READING / 3;
  const target = readSide(
    units.map((unit) => unit.target),
    targetLanguage,
    lexicon,
  );
  yield (2 * SHARE_OF_READING) / 3;
  const beads = units.map((_, place) => ({ source: [place], target: [place], confidence: 1 }));
  const table = learnPairs(source, target, beads, findKnownPairs(source, target, lexicon));
  const pairs = table.list(source.counts.length).map(keepStrongest);
  const readSource = createSpanReader(sourceLanguage, lexicon);
  const readTarget = createSpanReader(targetLanguage, lexicon);
  const proposals: (readonly ProposedLink[])[] = [];
  for (const [place, unit] of units.entries()) {
    if (place % UNITS_A_STEP === 0) yield SHARE_OF_READING + (1 - SHARE_OF_READING) * (place / units.length);
    if (!wanted.has(place)) {
      proposals.push([]);
      continue;
    }
    const links = linkWords(source, target, place, pairs);
    const read = { unit, source: readSource(unit.source), target: readTarget(unit.target) };
    const answered = links
      .filter(
        (link) => saysSomething(source, place, link.source) && saysSomething(target, place, link.target),
      )
      .map((link) => toProposal(link, read));
    const unanswered = NULL_CONFIDENCE < least ? [] : proposeNulls({ source, target }, place, links, read);
    proposals.push(
      [...answered, ...unanswered]
        .filter(({ confidence }) => confidence >= least)
        .toSorted((a, b) => (a.source[0]?.start ?? Infinity) - (b.source[0]?.start ?? Infinity)),
    );
  }
  return proposals;
}

/** No word has more partners than that; in a long text it is met with many others by chance. */
const MOST_PARTNERS = 24;

function keepStrongest(pairs: readonly WordPair[]): readonly WordPair[] {
  if (pairs.length <= MOST_PARTNERS) return pairs;
  const strengthOf = ({ forward, backward }: WordPair): number => forward + backward;
  return pairs.toSorted((a, b) => strengthOf(b) - strengthOf(a)).slice(0, MOST_PARTNERS);
}

/** How much of the time goes by before the first unit is linked. */
const SHARE_OF_READING = 0.4;

/** A unit with the places of its words. */
interface ReadUnit {
  readonly unit: UnitPair;
  readonly source: readonly TextSpan[];
  readonly target: readonly TextSpan[];
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

function toProposal({ source, target, confidence }: WordLink, read: ReadUnit): ProposedLink {
  return {
    source: joinSpans(source, read.source, read.unit.source),
    target: joinSpans(target, read.target, read.unit.target),
    confidence,
  };
}

function proposeNulls(
  { source, target }: { readonly source: AlignedSide; readonly target: AlignedSide },
  place: number,
  links: readonly WordLink[],
  read: ReadUnit,
): readonly ProposedLink[] {
  const left = listUnanswered(source, place, new Set(links.flatMap((link) => link.source)));
  const right = listUnanswered(target, place, new Set(links.flatMap((link) => link.target)));
  return [
    ...left.map((words) => toProposal({ source: words, target: [], confidence: NULL_CONFIDENCE }, read)),
    ...right.map((words) => toProposal({ source: [], target: words, confidence: NULL_CONFIDENCE }, read)),
  ];
}

/** Whether some words are more than the grammar of their sentence, which no translation keeps word for word. */
function saysSomething(side: AlignedSide, place: number, words: readonly number[]): boolean {
  const common = commonWords(side.language);
  return words.some((at) => {
    const word = side.sentences[place]?.words[at];
    return word !== undefined && !common.has(side.vocabulary.forms[word] ?? '');
  });
}

/** Between the parts of one word ("don't", "good-neighbourly") or of one phrase. */
const WITHIN_PHRASE = /^(?:\s*|['’‑-])$/u;

/** The places of some words; words with nothing but spaces between them are one place, and the parts of one word too. */
function joinSpans(words: readonly number[], spans: readonly TextSpan[], text: string): readonly TextSpan[] {
  const joined: TextSpan[] = [];
  for (const word of words.toSorted((a, b) => a - b)) {
    const span = spans[word];
    if (span === undefined) continue;
    const before = joined.at(-1);
    if (before !== undefined && WITHIN_PHRASE.test(text.slice(before.end, span.start))) {
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
