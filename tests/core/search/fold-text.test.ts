import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { foldText } from '../../../core/search/fold-text.ts';
import { SIMPLIFIED, TRADITIONAL } from '../../../core/search/traditional-characters.ts';

/** The part of the original that the first occurrence of `folded` came from. */
function originalOf(original: string, folded: string): string {
  const { text, toOriginal } = foldText(original);
  const start = text.indexOf(folded);
  const span = toOriginal({ start, end: start + folded.length });
  return original.slice(span.start, span.end);
}

const simplifiedOnes = Array.from(SIMPLIFIED);
const simplified = new Map(Array.from(TRADITIONAL, (character, index) => [character, simplifiedOnes[index]]));

function foldWithoutShortcuts(character: string): string {
  const folded = character
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKD')
    .replace(/(?<![иИ])[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[○◯]/gu, '〇');
  return Array.from(folded, (one) => simplified.get(one) ?? one).join('');
}

describe('foldText', () => {
  test.each([
    ['case', 'XI Jinping', 'xi jinping'],
    ['accents', 'Café NAÏVE', 'cafe naive'],
    ['accents written as marks of their own', 'cafe\u0301', 'cafe'],
    ['the Russian ё, but not й', 'Ёлка и май', 'елка и май'],
    ['full-width letters, digits and punctuation', '\uff29\uff23\uff34\uff12\uff10\uff1a\uff0c', 'ict20:,'],
    ['ligatures', 'of\uFB01ce', 'office'],
    ['enclosed numerals', '㈠', '(一)'],
    ['compatibility ideographs', '\uF914園', '乐园'],
    ['traditional characters', '網絡主權、軟體發展', '网络主权、软体发展'],
    ['traditional characters outside the basic plane', '𠁞䮄', '𠀾𫠊'],
    ['simplified characters that traditional texts have too', '乾坤、皇后、著作', '乾坤、皇后、著作'],
    ['the circle that official dates use as zero', '二○一六年', '二〇一六年'],
    ['invisible characters', 'in\u00ADfor\u200Bma\uFEFFtion', 'information'],
    ['variation selectors', '葛\u{E0100}飾', '葛饰'],
    ['marks of scripts that spell with them', 'हिन्दी がぎ', 'हिन्दी がぎ'],
    ['characters outside the basic plane', '𠮷野家', '𠮷野家'],
  ])('folds %s', (_what, original, folded) => {
    expect(foldText(original).text).toBe(folded);
  });

  test.each([
    ['after a character that grew', '㈠网络主权', '网络', '网络'],
    ['on a character that grew', '第㈠条', '一', '㈠'],
    ['after a character that shrank', 'cafe\u0301 网络', '网络', '网络'],
    [
      'over invisible characters',
      'the in\u00ADfor\u00ADma\u00ADtion space',
      'information',
      'in\u00ADfor\u00ADma\u00ADtion',
    ],
    ['on a letter with its marks', 'a cafe\u0301!', 'cafe', 'cafe\u0301'],
    ['on traditional characters', '《資訊時代》的㈠網絡主權', '网络', '網絡'],
    ['on a traditional character that grew', '㜢權', '权', '權'],
    ['on a surrogate pair', '㈠𠮷野家', '𠮷', '𠮷'],
  ])('finds the way back %s', (_where, original, folded, expected) => {
    expect(originalOf(original, folded)).toBe(expected);
  });

  test('folds every character as it would alone, whatever stands around it', () => {
    for (let start = 0; start < 0x30000; start += 64) {
      const characters = Array.from({ length: 64 }, (_none, index) => start + index)
        .filter((code) => code < 0xd800 || code > 0xdfff)
        .map((code) => String.fromCodePoint(code))
        .filter((character) => !/\p{M}/u.test(character));
      const alone = characters.map((character) => foldText(character).text);
      expect(foldText(characters.join('')).text).toBe(alone.join(''));
      expect(alone).toEqual(characters.map((character) => foldWithoutShortcuts(character)));
    }
  });

  test.prop([fc.string({ unit: 'binary' })])('changes nothing that is folded already', (original) => {
    const once = foldText(original).text;
    expect(foldText(once).text).toBe(once);
  });

  test.prop([
    fc.array(
      fc.constantFrom(
        '网',
        '網',
        '㜢',
        '㈠',
        'e\u0301',
        'Ё',
        'й',
        'A',
        '\uFF0C',
        '\u00AD',
        '𠮷',
        '\uFB01',
        ' ',
      ),
    ),
  ])('maps every folded stretch to an original stretch that folds to at least it', (characters) => {
    const original = characters.join('');
    const { text, toOriginal } = foldText(original);
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const span = toOriginal({ start, end });
        expect(foldText(original.slice(span.start, span.end)).text).toContain(text.slice(start, end));
      }
    }
  });
});
