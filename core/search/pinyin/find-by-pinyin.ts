import { isChinese, type LanguageTag } from '../../text/language.ts';
import type { TextSpan } from '../../text/text-span.ts';
import { foldText, type FoldedText } from '../fold-text.ts';
import { mergeSpans } from '../../text/merge-spans.ts';
import { createLunrQuery, type PackedIndex, type QueryClause } from '../packed-index.ts';
import { intersectUnits, NO_UNITS, pickUnits, uniteBest, type WeighedUnits } from '../position-sets.ts';
import { readPinyin, type PinyinReading } from './read-pinyin.ts';
import { charactersOf } from './sounds.ts';

/** The units in whose text of one language characters sound as was typed. */
export interface SoundMatches {
  readonly language: LanguageTag;
  /** By position, ascending. Never empty. */
  readonly units: Uint32Array;
  /** Of each unit. Larger is better: whole syllables before the beginning of one, and that before initials. */
  readonly weights: Float64Array;
  /**
   * Where the characters stand in the text of one of the units, in UTF-16 code units of the text itself; in order and
   * without overlaps.
   */
  readonly findSpans: (position: number) => readonly TextSpan[];
}

/** What is searched: the units of a work, or of many, by position. */
interface SoundedCorpus {
  readonly languages: readonly LanguageTag[];
  readonly index: Pick<PackedIndex, 'query' | 'completeTerm' | 'countUnits'>;
  /** The text of a unit; '' where it is not there. */
  readonly foldedAt: (language: LanguageTag, position: number) => FoldedText;
}

/** What the form of a reading adds to the weight of its terms, which is brought between 0 and 1. */
const FORM_WEIGHTS: Readonly<Record<PinyinReading['form'], number>> = {
  syllables: 2,
  partial: 1,
  initials: 0,
};

/**
 * Finds Chinese by its Pinyin: `wangluo`, `wǎng luò`, `wang3luo4`, `wl`. All readings of a character count. Several
 * words are first taken for one word of Chinese; where that stands nowhere, all must stand in the same unit.
 * @param latin the words that are looked for, folded, with a space between them.
 * @param typed the query as typed, with the tones that folding takes away.
 * @returns one for each Chinese language in which something was found.
 */
export function findByPinyin(latin: string, corpus: SoundedCorpus, typed: string): readonly SoundMatches[] {
  const words = wordsWithTones(latin, typed);
  const readings = readPinyin(words.join(' '));
  const readingsOfWords = words.map((word) => readPinyin(word).filter(({ elements }) => elements.length > 1));
  return corpus.languages.filter(isChinese).flatMap((language): readonly SoundMatches[] => {
    const joined = findReadings(readings, language, corpus);
    if (joined !== undefined) return [joined];
    const [first, ...others] =
      words.length < 2 ? [] : readingsOfWords.map((ofWord) => findReadings(ofWord, language, corpus));
    const all = others.reduce((left, right) => left && right && matchBoth(left, right), first);
    return all === undefined ? [] : [all];
  });
}

/** The words as typed, if they are the same but for folding. */
function wordsWithTones(latin: string, typed: string): readonly string[] {
  const words = typed
    .split(/\s+/)
    .filter((word) => !/^[-−]/.test(word))
    .map((word) => word.replace(/^[a-z-]+:/i, '').replace(/["“”„*~]/g, ''));
  const isSame = foldText(words.join(' ')).text === latin;
  return (isSame ? words : latin.split(' ')).filter((word) => word !== '');
}

/** The units in which two words stand; undefined where there are none. */
function matchBoth(left: SoundMatches, right: SoundMatches): SoundMatches | undefined {
  const units = intersectUnits(left.units, right.units);
  if (units.length === 0) return undefined;
  const ofLeft = weightsAt(left, units);
  const ofRight = weightsAt(right, units);
  return {
    language: left.language,
    units,
    weights: ofLeft.map((weight, place) => (weight + (ofRight[place] ?? 0)) / 2),
    findSpans: (position) => mergeSpans([...left.findSpans(position), ...right.findSpans(position)]),
  };
}

function weightsAt({ units, weights }: SoundMatches, wanted: Uint32Array): Float64Array {
  return pickUnits({ units, scores: weights }, wanted).scores;
}

/** A reading as it is looked for in a text. */
interface Sequence {
  readonly form: PinyinReading['form'];
  readonly masks: Uint32Array;
  readonly length: number;
}

/** What is found of readings, in each text in the best form; undefined where there is nothing. */
function findReadings(
  readings: readonly PinyinReading[],
  language: LanguageTag,
  corpus: SoundedCorpus,
): SoundMatches | undefined {
  const sequences: Sequence[] = [];
  const found: WeighedUnits[] = [];
  for (const { form, elements } of readings) {
    if (elements.length > MOST_ELEMENTS) continue;
    const sets = elements.map(charactersOf);
    const candidates = findCandidates(sets, language, corpus);
    if (candidates.units.length === 0) continue;
    const sequence = { form, masks: maskCharacters(sets), length: sets.length };
    sequences.push(sequence);
    // One character and a pair are terms of the index: their texts hold them.
    const held =
      sets.length <= 2
        ? candidates.units
        : candidates.units.filter((position) => holds(corpus.foldedAt(language, position).text, sequence));
    const scores = pickUnits(candidates, held).scores;
    found.push({ units: held, scores: scores.map((score) => FORM_WEIGHTS[form] + score / (1 + score)) });
  }
  const { units, scores } = uniteBest(found);
  if (units.length === 0) return undefined;
  return {
    language,
    units,
    weights: scores,
    findSpans: (position) => findBest(corpus.foldedAt(language, position), sequences),
  };
}

function holds(text: string, sequence: Sequence): boolean {
  return findSequence(text, sequence).length > 0;
}

/** Of readings that come form by form, the best form first, what those of the first form that is there find. */
function findBest(folded: FoldedText, sequences: readonly Sequence[]): readonly TextSpan[] {
  const found = sequences.map((sequence) => ({ ...sequence, spans: findSequence(folded.text, sequence) }));
  const form = found.find(({ spans }) => spans.length > 0)?.form;
  const spans = found.filter((one) => one.form === form).flatMap((one) => one.spans);
  return mergeSpans(spans.map(folded.toOriginal));
}

/** As many as there are bits to count them with. */
const MOST_ELEMENTS = 31;

/** So few units are sooner looked into than made fewer by the index. */
const FEW = 200;

/**
 * The units in which neighbours stand that sound as the first two elements, and the next two, and so on; with what lunr
 * makes of the first, which weigh as much as they are frequent among all that sound so. Every pair of neighbours is a term
 * of the index.
 */
function findCandidates(
  sets: readonly ReadonlySet<string>[],
  language: LanguageTag,
  { index }: SoundedCorpus,
): WeighedUnits {
  const find = (terms: readonly string[]): WeighedUnits => {
    if (terms.length === 0) return NO_UNITS;
    const counts = terms.map((term) => index.countUnits(language, term));
    const most = counts.reduce((a, b) => Math.max(a, b));
    const clauses = terms.map((term, place): QueryClause => {
      // Of words that sound alike the usual one is meant; squared, because to lunr a rare word weighs more.
      const boost = ((counts[place] ?? 0) / most) ** 2;
      return { term, presence: 'optional', languages: [language], boost };
    });
    return most === 0 ? NO_UNITS : index.query(createLunrQuery(clauses));
  };
  const [first = new Set<string>(), ...others] = sets;
  if (others.length === 0) return find([...first]);
  let weighed: WeighedUnits | undefined;
  let units = NO_UNITS.units;
  let left = first;
  for (const right of others) {
    const found = find(
      listPairs(left, right, (character) => index.completeTerm(language, character, Infinity)),
    );
    units = weighed === undefined ? found.units : intersectUnits(units, found.units);
    weighed ??= found;
    if (units.length <= FEW) break;
    left = right;
  }
  return weighed === undefined ? NO_UNITS : pickUnits(weighed, units);
}

function listPairs(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  complete: (character: string) => readonly string[],
): readonly string[] {
  return [...left].flatMap((character) =>
    // The characters that have readings are all one code unit long.
    complete(character).filter((term) => term.length === 2 && right.has(term.charAt(1))),
  );
}

/** For every code unit the places of the sequence it can stand at, a bit for each. */
function maskCharacters(sets: readonly ReadonlySet<string>[]): Uint32Array {
  const masks = new Uint32Array(2 ** 16);
  sets.forEach((set, place) => {
    for (const character of set) {
      const code = character.charCodeAt(0);
      masks[code] = (masks[code] ?? 0) | (1 << place);
    }
  });
  return masks;
}

/** Where a sequence stands: bit n is set as long as its first n + 1 places fit (Baeza-Yates and Gonnet, "shift-or", 1992). */
function findSequence(text: string, { masks, length }: Sequence): readonly TextSpan[] {
  const last = 1 << (length - 1);
  const spans: TextSpan[] = [];
  let state = 0;
  for (let at = 0; at < text.length; at += 1) {
    state = ((state << 1) | 1) & (masks[text.charCodeAt(at)] ?? 0);
    if ((state & last) === 0) continue;
    spans.push({ start: at + 1 - length, end: at + 1 });
    state = 0;
  }
  return spans;
}
