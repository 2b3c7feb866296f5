import { isBeginning, isSpelling, type SoundElement } from './sounds.ts';

/** What Latin letters may mean when they are Pinyin: neighbouring characters by their sounds. */
export interface PinyinReading {
  /** 'partial' where the last syllable is not typed to its end. */
  readonly form: 'syllables' | 'partial' | 'initials';
  /** At least one; of initials at least two. */
  readonly elements: readonly SoundElement[];
}

/** A letter with what was typed about its tone. */
interface Letter {
  readonly letter: string;
  /** By a mark on it. */
  readonly mark: number | null;
  /** By a digit after it. */
  readonly digit: number | null;
  /** Nothing goes on over a space, an apostrophe or the digit of a tone. */
  readonly isLast: boolean;
}

const TONE_MARKS: ReadonlyMap<string, number> = new Map([
  ['\u0304', 1],
  ['\u0301', 2],
  ['\u030C', 3],
  // A breve is what many keyboards have for a caron.
  ['\u0306', 3],
  ['\u0300', 4],
]);
const DIAERESIS = '\u0308';
const LETTER = /(?<letter>[a-z])(?<marks>\p{M}*)(?<digit>[0-5]?)(?<rest>[^a-z]*)/gu;
const SEPARATORS = /^[\s'’‘ʼ·.-]*$/u;

const LONGEST_SYLLABLE = 'zhuang'.length;
/** Longer queries are no words by their sounds; it also bounds the work. */
const MOST_LETTERS = 60;
const MOST_INITIALS = 12;
/** Ways to cut letters into syllables: "xianxian" has four. A bound only against letters made to have thousands. */
const MOST_READINGS = 64;

/**
 * Every way to read a query as Pinyin: whole syllables in all divisions (with tone marks or numbers, ü also as v or u),
 * the last one perhaps not typed to its end, and initials. Best first; empty where it is no Pinyin.
 */
export function readPinyin(typed: string): readonly PinyinReading[] {
  const letters = readLetters(typed);
  if (letters === undefined || letters.length === 0) return [];
  const whole = readSyllables(letters, false);
  // "wang" is no "wan g…", but "wanglu" may become "wangluo".
  const partial = readSyllables(letters, true).filter(
    ({ elements }) => whole.length === 0 || isSpelling(elements.at(-1)?.spelling ?? ''),
  );
  return [...whole, ...partial, ...readInitials(letters)];
}

function readLetters(typed: string): readonly Letter[] | undefined {
  const text = typed.toLowerCase().normalize('NFD').trim();
  const start = text.search(/[a-z]/);
  if (text.length > 3 * MOST_LETTERS || !SEPARATORS.test(text.slice(0, Math.max(0, start)))) return undefined;
  const letters: Letter[] = [];
  for (const { groups } of text.matchAll(LETTER)) {
    const { letter = '', marks = '', digit = '', rest = '' } = groups ?? {};
    const read = readMarks(letter, marks);
    if (read === undefined || !SEPARATORS.test(rest)) return undefined;
    // 0 and 5 are both written for the neutral tone.
    const tone = digit === '' ? null : digit === '0' ? 5 : Number(digit);
    letters.push({ ...read, digit: tone, isLast: tone !== null || rest !== '' });
  }
  return letters.length > MOST_LETTERS ? undefined : letters;
}

function readMarks(letter: string, marks: string): Pick<Letter, 'letter' | 'mark'> | undefined {
  let mark: number | null = null;
  let read = letter;
  for (const character of marks) {
    const tone = TONE_MARKS.get(character);
    if (tone !== undefined) mark = tone;
    else if (character === DIAERESIS && letter === 'u') read = 'ü';
    else return undefined;
  }
  return { letter: read, mark };
}

function readSyllables(letters: readonly Letter[], isPartial: boolean): readonly PinyinReading[] {
  // From the end: the ways to read what comes after each letter.
  const ways: SoundElement[][][] = Array.from({ length: letters.length + 1 }, () => []);
  if (!isPartial) ways[letters.length] = [[]];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const found: SoundElement[][] = [];
    const longest = Math.min(LONGEST_SYLLABLE, letters.length - start);
    for (let length = longest; length > 0; length -= 1) {
      const end = start + length;
      const element = readElement(letters.slice(start, end), isPartial && end === letters.length);
      if (element === undefined) continue;
      const after = element.isWhole ? (ways[end] ?? []) : [[]];
      found.push(...after.map((elements) => [element, ...elements]));
    }
    ways[start] = found.slice(0, MOST_READINGS);
  }
  const form = isPartial ? 'partial' : 'syllables';
  return (ways[0] ?? []).flatMap((elements): readonly PinyinReading[] =>
    // The beginning of a single syllable says too little.
    isPartial && elements.length < 2 ? [] : [{ form, elements }],
  );
}

function readElement(letters: readonly Letter[], isBegun: boolean): SoundElement | undefined {
  if (letters.slice(0, -1).some(({ isLast }) => isLast)) return undefined;
  const spelling = letters.map(({ letter }) => letter).join('');
  if (!(isBegun ? isBeginning(spelling) : isSpelling(spelling))) return undefined;
  const tones = letters.flatMap(({ mark, digit }) => [mark, digit]).filter((tone) => tone !== null);
  if (tones.length > 1) return undefined;
  return { spelling, isWhole: !isBegun, tone: tones[0] ?? null };
}

function readInitials(letters: readonly Letter[]): readonly PinyinReading[] {
  if (letters.length < 2 || letters.length > MOST_INITIALS) return [];
  if (letters.some(({ mark, digit }) => mark !== null || digit !== null)) return [];
  let ways: (readonly string[])[] = [[]];
  for (const { letter } of letters) {
    ways = ways.flatMap((way): readonly (readonly string[])[] => {
      const last = way.at(-1) ?? '';
      const joined =
        isBeginning(last + letter) && letter === 'h' && last !== ''
          ? [[...way.slice(0, -1), `${last}h`]]
          : [];
      return isInitial(letter) ? [...joined, [...way, letter]] : joined;
    });
  }
  return ways
    .filter((way) => way.length >= 2)
    .slice(0, MOST_READINGS)
    .map((way) => ({
      form: 'initials',
      elements: way.map((spelling) => ({ spelling, isWhole: false, tone: null })),
    }));
}

/** Syllables that are one letter long are their own initial: 'a', 'e', 'o'. */
function isInitial(letter: string): boolean {
  return isBeginning(letter) || isSpelling(letter);
}
