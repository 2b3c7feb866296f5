import { isSpelling, listSounds } from '../search/pinyin/sounds.ts';
import { spellByPalladius } from './palladius.ts';

const LONGEST_SYLLABLE = 'zhuang'.length;
/** More syllables than any name that is written as one word. */
const MOST_SYLLABLES = 5;

let soundsOf: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Every syllable, without its tone, that a character can be read as. */
function readingsOf(character: string): ReadonlySet<string> {
  soundsOf ??= gatherReadings();
  return soundsOf.get(character) ?? new Set();
}

function gatherReadings(): ReadonlyMap<string, ReadonlySet<string>> {
  const readings = new Map<string, Set<string>>();
  for (const { syllable, characters } of listSounds()) {
    const plain = syllable.replace('ü', 'u');
    for (const character of characters) {
      const known = readings.get(character);
      if (known === undefined) readings.set(character, new Set([plain]));
      else known.add(plain);
    }
  }
  return readings;
}

/**
 * All ways to read a word as syllables of Pinyin: "xian" as xian and as xi, an. A word of Cyrillic letters is read as Russian
 * writes Chinese names: "цинъян" as qing, yang. `word` is folded, and may be a stem, which has lost its last soft sign.
 */
export function readSyllables(word: string): readonly (readonly string[])[] {
  if (/^[a-z]+$/u.test(word)) return readWays(word, (part) => (isSpelling(part) ? [part] : []));
  if (!/^[а-я]+$/u.test(word)) return [];
  // A hard sign only says where a syllable ends.
  return readWays(word.replaceAll('ъ', ''), (part, isLast) => {
    const whole = syllablesOfCyrillic(part);
    return isLast && part.endsWith('н') ? [...whole, ...syllablesOfCyrillic(`${part}ь`)] : whole;
  });
}

/** @param read the syllables that a part of the word may be. */
function readWays(
  word: string,
  read: (part: string, isLast: boolean) => readonly string[],
): readonly (readonly string[])[] {
  const readFrom = (start: number, depth: number): readonly (readonly string[])[] => {
    if (start === word.length) return [[]];
    if (depth === MOST_SYLLABLES) return [];
    const ways: (readonly string[])[] = [];
    for (let end = Math.min(word.length, start + LONGEST_SYLLABLE); end > start; end -= 1) {
      const syllables = read(word.slice(start, end), end === word.length);
      if (syllables.length === 0) continue;
      const rests = readFrom(end, depth + 1);
      for (const syllable of syllables) ways.push(...rests.map((rest) => [syllable, ...rest]));
    }
    return ways;
  };
  return readFrom(0, 0);
}

let cyrillic: ReadonlyMap<string, readonly string[]> | undefined;

function syllablesOfCyrillic(part: string): readonly string[] {
  cyrillic ??= gatherCyrillic();
  return cyrillic.get(part) ?? [];
}

function gatherCyrillic(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const syllable of new Set(listSounds().map((sound) => sound.syllable))) {
    const spelled = spellByPalladius(syllable);
    if (spelled === undefined) continue;
    const plain = syllable.replace('ü', 'u');
    const known = found.get(spelled);
    if (known === undefined) found.set(spelled, [plain]);
    else known.push(plain);
  }
  return found;
}

/** How much of a name, read as syllables, some characters are: all of it 1, one of two syllables 0.5, nothing 0. */
export function matchName(characters: string, ways: readonly (readonly string[])[]): number {
  const readings = Array.from(characters, readingsOf);
  let best = 0;
  for (const syllables of ways) {
    for (let start = 0; start + readings.length <= syllables.length; start += 1) {
      const fits = readings.every((ofCharacter, place) => ofCharacter.has(syllables[start + place] ?? ''));
      if (fits) best = Math.max(best, readings.length / syllables.length);
    }
  }
  return best;
}
