/** Everything a reader does in a review. */
export interface ReviewEffort {
  readonly strokes: number;
  /** How many times the reader has to make up their mind: what of this row, and what to do about it. */
  readonly decisions: number;
  /** What is read of the two texts. */
  readonly chineseCharacters: number;
  readonly englishWords: number;
}

/** Pressing a key, for somebody who types 40 words a minute (Card, Moran and Newell, 1980: K), in s. */
export const STROKE_S = 0.28;

/** Making up one's mind (Card, Moran and Newell, 1980: M), in s. */
export const DECISION_S = 1.35;

/** Han characters a minute (Trauzettel-Klosinski and Dietz, 2012; they had them read aloud, and silent reading is no slower). */
const CHINESE_PER_MINUTE = 255;

/** Words a minute, silently, not fiction (Brysbaert, 2019). */
const ENGLISH_PER_MINUTE = 238;

/** How long it takes by the keystroke-level model and usual speeds of reading, in minutes. */
export function estimateMinutes(effort: ReviewEffort): number {
  const acting = (effort.strokes * STROKE_S + effort.decisions * DECISION_S) / 60;
  return acting + effort.chineseCharacters / CHINESE_PER_MINUTE + effort.englishWords / ENGLISH_PER_MINUTE;
}

export function addEfforts(one: ReviewEffort, other: ReviewEffort): ReviewEffort {
  return {
    strokes: one.strokes + other.strokes,
    decisions: one.decisions + other.decisions,
    chineseCharacters: one.chineseCharacters + other.chineseCharacters,
    englishWords: one.englishWords + other.englishWords,
  };
}

export const NO_EFFORT: ReviewEffort = {
  strokes: 0,
  decisions: 0,
  chineseCharacters: 0,
  englishWords: 0,
};

const LETTER = /[\p{L}\p{N}]/u;

/** What has to be read of Chinese: characters, without marks. */
export function countCharacters(text: string): number {
  return Array.from(text).filter((character) => LETTER.test(character)).length;
}

/** What has to be read of English: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => LETTER.test(word)).length;
}
