/** A writing system, as far as languages are told apart by it. 'Han' is Chinese; Japanese and Korean are named for their own letters. */
export type Script =
  | 'Han'
  | 'Japanese'
  | 'Hangul'
  | 'Latin'
  | 'Cyrillic'
  | 'Arabic'
  | 'Hebrew'
  | 'Greek'
  | 'Devanagari'
  | 'Thai';

/** How many Latin letters say as much as one letter of a script. */
const LETTER_WEIGHTS: Readonly<Record<Script, number>> = {
  Han: 4,
  Japanese: 2.2,
  Hangul: 2.2,
  Latin: 1,
  Cyrillic: 1,
  Arabic: 1.2,
  Hebrew: 1.3,
  Greek: 1,
  Devanagari: 1.1,
  Thai: 1.1,
};

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Han', /[\p{Script=Han}〇○]/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
];

const UNKNOWN = 255;
const NO_SCRIPT = SCRIPTS.length;
const DIGIT = SCRIPTS.length + 1;

/** What each code unit is, once it was met: a property of Unicode takes long to look up, and books are long. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(unit: number): number {
  const known = classes[unit];
  if (known !== undefined && known !== UNKNOWN) return known;
  const character = String.fromCharCode(unit);
  const script = SCRIPTS.findIndex(([, pattern]) => pattern.test(character));
  const found = script !== -1 ? script : /\p{N}/u.test(character) ? DIGIT : NO_SCRIPT;
  classes[unit] = found;
  return found;
}

/** How many letters of each script a text has, in the order of `SCRIPTS`, and how many digits at the place `DIGIT`. */
function countClasses(text: string): Uint32Array {
  const counts = new Uint32Array(SCRIPTS.length + 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // The supplementary planes of the scripts that are told apart hold rare Han characters: one for each pair.
    const found = unit >= 0xd840 && unit <= 0xd888 ? HAN : classify(unit);
    counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
}

const HAN = SCRIPTS.findIndex(([script]) => script === 'Han');

/** The letters of a text by script, each script weighed so that texts of the same content count alike. */
export function weighScripts(text: string): ReadonlyMap<Script, number> {
  const counts = countClasses(text);
  const weights = new Map<Script, number>();
  for (const [index, [script]] of SCRIPTS.entries()) {
    const count = counts[index] ?? 0;
    if (count > 0) weights.set(script, count * LETTER_WEIGHTS[script]);
  }
  return weights;
}

/** How much of one page of Kana makes its Han characters Japanese. */
const KANA_SHARE = 0.08;

/** The script most of a text is written in; undefined where it has no letters. Han among Kana is Japanese. */
export function dominantScript(text: string): Script | undefined {
  const weights = new Map(weighScripts(text));
  const [han, kana] = [weights.get('Han') ?? 0, weights.get('Japanese') ?? 0];
  if (kana > 0 && kana >= han * KANA_SHARE) {
    weights.set('Japanese', han + kana);
    weights.delete('Han');
  }
  let best: Script | undefined;
  for (const [script, weight] of weights)
    if (weight > (weights.get(best ?? script) ?? 0) || best === undefined) best = script;
  return best;
}

/** How long a text is, in Latin letters that would say about as much; digits count as letters, spaces and signs do not. */
export function measureText(text: string): number {
  const counts = countClasses(text);
  let length = counts[DIGIT] ?? 0;
  for (const [index, [script]] of SCRIPTS.entries()) length += (counts[index] ?? 0) * LETTER_WEIGHTS[script];
  return length;
}
