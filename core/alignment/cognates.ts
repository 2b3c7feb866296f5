import { isWithinEdits } from '../search/edit-distance.ts';

/** Cyrillic letters (folded) in Latin ones, near to how English and French spell the same words. */
const LATIN_FOR_CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'u',
    я: 'a',
    і: 'i',
    ї: 'i',
    є: 'e',
    ґ: 'g',
  }),
);
/** Spellings of one sound: "kosmos" and "cosmos", "filosof" and "philosoph". */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/gu, 'f'],
  [/[cq]/gu, 'k'],
  [/kh/gu, 'h'],
  [/th/gu, 't'],
  [/[yj]/gu, 'i'],
  [/w/gu, 'v'],
  [/(.)\1/gu, '$1'],
];
const SHORTEST = 4;
/** Words of one origin begin alike. */
const PREFIX_LENGTH = 2;
/** So much of a word may differ. */
const MOST_DIFFERENT = 0.34;

/** A word in Latin letters as it sounds, for comparison across alphabets; '' for a word of another script. */
export function spellBySound(word: string): string {
  const latin = Array.from(word, (letter) => LATIN_FOR_CYRILLIC.get(letter) ?? letter).join('');
  const folded = latin.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (!/^[a-z]+$/u.test(folded)) return '';
  return SPELLINGS.reduce((spelled, [pattern, sound]) => spelled.replaceAll(pattern, sound), folded);
}

/** Calls for each two words that look like one word in two languages: космос and cosmos, gouvernement and government. */
export function findCognates(
  sources: readonly string[],
  targets: readonly string[],
  found: (source: number, target: number) => void,
): void {
  const byPrefix = new Map<string, { readonly id: number; readonly sound: string }[]>();
  targets.forEach((word, id) => {
    const sound = spellBySound(word);
    if (sound.length < SHORTEST) return;
    const prefix = sound.slice(0, PREFIX_LENGTH);
    const others = byPrefix.get(prefix);
    if (others === undefined) byPrefix.set(prefix, [{ id, sound }]);
    else others.push({ id, sound });
  });
  sources.forEach((word, id) => {
    const sound = spellBySound(word);
    if (sound.length < SHORTEST) return;
    for (const target of byPrefix.get(sound.slice(0, PREFIX_LENGTH)) ?? []) {
      const limit = Math.floor(MOST_DIFFERENT * Math.min(sound.length, target.sound.length));
      if (isWithinEdits(sound, target.sound, limit)) found(id, target.id);
    }
  });
}
