import { isSpelling, listSounds } from '../search/pinyin/sounds.ts';

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

/** All ways to read a word of Latin letters as syllables of Pinyin: "xian" as xian and as xi, an. */
export function readSyllables(word: string): readonly (readonly string[])[] {
  if (!/^[a-z]+$/u.test(word)) return [];
  const read = (start: number, depth: number): readonly (readonly string[])[] => {
    if (start === word.length) return [[]];
    if (depth === MOST_SYLLABLES) return [];
    const ways: (readonly string[])[] = [];
    for (let end = Math.min(word.length, start + LONGEST_SYLLABLE); end > start; end -= 1) {
      const syllable = word.slice(start, end);
      if (!isSpelling(syllable)) continue;
      ways.push(...read(end, depth + 1).map((rest) => [syllable, ...rest]));
    }
    return ways;
  };
  return read(0, 0);
}

/** How much of a name in Pinyin some characters are: all of it 1, one of two syllables 0.5, nothing 0. */
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
