import { describe, expect, test } from 'vitest';
import { findTermOccurrences } from '../../core/text/find-occurrences.ts';
import { segmentText } from '../../core/text/work.ts';
import { findHanWordBounds, statement, unitOf } from './joint-statement-2016.ts';

const { terms } = statement;
const TONE_MARK = /[\u0300\u0301\u0304\u030c]/gu;

/**
 * One syllable of Hanyu Pinyin: initial, vowels, and a nasal that no vowel follows. Where that would cut wrongly the
 * orthography (GB/T 16159) demands an apostrophe.
 */
const SYLLABLE =
  /(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+(?:ng(?![aeiouāáǎàēéěèōóǒò])|n(?![aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]))?/gu;

function splitSyllables(pinyin: string): readonly string[] {
  return Array.from(pinyin.toLowerCase().matchAll(SYLLABLE), ([syllable]) => syllable);
}

/** Characters of this glossary that are read in two ways: 理应 lǐyīng, ‘ought’; 应对 yìngduì, ‘respond’. */
const TWO_READINGS: Readonly<Record<string, readonly string[]>> = { 应: ['yìng', 'yīng'] };

describe('the terms of the joint statement', () => {
  test('are at least 60, none twice', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60);
    expect(new Set(terms.map((term) => term.chinese)).size).toBe(terms.length);
  });

  test.each(terms)('$chinese and each of its English forms stand in the text', (term) => {
    for (const english of term.english) {
      const found = findTermOccurrences(statement, { ...term, english: [english] });
      expect(new Set(found.map((occurrence) => occurrence.language))).toEqual(new Set(['zh-Hans', 'en']));
    }
  });

  test.each(terms)('$chinese is found as a word, never across two words', (term) => {
    for (const { unit, language, span } of findTermOccurrences(statement, term)) {
      if (language !== 'zh-Hans') continue;
      const bounds = findHanWordBounds(segmentText(unitOf(unit), language));
      expect([bounds.has(span.start), bounds.has(span.end)]).toEqual([true, true]);
    }
  });

  test.each(terms)('$chinese and an English form meet in at least one unit', (term) => {
    const found = findTermOccurrences(statement, term);
    const unitsIn = (language: string): readonly string[] =>
      found.filter((occurrence) => occurrence.language === language).map((occurrence) => occurrence.unit);
    const english = unitsIn('en');
    expect(unitsIn('zh-Hans').filter((unit) => english.includes(unit))).not.toEqual([]);
  });
});

describe('the pinyin of the terms', () => {
  test.each(terms)('$chinese is $pinyin: a syllable and a tone for each character', ({ chinese, pinyin }) => {
    const syllables = splitSyllables(pinyin);
    expect(syllables.join('')).toBe(pinyin.toLowerCase().replace(/[ '-]/gu, ''));
    expect(syllables).toHaveLength(Array.from(chinese).length);
    for (const syllable of syllables) expect(syllable.normalize('NFD').match(TONE_MARK)).toHaveLength(1);
    expect(pinyin).toBe(pinyin.normalize('NFC'));
  });

  test('every character is read in one way throughout, but for those known to have two readings', () => {
    const readings = new Map<string, Set<string>>();
    for (const { chinese, pinyin } of terms) {
      const syllables = splitSyllables(pinyin);
      for (const [index, character] of Array.from(chinese).entries()) {
        const known = readings.get(character) ?? new Set<string>();
        readings.set(character, known.add(syllables[index] ?? ''));
      }
    }
    const several = Array.from(readings, ([character, read]) => [character, [...read].toSorted()] as const);
    expect(Object.fromEntries(several.filter(([, read]) => read.length > 1))).toEqual(TWO_READINGS);
  });
});
