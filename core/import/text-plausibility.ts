import { SIMPLIFIED, TRADITIONAL } from '../search/traditional-characters.ts';

/** The characters that make up half of what is written in Chinese (simplified, then those that differ in traditional). */
const FREQUENT_HAN = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运这個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣從實軍無與長機關點業將兩間問並應戰頭體見產話給門東聲員論處義幾認條氣題爾變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬術領傳師觀識帶導爭運' +
    '，。、；：？！“”‘’（）《》「」',
);

const MANY_CYRILLIC = new Set('оеаинтсрвлкмдпуяыьгзбчй');
const MANY_KANA = /[\u3040-\u30FF]/u;

/**
 * How much a text looks like one that someone wrote, about from -3 to 1 per character: to choose between encodings.
 * Frequent characters of Chinese, Russian and western languages count for it; rare and private ones, capitals within
 * words and signs where letters should be count against it.
 */
export function scorePlausibility(text: string): number {
  let score = 0;
  let foreign = 0;
  let before = ' ';
  for (const character of text) {
    if (character > '\u007F') {
      foreign += 1;
      score += weigh(character, before);
    } else if (character < ' ' && !'\t\n\r\f\u001B'.includes(character)) {
      foreign += 1;
      score -= 3;
    }
    before = character;
  }
  return foreign === 0 ? 1 : score / foreign;
}

function weigh(character: string, before: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (character === '\uFFFD' || (point >= 0xe000 && point <= 0xf8ff)) return -3;
  if (point < 0xa0) return -3;
  if (FREQUENT_HAN.has(character)) return 1;
  if (/\p{Script=Han}/u.test(character)) return weighHan(character, point);
  if (/\p{Script=Cyrillic}/u.test(character)) return weighCyrillic(character, before);
  if (MANY_KANA.test(character)) return 0.6;
  if (/\p{Script=Hangul}/u.test(character)) return 0.5;
  if (/\p{Script=Latin}/u.test(character)) return weighLatin(character, before);
  // Half-width Katakana is what other encodings turn into when they are read as Shift_JIS.
  if (point >= 0xff61 && point <= 0xff9f) return -1;
  if (/[\u2500-\u259F]/u.test(character)) return -1.5;
  return /[—–…“”‘’«»№°§·\u00A0\u3000-\u303F\uFF00-\uFF5E]/u.test(character) ? 0.3 : -0.7;
}

function weighHan(character: string, point: number): number {
  if (point > 0xffff || point < 0x4e00) return -1;
  if (KNOWN_HAN.has(character)) return 0.2;
  return -0.15;
}

const KNOWN_HAN = new Set(`${TRADITIONAL}${SIMPLIFIED}`);

function weighCyrillic(character: string, before: string): number {
  const isSmall = character === character.toLowerCase();
  const followsSmall = /\p{Ll}/u.test(before);
  if (!isSmall && followsSmall) return -1.5;
  if (!/[А-Яа-яЁё]/u.test(character)) return -0.5;
  if (!isSmall) return /[\s"«(—]/u.test(before) || /\p{Lu}/u.test(before) ? 0.1 : -0.5;
  return MANY_CYRILLIC.has(character) ? 0.9 : 0.3;
}

function weighLatin(character: string, before: string): number {
  const isWithinWord = /[A-Za-z]/.test(before);
  if (/\p{Lu}/u.test(character)) return isWithinWord || before > '\u007F' ? -1 : 0;
  // Letters with accents stand one by one between plain ones; a row of them is another encoding.
  if (before > '\u00BF') return -1;
  return isWithinWord || /[\s('"-]/.test(before) ? 0.4 : -0.4;
}
