interface Letter {
  readonly base: string;
  /** The combining mark of the tone; undefined where none is written. */
  readonly tone: string | undefined;
}

const LETTER = /(\p{L})(\p{M}*)/gu;
const TONE_MARK = /[\u0300\u0301\u0304\u030c]/u;

/** The letters of a pinyin text with their tones. Spaces and apostrophes say where syllables meet and are left out. */
function readLetters(pinyin: string): readonly Letter[] {
  return [...pinyin.toLowerCase().normalize('NFD').matchAll(LETTER)].map(([, base = '', marks = '']) => ({
    // ü is typed as u or as v as often as with its dots, and no syllable of the language differs by the dots alone
    // often enough for a filter to insist on them.
    base: base === 'v' ? 'u' : base,
    tone: TONE_MARK.exec(marks)?.[0],
  }));
}

/**
 * Whether a query stands somewhere in a pinyin text. Tones that the query writes must agree, those it leaves out need
 * not; tone numbers are ignored.
 */
export function matchesPinyin(pinyin: string, query: string): boolean {
  const wanted = readLetters(query);
  const letters = readLetters(pinyin);
  if (wanted.length === 0) return false;
  return letters.some((_, start) =>
    wanted.every(({ base, tone }, index) => {
      const letter = letters[start + index];
      return letter?.base === base && (tone === undefined || letter.tone === tone);
    }),
  );
}

/** Orders pinyin as a dictionary does: by letters, and by tones where those are the same. */
export function comparePinyin(a: string, b: string): number {
  const first = readLetters(a);
  const second = readLetters(b);
  return (
    compareCodeUnits(spell(first), spell(second)) || compareCodeUnits(spellTones(first), spellTones(second))
  );
}

const TONE_NUMBERS: ReadonlyMap<string | undefined, string> = new Map([
  ['\u0304', '1'],
  ['\u0301', '2'],
  ['\u030c', '3'],
  ['\u0300', '4'],
]);

function spell(letters: readonly Letter[]): string {
  return letters.map(({ base }) => base).join('');
}

function spellTones(letters: readonly Letter[]): string {
  return letters.map(({ tone }) => TONE_NUMBERS.get(tone) ?? '').join('');
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
