import { PINYIN_READINGS } from './readings.ts';

/** A syllable in one tone, and what is read so. */
export interface Sound {
  /** In Hanyu Pinyin, without its tone mark: 'wang', 'lüe'. */
  readonly syllable: string;
  /** From 1 to 4, and 5 for the neutral tone. */
  readonly tone: number;
  /** All characters that can be read so, one after the other. */
  readonly characters: string;
}

/** A character of a text as far as its sound was typed. */
export interface SoundElement {
  /** How it was typed: a syllable, or what one begins with. */
  readonly spelling: string;
  readonly isWhole: boolean;
  /** Null where none was typed. */
  readonly tone: number | null;
}

let sounds: readonly Sound[] | undefined;
let spellings: ReadonlySet<string> | undefined;
let beginnings: ReadonlySet<string> | undefined;

/** Whether a syllable is spelled so. */
export function isSpelling(text: string): boolean {
  spellings ??= new Set(listSounds().flatMap(({ syllable }) => spellingsOf(syllable)));
  return spellings.has(text);
}

/** Whether the spelling of some syllable begins so and goes on. */
export function isBeginning(text: string): boolean {
  beginnings ??= new Set(
    listSounds()
      .flatMap(({ syllable }) => spellingsOf(syllable))
      .flatMap((spelling) => Array.from(spelling).map((_, end) => spelling.slice(0, end)))
      .filter((beginning) => beginning !== ''),
  );
  return beginnings.has(text);
}

/** Every character that can sound so; in any order, none twice. */
export function charactersOf(element: SoundElement): ReadonlySet<string> {
  const fitting = listSounds().filter((sound) => fits(sound, element));
  return new Set(fitting.flatMap(({ characters }) => Array.from(characters)));
}

/** Every reading of every character that has one. */
export function listSounds(): readonly Sound[] {
  sounds ??= PINYIN_READINGS.flatMap((group) => group.split(' ')).map((entry): Sound => {
    const toneAt = entry.search(/[1-5]/);
    return {
      syllable: entry.slice(0, toneAt),
      tone: Number(entry.charAt(toneAt)),
      characters: entry.slice(toneAt + 1),
    };
  });
  return sounds;
}

function fits({ syllable, tone }: Sound, element: SoundElement): boolean {
  if (element.tone !== null && element.tone !== tone) return false;
  return spellingsOf(syllable).some((spelling) =>
    element.isWhole ? spelling === element.spelling : spelling.startsWith(element.spelling),
  );
}

/** As it can be typed: ü as v or u as well, and u as ü or v where it sounds so. */
function spellingsOf(syllable: string): readonly string[] {
  if (syllable.includes('ü')) return [syllable, syllable.replace('ü', 'v'), syllable.replace('ü', 'u')];
  if (!/^[jqxy]u/.test(syllable)) return [syllable];
  return [syllable, syllable.replace('u', 'ü'), syllable.replace('u', 'v')];
}
