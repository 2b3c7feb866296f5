import { isOfLanguage } from '../text/language.ts';
import type { AlignedSide } from './aligned-side.ts';
import { commonWords } from './common-words.ts';
import { isLexiconBetween, type BilingualLexicon, type Translation } from './bilingual-lexicon.ts';
import { findCognates } from './cognates.ts';
import { matchName, readSyllables } from './pinyin-names.ts';
import { PairTable } from './word-pairs.ts';

/** The weight of numbers and of words that are written the same in both texts. */
const SAME_FORM = 0.8;
const NAME = 0.6;
const COGNATE = 0.4;
/** A part of a longer word says less than the word. */
const PART = 0.5;
const LONGEST_NAME = 4;

/** The pairs that are known before anything was aligned: from the lexicon, the same forms, names in Pinyin. */
export function findKnownPairs(
  source: AlignedSide,
  target: AlignedSide,
  lexicon?: BilingualLexicon,
): PairTable {
  const table = new PairTable();
  addSameForms(source, target, table);
  findCognates(source.vocabulary.forms, target.vocabulary.forms, (one, other) => {
    table.add(one, other, COGNATE, COGNATE);
  });
  if (lexicon !== undefined) addTranslations(source, target, lexicon, table);
  if (isOfLanguage(source.language, 'zh')) addNames(source, target, (s, t, w) => table.add(s, t, w, w));
  else if (isOfLanguage(target.language, 'zh')) addNames(target, source, (t, s, w) => table.add(s, t, w, w));
  return table;
}

function addSameForms(source: AlignedSide, target: AlignedSide, table: PairTable): void {
  source.vocabulary.forms.forEach((form, id) => {
    const same = target.vocabulary.find(form);
    if (same !== undefined) table.add(id, same, SAME_FORM, SAME_FORM);
  });
}

function addTranslations(
  source: AlignedSide,
  target: AlignedSide,
  lexicon: BilingualLexicon,
  table: PairTable,
): void {
  if (!isLexiconBetween(lexicon, source.language, target.language)) return;
  const isReversed = !isOfLanguage(source.language, lexicon.from);
  const [from, to] = isReversed ? [target, source] : [source, target];
  from.vocabulary.forms.forEach((form, id) => {
    for (const { word, weight } of translateWithParts(form, lexicon)) {
      const other = to.vocabulary.find(word);
      if (other === undefined) continue;
      if (isReversed) table.add(other, id, weight, weight);
      else table.add(id, other, weight, weight);
    }
  });
}

/** What a word may become, and more weakly what the words in it may become. */
function translateWithParts(word: string, lexicon: BilingualLexicon): readonly Translation[] {
  const whole = lexicon.translate(word);
  const parts: Translation[] = [];
  for (let length = word.length - 1; length >= 1; length -= 1) {
    for (let start = 0; start + length <= word.length; start += 1) {
      const scale = PART * (length / word.length);
      const part = lexicon.translate(word.slice(start, start + length));
      parts.push(
        ...part.map((translation) => ({ word: translation.word, weight: translation.weight * scale })),
      );
    }
  }
  return [...whole, ...parts];
}

function addNames(
  chinese: AlignedSide,
  other: AlignedSide,
  add: (chinese: number, other: number, weight: number) => void,
): void {
  // In a short text "He" and "Да" always begin a sentence; they are no names.
  const common = commonWords(other.language);
  const names = [...other.names].flatMap((id) => {
    const form = other.vocabulary.forms[id] ?? '';
    const ways = common.has(form) ? [] : readSyllables(form);
    return ways.length === 0 ? [] : [{ id, ways }];
  });
  chinese.vocabulary.forms.forEach((form, id) => {
    if (form.length > LONGEST_NAME || !/^\p{Script=Han}+$/u.test(form)) return;
    for (const name of names) {
      const share = matchName(form, name.ways);
      // A frequent character that happens to sound like a rare name is no sign of it.
      const isTooFrequent = (chinese.counts[id] ?? 0) > 4 * (other.counts[name.id] ?? 0) + 3;
      if (share > 0 && !isTooFrequent) add(id, name.id, NAME * share);
    }
  });
}
