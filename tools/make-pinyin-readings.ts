import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';

const FILE = path.resolve(import.meta.dirname, '../core/search/pinyin/readings.ts');

/** U+3007, the zero of Chinese dates, and the CJK Unified Ideographs: others have no readings, or none anyone types. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x3007, 0x3007],
  [0x4e00, 0x9fff],
];

/** Interjections that are spelled without a vowel; people type them as input methods have them, or not at all. */
const RESPELLED: ReadonlyMap<string, string | null> = new Map([
  ['ng', 'en'],
  ['n', null],
  ['m', null],
  ['hm', null],
  ['hng', null],
]);

/**
 * The module core/search/pinyin/readings.ts: every reading of every character, from pinyin-pro, which is needed for this only.
 * Readings are listed by sound, in order, the neutral tone as 5.
 */
export function formatReadings(): string {
  const bySound = new Map<string, string>();
  for (const [from, to] of RANGES) {
    for (let code = from; code <= to; code += 1) {
      const character = String.fromCodePoint(code);
      for (const sound of new Set(listSounds(character)))
        bySound.set(sound, (bySound.get(sound) ?? '') + character);
    }
  }
  const lines = [...bySound.keys()].toSorted().map((sound) => `${sound}${bySound.get(sound) ?? ''}`);
  const byInitial = groupByInitial(lines);
  const strings = [...byInitial.values()].map((group) => `  '${group.join(' ')}',\n`);
  return (
    '// Made by tools/make-pinyin-readings.ts from pinyin-pro 3.29.4 (MIT, Copyright (c) 2020-present zh-lx). Do not edit.\n\n' +
    '/** Readings by sound: a syllable of Hanyu Pinyin, its tone from 1 to 5, and all characters that can be read so. */\n' +
    `export const PINYIN_READINGS: readonly string[] = [\n${strings.join('')}];\n`
  );
}

function groupByInitial(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const initial = line.charAt(0);
    groups.set(initial, [...(groups.get(initial) ?? []), line]);
  }
  return groups;
}

function listSounds(character: string): readonly string[] {
  return pinyin(character, { type: 'array', multiple: true, toneType: 'num' }).flatMap((reading) => {
    const [, syllable, tone] = /^([a-zü]+)([0-4])$/.exec(reading) ?? [];
    if (syllable === undefined || tone === undefined) return [];
    const spelled = RESPELLED.has(syllable) ? RESPELLED.get(syllable) : syllable;
    return spelled === null || spelled === undefined ? [] : [`${spelled}${tone === '0' ? '5' : tone}`];
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(FILE, formatReadings());
}
