import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { SearchResult } from '../../../core/search/search-result.ts';
import type { Work } from '../../../core/text/work.ts';
import { BUNDLED_LIBRARY, readWorkFile, workFilePath } from '../../../tools/library-files.ts';
import { makeUnit, makeWork } from './make-work.ts';
import { openSearch } from './search-work.ts';

// The law: a query of characters that hold Chinese finds a segment if and only if the segment holds just these
// characters, as a scan of the text shows. The scan below shares no code with the program.

function sameWriting(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('○', '〇');
}

function scan(work: Work, query: string): readonly string[] {
  return work.units.flatMap((unit) =>
    Object.entries(unit.segments).flatMap(([language, text]) => {
      const occurrences = sameWriting(text).split(sameWriting(query)).length - 1;
      return occurrences === 0 ? [] : [`${unit.id} ${language} ${occurrences}`];
    }),
  );
}

function found(results: readonly SearchResult[]): readonly string[] {
  return results.flatMap(({ unitId, matches }) =>
    matches.flatMap(({ field, spans }) =>
      field.kind === 'text' ? [`${unitId} ${field.language} ${spans.length}`] : [],
    ),
  );
}

const jointStatement = await readWorkFile(workFilePath(BUNDLED_LIBRARY, 'joint-statement-2016'));
const searchStatement = openSearch(jointStatement);
const chinese = jointStatement.units.map((unit) => unit.segments['zh-Hans'] ?? '');
const HAN_RUN = /\p{Script=Han}+/gu;
const MIXED_RUN = /[\p{Script=Han}\p{L}\p{N}]+/gu;
const hanRuns = chinese.flatMap((text) => sameWriting(text).match(HAN_RUN) ?? []);
const mixedRuns = chinese.flatMap((text) => sameWriting(text).match(MIXED_RUN) ?? []);

const stretchOf = (runs: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc
    .constantFrom(...runs)
    .chain((run) =>
      fc.tuple(fc.constant(run), fc.nat(run.length - 1), fc.integer({ min: 1, max: maxLength })),
    )
    .map(([run, start, length]) => run.slice(start, start + length));

const characterOfText = fc.constantFrom(...new Set(hanRuns.join('')));

describe('in the joint statement', () => {
  test.prop([stretchOf(hanRuns, 12)], { numRuns: 500 })(
    'every stretch of Chinese is found just where it stands',
    (query) => {
      expect(found(searchStatement(query)).toSorted()).toEqual(scan(jointStatement, query).toSorted());
    },
  );

  test.prop([stretchOf(mixedRuns, 12).filter((text) => /\p{Script=Han}/u.test(text))])(
    'so is every stretch of Chinese with digits or letters',
    (query) => {
      expect(found(searchStatement(query)).toSorted()).toEqual(scan(jointStatement, query).toSorted());
    },
  );

  test.prop([
    fc.array(characterOfText, { minLength: 1, maxLength: 4 }).map((characters) => characters.join('')),
  ])('characters put together at random are found only where they stand together', (query) => {
    expect(found(searchStatement(query)).toSorted()).toEqual(scan(jointStatement, query).toSorted());
  });

  test('every single character is found', () => {
    for (const character of new Set(hanRuns.join(''))) {
      expect(found(searchStatement(character)).toSorted()).toEqual(
        scan(jointStatement, character).toSorted(),
      );
    }
  });

  test('what is not there is not found', () => {
    for (const query of ['量子', '网络网络', '权主', '龘']) expect(searchStatement(query)).toEqual([]);
  });
});

describe('in the joint statement as a traditional text writes it', () => {
  // By hand, so that this shares no code with the program either; each is written so in one way only.
  const PAIRS =
    '国國际際网網络絡权權发發展展联聯华華罗羅关關协協进進声聲应應则則经經济濟术術问問题題参參与與组組织織构構设設维維护護' +
    '过過种種对對个個为為动動产產业業环環续續强強这這领領们們机機处處断斷无無滥濫间間实實来來时時开開将將内內义義数數据據';
  const traditionalOf = new Map((PAIRS.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const toTraditional = (text: string): string =>
    Array.from(text, (character) => traditionalOf.get(character) ?? character).join('');
  const traditional: Work = {
    ...jointStatement,
    units: jointStatement.units.map((unit) => ({
      ...unit,
      segments: { ...unit.segments, 'zh-Hans': toTraditional(unit.segments['zh-Hans'] ?? '') },
    })),
  };
  const searchTraditional = openSearch(traditional);

  test.prop([stretchOf(hanRuns, 12)], { numRuns: 300 })(
    'every stretch is found just where it stands, asked for in either writing',
    (query) => {
      const expected = scan(jointStatement, query).toSorted();
      expect(found(searchTraditional(query)).toSorted()).toEqual(expected);
      expect(found(searchTraditional(toTraditional(query))).toSorted()).toEqual(expected);
      expect(found(searchStatement(toTraditional(query))).toSorted()).toEqual(expected);
    },
  );

  test('and marked at its place in the original', () => {
    const [first] = searchTraditional('信息网络空间');
    const unit = traditional.units.find(({ id }) => id === first?.unitId);
    const match = first?.matches.find(({ field }) => field.kind === 'text' && field.language === 'zh-Hans');
    const marks = match?.spans.map(({ start, end }) => unit?.segments['zh-Hans']?.slice(start, end));
    expect(new Set(marks)).toEqual(new Set(['信息網絡空間']));
  });
});

describe('in any text', () => {
  // Few characters, so that repetitions and near misses are frequent; and the ones that folding makes longer or shorter.
  const character = fc.constantFrom(
    '网',
    '络',
    '主',
    '一',
    '㈠',
    '○',
    '〇',
    '𠮷',
    '5',
    'a',
    'B',
    '\uff22',
    '\uff0c',
    ' ',
    '\n',
    '-',
  );
  const text = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));
  const work = fc
    .array(fc.tuple(text, text), { minLength: 1, maxLength: 6 })
    .map((units) => makeWork(units.map(([zh, en]) => makeUnit(zh, en))));
  const piece = fc.array(fc.constantFrom('网', '络', '主', '一', '〇', '○', '𠮷', '5', 'a', 'B'), {
    minLength: 1,
    maxLength: 4,
  });
  const query = piece
    .map((characters) => characters.join(''))
    .filter((candidate) => /\p{Script=Han}|○/u.test(candidate));

  test.prop([work, query], { numRuns: 300 })(
    'a query that holds Chinese is found just where it stands',
    (generated, asked) => {
      expect(found(openSearch(generated)(asked)).toSorted()).toEqual(scan(generated, asked).toSorted());
    },
  );

  test.prop([work, query], { numRuns: 100 })('so is a phrase of it, in quotes', (generated, asked) => {
    expect(found(openSearch(generated)(`“${asked}”`)).toSorted()).toEqual(scan(generated, asked).toSorted());
  });
});
