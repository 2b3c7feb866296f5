/** What a syllable begins with, longest first, in the Cyrillic that Russian writes Chinese names in (Palladius Kafarov). */
const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'чж'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['b', 'б'],
  ['p', 'п'],
  ['m', 'м'],
  ['f', 'ф'],
  ['d', 'д'],
  ['t', 'т'],
  ['n', 'н'],
  ['l', 'л'],
  ['g', 'г'],
  ['k', 'к'],
  ['h', 'х'],
  ['j', 'цз'],
  ['q', 'ц'],
  ['x', 'с'],
  ['r', 'ж'],
  ['z', 'цз'],
  ['c', 'ц'],
  ['s', 'с'],
];

const FINALS: Readonly<Record<string, string>> = {
  a: 'а',
  o: 'о',
  e: 'э',
  i: 'и',
  u: 'у',
  ü: 'юй',
  ai: 'ай',
  ei: 'эй',
  ao: 'ао',
  ou: 'оу',
  an: 'ань',
  en: 'энь',
  ang: 'ан',
  eng: 'эн',
  ong: 'ун',
  ia: 'я',
  ie: 'е',
  iao: 'яо',
  iu: 'ю',
  ian: 'янь',
  in: 'инь',
  iang: 'ян',
  ing: 'ин',
  iong: 'юн',
  ua: 'уа',
  uo: 'о',
  uai: 'уай',
  ui: 'уй',
  uan: 'уань',
  un: 'унь',
  uang: 'уан',
  üe: 'юэ',
  üan: 'юань',
  ün: 'юнь',
};

/** Syllables that begin with no consonant, and those that go by no rule. */
const WHOLE: Readonly<Record<string, string>> = {
  er: 'эр',
  yi: 'и',
  ya: 'я',
  yo: 'йо',
  ye: 'е',
  yao: 'яо',
  you: 'ю',
  yan: 'янь',
  yin: 'инь',
  yang: 'ян',
  ying: 'ин',
  yong: 'юн',
  yu: 'юй',
  yue: 'юэ',
  yuan: 'юань',
  yun: 'юнь',
  wu: 'у',
  wa: 'ва',
  wo: 'во',
  wai: 'вай',
  wei: 'вэй',
  wan: 'вань',
  wen: 'вэнь',
  wang: 'ван',
  weng: 'вэн',
  hui: 'хуэй',
  zi: 'цзы',
  ci: 'цы',
  si: 'сы',
};

/** Behind these a "u" sounds as ü. */
const BEFORE_Ü = new Set(['j', 'q', 'x']);

/**
 * A syllable of Pinyin, without its tone, as Russian writes it: "qing" as "цин", "chen" as "чэнь". Undefined where it is no
 * syllable of the usual ones.
 */
export function spellByPalladius(syllable: string): string | undefined {
  const whole = WHOLE[syllable] ?? FINALS[syllable];
  if (whole !== undefined) return whole;
  const [latin, cyrillic] = INITIALS.find(([initial]) => syllable.startsWith(initial)) ?? [];
  if (latin === undefined || cyrillic === undefined) return undefined;
  const rest = syllable.slice(latin.length);
  const final = FINALS[BEFORE_Ü.has(latin) ? rest.replace(/^u/u, 'ü') : rest];
  return final === undefined ? undefined : cyrillic + final;
}
