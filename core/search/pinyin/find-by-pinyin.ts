import { isChinese, type LanguageTag } from '../../text/language.ts';
import type { TextSpan } from '../../text/text-span.ts';
import { foldText, type FoldedText } from '../fold-text.ts';
import { mergeSpans } from '../merge-spans.ts';
import { createLunrQuery, type PackedIndex } from '../packed-index.ts';
import { readPinyin, type PinyinReading } from './read-pinyin.ts';
import { charactersOf } from './sounds.ts';

/** Where characters stand that sound as was typed. */
export interface PinyinHit {
  readonly position: number;
  readonly language: LanguageTag;
  /** In UTF-16 code units of the text itself; in order and without overlaps. Never empty. */
  readonly spans: readonly TextSpan[];
  /** Larger is better: whole syllables before the beginning of one, and that before initials. */
  readonly weight: number;
}

/** What is searched: the units of a work, or of many, by position. */
interface SoundedCorpus {
  readonly languages: readonly LanguageTag[];
  readonly index: Pick<PackedIndex, 'query' | 'completeTerm'>;
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
 */
export function findByPinyin(latin: string, corpus: SoundedCorpus, typed: string): readonly PinyinHit[] {
  const words = wordsWithTones(latin, typed);
  const joined = findReadings(readPinyin(words.join(' ')), corpus);
  if (joined.size > 0 || words.length < 2) return [...joined.values()];
  const readings = words.map((word) => readPinyin(word).filter(({ elements }) => elements.length > 1));
  const found = readings.map((readingsOfWord) => findReadings(readingsOfWord, corpus));
  const [first, ...others] = found;
  return [...(first ?? new Map<string, PinyinHit>())].flatMap(([key, hit]): readonly PinyinHit[] => {
    const hits = others.map((ofWord) => ofWord.get(key));
    if (hits.includes(undefined)) return [];
    const all = [hit, ...hits.filter((other) => other !== undefined)];
    const weight = all.reduce((sum, one) => sum + one.weight, 0) / all.length;
    return [{ ...hit, weight, spans: mergeSpans(all.flatMap(({ spans }) => spans)) }];
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

/** What is found in each text in the best form, by unit and language. */
function findReadings(
  readings: readonly PinyinReading[],
  corpus: SoundedCorpus,
): ReadonlyMap<string, PinyinHit> {
  const best = new Map<string, PinyinHit & Pick<PinyinReading, 'form'>>();
  for (const language of corpus.languages.filter(isChinese)) {
    for (const reading of readings) {
      for (const hit of findReading(reading, language, corpus)) {
        const key = `${hit.position}/${language}`;
        const known = best.get(key);
        // Readings come form by form, the best form first.
        if (known === undefined) best.set(key, { ...hit, form: reading.form });
        else if (known.form === reading.form) {
          const spans = mergeSpans([...known.spans, ...hit.spans]);
          best.set(key, { ...known, spans, weight: Math.max(known.weight, hit.weight) });
        }
      }
    }
  }
  return best;
}

function findReading(
  { form, elements }: PinyinReading,
  language: LanguageTag,
  corpus: SoundedCorpus,
): readonly PinyinHit[] {
  if (elements.length > MOST_ELEMENTS) return [];
  const sets = elements.map(charactersOf);
  const candidates = findCandidates(sets, language, corpus);
  if (candidates.size === 0) return [];
  const masks = maskCharacters(sets);
  return [...candidates].flatMap(([position, score]): readonly PinyinHit[] => {
    const folded = corpus.foldedAt(language, position);
    const spans = findSequences(folded.text, masks, sets.length);
    if (spans.length === 0) return [];
    const weight = FORM_WEIGHTS[form] + score / (1 + score);
    return [{ position, language, weight, spans: mergeSpans(spans.map(folded.toOriginal)) }];
  });
}

/** As many as there are bits to count them with. */
const MOST_ELEMENTS = 31;

/** So few units are sooner looked into than made fewer by the index. */
const FEW = 200;

/**
 * The units in which neighbours stand that sound as the first two elements, and the next two, and so on; with what lunr
 * makes of the first. Every pair of neighbours is a term of the index.
 */
function findCandidates(
  sets: readonly ReadonlySet<string>[],
  language: LanguageTag,
  { index }: SoundedCorpus,
): ReadonlyMap<number, number> {
  const find = (terms: readonly string[]): ReadonlyMap<number, number> => {
    if (terms.length === 0) return new Map();
    const clauses = terms.map((term) => ({ term, presence: 'optional', languages: [language] }) as const);
    const { units, scores } = index.query(createLunrQuery(clauses));
    return new Map(Array.from(units, (position, place) => [position, scores[place] ?? 0]));
  };
  const [first = new Set<string>(), ...others] = sets;
  if (others.length === 0) return find([...first]);
  let candidates: ReadonlyMap<number, number> | undefined;
  let left = first;
  for (const right of others) {
    const found = find(
      listPairs(left, right, (character) => index.completeTerm(language, character, Infinity)),
    );
    candidates =
      candidates === undefined ? found : new Map([...candidates].filter(([position]) => found.has(position)));
    if (candidates.size <= FEW) break;
    left = right;
  }
  return candidates ?? new Map<number, number>();
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
function findSequences(text: string, masks: Uint32Array, length: number): readonly TextSpan[] {
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
