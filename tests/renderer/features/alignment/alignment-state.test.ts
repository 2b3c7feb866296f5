import { describe, expect, test } from 'vitest';
import { sideOf, shownText } from '../../../../core/alignment/edit/edited-row.ts';
import {
  hasChanges,
  openAlignment,
  reduceAlignment,
  type AlignmentAction,
  type AlignmentState,
  type RowAction,
} from '../../../../renderer/features/alignment/alignment-state.ts';
import { describeRows, textOf } from '../../../core/alignment/edit/sample.ts';

const PAIR = ['zh-Hans', 'en'] as const;
const ROWS = ['甲 | a b', '乙 | c', '丙 | d'];

/** The beads that say of {@link ROWS} that the second English sentence belongs to the second row, and all others are sure. */
const BEADS = [
  { source: [0], target: [0], confidence: 0.95, border: 1, isSupported: true },
  { source: [1], target: [1, 2], confidence: 0.9, border: 1, isSupported: true },
  { source: [2], target: [3], confidence: 0.95, border: 1, isSupported: true },
];

function open(...rows: readonly string[]): AlignmentState {
  return openAlignment(textOf(...rows), PAIR, false);
}

function play(state: AlignmentState, ...actions: readonly AlignmentAction[]): AlignmentState {
  return actions.reduce(reduceAlignment, state);
}

const act = (action: RowAction): AlignmentAction => ({ type: 'acted', action });
const key = (name: string): AlignmentAction => ({ type: 'moved', key: name });
const go = (row: number, language: string, sentence: number): AlignmentAction => ({
  type: 'went',
  place: { row, language, sentence },
});

function measured(): AlignmentState {
  const state = open(...ROWS);
  return play(state, { type: 'measured', languages: PAIR, rows: state.edit.text.rows, beads: BEADS });
}

describe('a review', () => {
  test('begins with the rows that the aligner contradicts', () => {
    const state = play(measured(), go(2, 'en', 0), act('next-doubtful'));
    expect(state.edit.place).toEqual({ row: 0, language: 'en', sentence: 0 });
    expect(play(state, act('next-doubtful')).edit.place.row).toBe(1);
  });

  test('goes on by itself with one key a row, and says when nothing is left', () => {
    const state = play(measured(), act('accept'));
    expect(state.edit.place.row).toBe(1);
    const done = play(state, act('accept'));
    expect(done.news).toMatchObject({ type: 'reviewed' });
    expect(done.edit.text.rows.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'open']);
    expect(play(done, act('next-doubtful')).news).toMatchObject({ type: 'none-doubtful' });
  });

  test('alone changes nothing in the text', () => {
    expect(hasChanges(play(measured(), act('accept'), act('lock')))).toBe(false);
  });

  test('takes back one row with one undo, and is there again', () => {
    const state = play(measured(), act('accept'), { type: 'undone' });
    expect(state.edit.place.row).toBe(0);
    expect(state.edit.text.rows[0]?.status).toBe('open');
    expect(state.news).toMatchObject({ type: 'undone', name: 'accept' });
  });
});

describe('an operation', () => {
  test('mends what was wrong, and the text is another one then', () => {
    const state = play(measured(), go(0, 'en', 1), act('move-next'));
    expect(describeRows(state.edit.text.rows)).toEqual(['甲 | a', '乙 | b c', '丙 | d']);
    expect(hasChanges(state)).toBe(true);
    expect(hasChanges(play(state, { type: 'undone' }))).toBe(false);
  });

  test('that cannot be done says why and changes nothing', () => {
    const state = measured();
    const refused = play(state, act('join-previous'));
    expect(refused.edit).toBe(state.edit);
    expect(refused.news).toMatchObject({ type: 'refused', refusal: 'no-neighbour' });
  });

  test('says the same twice as two pieces of news', () => {
    const first = play(measured(), act('join-previous'));
    expect(play(first, act('join-previous')).news?.serial).not.toBe(first.news?.serial);
  });

  test('while the rows are being measured keeps what was made by hand unmeasured', () => {
    const state = open(...ROWS);
    const { rows } = state.edit.text;
    const late = play(state, go(0, 'en', 1), act('move-next'), {
      type: 'measured',
      languages: PAIR,
      rows,
      beads: BEADS,
    });
    expect(late.edit.text.rows.map(({ confidence }) => confidence)).toEqual([null, null, 0.95]);
  });
});

describe('a text in three languages', () => {
  const TURNED = ['en', 'zh-Hans'] as const;

  test('shows the two that are chosen, with the reader in the same row and on the same side', () => {
    const state = play(measured(), go(1, 'en', 0), { type: 'languages-chosen', languages: TURNED });
    expect(state.languages).toEqual(TURNED);
    expect(state.edit.place).toEqual({ row: 1, language: 'zh-Hans', sentence: 0 });
  });

  test('forgets what was measured of the others, also in what undo brings back', () => {
    const state = play(measured(), act('lock'), { type: 'languages-chosen', languages: TURNED });
    const confidences = (one: AlignmentState) => one.edit.text.rows.map(({ confidence }) => confidence);
    expect(confidences(state)).toEqual([null, null, null]);
    expect(confidences(play(state, { type: 'undone' }))).toEqual([null, null, null]);
  });

  test('takes no measures of languages that are no longer shown', () => {
    const state = play(open(...ROWS), { type: 'languages-chosen', languages: TURNED });
    const { rows } = state.edit.text;
    const late = play(state, { type: 'measured', languages: PAIR, rows, beads: BEADS });
    expect(late).toBe(state);
  });
});

describe('what is written', () => {
  const words = (state: AlignmentState) =>
    state.edit.text.rows.flatMap((row) => sideOf(row, 'en')).map(shownText);

  test('lies over the sentence, and is taken back', () => {
    const state = play(open('甲 | a'), go(0, 'en', 0), { type: 'writing-began', caret: null });
    expect(state.writing).toEqual({ caret: null });
    const written = play(state, { type: 'corrected', words: 'Ah!' });
    expect(written.writing).toBeUndefined();
    expect(words(written)).toEqual(['Ah!']);
    expect(words(play(written, act('take-back')))).toEqual(['A!']);
  });

  test('is split at the caret, which undo takes back apart from the words', () => {
    const state = play(open('甲 | a'), go(0, 'en', 0), { type: 'split-at', words: 'One two', caret: 3 });
    expect(words(state)).toEqual(['One', 'two']);
    expect(words(play(state, { type: 'undone' }))).toEqual(['One two']);
    expect(words(play(state, { type: 'undone' }, { type: 'undone' }))).toEqual(['A!']);
  });
});

describe('a stretch that is aligned anew', () => {
  test('takes the place of the rows that were asked about', () => {
    const state = measured();
    const { rows } = state.edit.text;
    const realigned = play(state, { type: 'realigned', range: { from: 0, to: 3 }, rows, beads: BEADS });
    expect(describeRows(realigned.edit.text.rows)).toEqual(['甲 | a', '乙 | b c', '丙 | d']);
    expect(realigned.news).toMatchObject({ type: 'done', name: 'realign' });
  });

  test('is left aside where something was changed in it since', () => {
    const state = measured();
    const { rows } = state.edit.text;
    const changed = play(state, act('accept'));
    const late = play(changed, { type: 'realigned', range: { from: 0, to: 3 }, rows, beads: BEADS });
    expect(late.edit).toBe(changed.edit);
    expect(late.news).toMatchObject({ type: 'realign-outdated' });
  });
});

describe('the arrow keys', () => {
  test.each([
    ['ArrowDown', go(0, 'en', 0), { row: 0, language: 'en', sentence: 1 }],
    ['ArrowDown', go(0, 'en', 1), { row: 1, language: 'en', sentence: 0 }],
    ['ArrowUp', go(1, 'en', 0), { row: 0, language: 'en', sentence: 1 }],
    ['ArrowUp', go(0, 'en', 0), { row: 0, language: 'en', sentence: 0 }],
    ['ArrowDown', go(2, 'en', 0), { row: 2, language: 'en', sentence: 0 }],
    ['ArrowLeft', go(0, 'en', 1), { row: 0, language: 'zh-Hans', sentence: 0 }],
    ['ArrowRight', go(1, 'zh-Hans', 0), { row: 1, language: 'en', sentence: 0 }],
    ['End', go(0, 'en', 1), { row: 2, language: 'en', sentence: 0 }],
    ['Home', go(2, 'en', 0), { row: 0, language: 'en', sentence: 0 }],
    ['PageDown', go(0, 'en', 1), { row: 2, language: 'en', sentence: 0 }],
    ['PageUp', go(2, 'en', 0), { row: 0, language: 'en', sentence: 0 }],
  ])('%s leads to the next stop', (name, from, place) => {
    expect(play(open(...ROWS), from, key(name)).edit.place).toEqual(place);
  });

  test('stop at an empty side', () => {
    const state = play(open('甲 | a', '乙 |', '丙 | c'), go(0, 'en', 0), key('ArrowDown'));
    expect(state.edit.place).toEqual({ row: 1, language: 'en', sentence: 0 });
  });
});
