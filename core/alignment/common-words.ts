import { stemmerFor } from '../search/stem-word.ts';
import { isOfLanguage, type LanguageTag } from '../text/language.ts';
import { stemEnglish } from './english-words.ts';

/** About fifty words of each language that make up nearly half of any text. */
const ENGLISH =
  'the of and to in a that is he it for i with as on at by this but from or they you we she which will would there what ' +
  'who an so if all no not when can do have be are was were had has him her his their its them been';
const CHINESE =
  '的 了 是 在 和 不 一 我 他 有 这 个 上 们 来 到 地 为 你 说 着 她 就 那 要 也 以 与 及 等 对 将 把 被 从 之 而 所 其 并 ' +
  '都 很 又 还 去 得 自己 我们 他们 一个 没有 什么 道';
const RUSSIAN =
  'и в не на я что он с это как а по к но от за из у о же для его все она так мы они бы то был или быть их при также';

const WORDS: readonly (readonly [LanguageTag, ReadonlySet<string>])[] = [
  ['en', new Set(ENGLISH.split(' ').map(stemEnglish))],
  ['zh', new Set(CHINESE.split(' '))],
  ['ru', new Set(RUSSIAN.split(' ').map(stemmerFor('ru')))],
];

/** The commonest words of a language, as word readers give them; none of languages that are not known so well. */
export function commonWords(language: LanguageTag): ReadonlySet<string> {
  return WORDS.find(([range]) => isOfLanguage(language, range))?.[1] ?? new Set();
}
