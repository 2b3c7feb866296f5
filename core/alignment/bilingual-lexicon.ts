import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import { stemEnglish } from './english-words.ts';

/** What a word of the first language may become in the second. */
export interface Translation {
  /** As `readWords` gives the words of the second language. */
  readonly word: string;
  /** How much of the word's use this is, above 0 and at most 1. */
  readonly weight: number;
}

/** A dictionary from one language into another, as evidence that sentences answer each other. */
export interface BilingualLexicon {
  /** The primary subtags of the two languages: 'zh', 'en'. */
  readonly from: string;
  readonly to: string;
  /** The longest word of the first language, in UTF-16 code units. */
  readonly longest: number;
  /** Whether the first language has this word; for cutting text without spaces into words. */
  readonly has: (word: string) => boolean;
  /** What a word may become; empty where the dictionary does not know it. */
  readonly translate: (word: string) => readonly Translation[];
}

const ENTRY = /^\S+ (?<simplified>\S+) \[[^\]]*\] \/(?<glosses>.*)\/$/u;
const PARENTHESES = /\([^()]*\)|\[[^\]]*\]/gu;
const VARIANT = /variant of (?:[^\s[|]+\|)?(?<word>[^\s[|]+)\[/u;
/** Glosses that speak about the word instead of translating it. */
const REMARK = /^(?:CL:|see |also pr|also written|variant|old variant|used |abbr\. for|Kangxi)/u;
const WORD = /\p{L}+/gu;
/** Words by which the glosses of CC-CEDICT are put together. */
const GLOSS_GRAMMAR = new Set(
  'to of a an the sb sth be in on for with and or by at s as etc it one from fig lit esp surname used form bound'.split(
    ' ',
  ),
);

/**
 * Reads a Chinese–English dictionary in the notation of CC-CEDICT (`傳統 传统 [chuan2 tong3] /tradition/traditional/`), by
 * its simplified words.
 * @param text the uncompressed dictionary.
 */
export function readCedict(text: string): BilingualLexicon {
  const glosses = new Map<string, string>();
  let longest = 1;
  for (const line of text.split('\n')) {
    const { simplified, glosses: written } = ENTRY.exec(line)?.groups ?? {};
    if (simplified === undefined || written === undefined) continue;
    const before = glosses.get(simplified);
    glosses.set(simplified, before === undefined ? written : `${before}/${written}`);
    longest = Math.max(longest, simplified.length);
  }
  const translated = new Map<string, readonly Translation[]>();
  return {
    from: 'zh',
    to: 'en',
    longest,
    has: (word) => glosses.has(word),
    translate: (word) => {
      const known = translated.get(word);
      if (known !== undefined) return known;
      const made = readTranslations(word, glosses);
      translated.set(word, made);
      return made;
    },
  };
}

function readTranslations(word: string, entries: ReadonlyMap<string, string>): readonly Translation[] {
  const written = entries.get(word) ?? '';
  const variant = VARIANT.exec(written)?.groups?.['word'];
  const all =
    variant === undefined || variant === word ? written : `${written}/${entries.get(variant) ?? ''}`;
  const senses = all
    .replaceAll(PARENTHESES, ' ')
    .split(/[/;]/u)
    .map((gloss) => gloss.trim())
    .filter((gloss) => gloss !== '' && !REMARK.test(gloss))
    .map(readSense)
    .filter((sense) => sense.length > 0);
  const weights = new Map<string, number>();
  for (const sense of senses) {
    for (const stem of sense) weights.set(stem, Math.max(weights.get(stem) ?? 0, 1 / sense.length));
  }
  const scale = 1 / Math.sqrt(Math.max(1, weights.size));
  return [...weights].map(([stem, weight]) => ({ word: stem, weight: Math.sqrt(weight) * scale }));
}

function readSense(gloss: string): readonly string[] {
  const words = gloss.toLowerCase().match(WORD) ?? [];
  const content = words.filter((word) => !GLOSS_GRAMMAR.has(word));
  return [...new Set((content.length === 0 ? words : content).map(stemEnglish))];
}

/** Whether a lexicon is one between two languages, whichever of them comes first. */
export function isLexiconBetween(
  lexicon: BilingualLexicon | undefined,
  one: LanguageTag,
  other: LanguageTag,
): lexicon is BilingualLexicon {
  if (lexicon === undefined) return false;
  const { from, to } = lexicon;
  return (
    (isOfLanguage(one, from) && isOfLanguage(other, to)) ||
    (isOfLanguage(other, from) && isOfLanguage(one, to))
  );
}
