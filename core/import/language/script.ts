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

const PATTERNS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Han', /[\p{Script=Han}〇○]/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hangul', /\p{Script=Hangul}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
];

/** The letters of a text by script, each script weighed so that texts of the same content count alike. */
export function weighScripts(text: string): ReadonlyMap<Script, number> {
  const weights = new Map<Script, number>();
  for (const [script, pattern] of PATTERNS) {
    const count = text.match(pattern)?.length ?? 0;
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
  let length = text.match(/\p{N}/gu)?.length ?? 0;
  for (const weight of weighScripts(text).values()) length += weight;
  return length;
}
