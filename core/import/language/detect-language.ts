import { SIMPLIFIED, TRADITIONAL } from '../../search/traditional-characters.ts';
import type { LanguageTag } from '../../text/language.ts';
import { dominantScript, type Script } from './script.ts';

/** Tells languages of one script apart: the part of `eld` that is used. */
export interface LanguageDetector {
  readonly detect: (text: string) => {
    readonly language: string;
    readonly getScores: () => Record<string, number>;
    readonly isReliable: () => boolean;
  };
}

/** Loads the detector with its table of letter groups (1.6 MB), which is why it is not loaded with the program. */
export async function loadLanguageDetector(): Promise<LanguageDetector> {
  const { eld } = await import('eld/small');
  return eld;
}

const BY_SCRIPT: Readonly<Record<Exclude<Script, 'Han' | 'Latin' | 'Cyrillic'>, LanguageTag>> = {
  Japanese: 'ja',
  Hangul: 'ko',
  Arabic: 'ar',
  Hebrew: 'he',
  Greek: 'el',
  Devanagari: 'hi',
  Thai: 'th',
};

/** What a text in Latin or Cyrillic letters is taken for when it is too short to tell. */
const USUAL: Readonly<Record<'Latin' | 'Cyrillic', LanguageTag>> = { Latin: 'en', Cyrillic: 'ru' };

/** How much of a text is looked at, in UTF-16 code units: more does not make it surer. */
const SAMPLE_LENGTH = 20_000;

/** The language a text is written in; undefined where it has no letters. */
export function detectLanguage(text: string, detector: LanguageDetector): LanguageTag | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const script = dominantScript(sample);
  if (script === undefined) return undefined;
  if (script === 'Han') return detectChinese(sample);
  if (script !== 'Latin' && script !== 'Cyrillic') return BY_SCRIPT[script];
  return detectAlphabetic(sample, script, detector);
}

/** Whether Chinese is written in simplified or traditional characters, by those that stand in one sort of text only. */
export function detectChinese(text: string): 'zh-Hans' | 'zh-Hant' {
  let balance = 0;
  for (const character of text) {
    if (ONLY_TRADITIONAL.has(character)) balance -= 1;
    else if (ONLY_SIMPLIFIED.has(character)) balance += 1;
  }
  return balance < 0 ? 'zh-Hant' : 'zh-Hans';
}

const ONLY_TRADITIONAL = new Set(TRADITIONAL);
const ONLY_SIMPLIFIED = new Set(
  Array.from(SIMPLIFIED).filter((character) => !ONLY_TRADITIONAL.has(character)),
);

const SCRIPT_LETTERS: Readonly<Record<'Latin' | 'Cyrillic', RegExp>> = {
  Latin: /[^\p{Script=Latin}\s'’-]+/gu,
  Cyrillic: /[^\p{Script=Cyrillic}\s'’-]+/gu,
};

function detectAlphabetic(
  text: string,
  script: 'Latin' | 'Cyrillic',
  detector: LanguageDetector,
): LanguageTag {
  const letters = text.replace(SCRIPT_LETTERS[script], ' ').replace(/\s+/gu, ' ').trim();
  const result = detector.detect(letters);
  const scores = Object.entries(result.getScores()).filter(([language]) => isWrittenIn(language, script));
  const best = scores.toSorted((a, b) => b[1] - a[1])[0];
  const usual = USUAL[script];
  if (best === undefined) return usual;
  const usualScore = scores.find(([language]) => language === usual)?.[1] ?? 0;
  // Some words are too few to tell languages apart that the detector sees close together.
  if (letters.length < 60 && usualScore > best[1] * 0.75) return usual;
  return best[0];
}

const CYRILLIC_LANGUAGES: ReadonlySet<string> = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'sr',
  'mk',
  'kk',
  'ky',
  'tg',
  'mn',
]);
const OTHER_SCRIPTS: ReadonlySet<string> = new Set(
  'am ar bn el fa gu he hi hy ja ka kn ko ml mr or pa ta te th ur zh'.split(' '),
);

function isWrittenIn(language: string, script: 'Latin' | 'Cyrillic'): boolean {
  if (script === 'Cyrillic') return CYRILLIC_LANGUAGES.has(language);
  return language !== '' && !OTHER_SCRIPTS.has(language) && !CYRILLIC_LANGUAGES.has(language);
}
