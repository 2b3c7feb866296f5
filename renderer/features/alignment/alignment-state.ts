import type { AlignedBead } from '../../../core/alignment/align-texts.ts';
import { correctSentence, takeCorrectionBack } from '../../../core/alignment/edit/correct-sentence.ts';
import {
  forgetMeasures,
  performEdit,
  rateRows,
  redoEdit,
  undoEdit,
  type AlignmentEdit,
  type EditName,
} from '../../../core/alignment/edit/edit-history.ts';
import type { EditOperation, EditOutcome, Refusal } from '../../../core/alignment/edit/edit-outcome.ts';
import type { EditedRow, EditedText, EditPlace } from '../../../core/alignment/edit/edited-row.ts';
import { joinWithNext, joinWithPrevious } from '../../../core/alignment/edit/join-rows.ts';
import { leaveUnanswered } from '../../../core/alignment/edit/leave-unanswered.ts';
import { measureRows, type LanguagePair } from '../../../core/alignment/edit/measure-rows.ts';
import { moveToNext, moveToPrevious, swapWithNext } from '../../../core/alignment/edit/move-sentences.ts';
import { realignRows, type RowRange } from '../../../core/alignment/edit/realign-rows.ts';
import {
  acceptAllAbove,
  acceptRow,
  findDoubtful,
  toggleLock,
} from '../../../core/alignment/edit/review-rows.ts';
import { nameBeads, type BeadNames } from '../../../core/alignment/edit/ribbons.ts';
import { splitRow } from '../../../core/alignment/edit/split-row.ts';
import { splitSentence } from '../../../core/alignment/edit/split-sentence.ts';
import type { AligningAction } from '../../commands/aligning-keys.ts';
import { atRow, movePlace } from './move-place.ts';

/** What is said of what happened last. `serial` tells two that say the same apart. */
export type AlignmentNews = { readonly serial: number } & (
  | { readonly type: 'done' | 'undone' | 'redone'; readonly name: EditName }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | {
      readonly type:
        'none-doubtful' | 'measured' | 'reviewed' | 'align-failed' | 'nothing-open' | 'realign-outdated';
    }
);

/** How the writing of a sentence began: where its caret was put, in UTF-16 code units; null for the end of the words. */
export interface Writing {
  readonly caret: number | null;
}

/** An alignment as it stands in the editor. */
export interface AlignmentState {
  readonly languages: LanguagePair;
  readonly edit: AlignmentEdit;
  /** Whether the rows already were others than those of the text when the editor was opened. */
  readonly wasChanged: boolean;
  readonly beads: BeadNames;
  /** Given while the words of the current sentence are being written. */
  readonly writing: Writing | undefined;
  readonly aligner: 'idle' | 'measuring' | 'realigning';
  readonly news: AlignmentNews | undefined;
}

/** The operations that a key does by itself. */
export type RowAction = Exclude<AligningAction, 'correct' | 'realign' | 'commit'>;

export type AlignmentAction =
  | { readonly type: 'went'; readonly place: EditPlace }
  | { readonly type: 'moved'; readonly key: string }
  | { readonly type: 'acted'; readonly action: RowAction }
  | { readonly type: 'writing-began'; readonly caret: number | null }
  | { readonly type: 'writing-ended' }
  | { readonly type: 'corrected'; readonly words: string }
  | { readonly type: 'split-at'; readonly words: string; readonly caret: number }
  | { readonly type: 'aligner-asked'; readonly aligner: 'measuring' | 'realigning' }
  | { readonly type: 'aligner-failed' }
  | { readonly type: 'nothing-open' }
  | { readonly type: 'languages-chosen'; readonly languages: LanguagePair }
  | {
      readonly type: 'measured';
      /** Of which languages; others may be shown by now. */
      readonly languages: LanguagePair;
      readonly rows: readonly EditedRow[];
      readonly beads: readonly AlignedBead[];
    }
  | {
      readonly type: 'realigned';
      readonly range: RowRange;
      /** The rows that were aligned; others may stand there by now. */
      readonly rows: readonly EditedRow[];
      readonly beads: readonly AlignedBead[];
    }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };

/** Opens the editor at the beginning of a text. */
export function openAlignment(
  text: EditedText,
  languages: LanguagePair,
  wasChanged: boolean,
): AlignmentState {
  return {
    languages,
    edit: { text, place: { row: 0, language: languages[0], sentence: 0 }, past: [], future: [] },
    wasChanged,
    beads: new Map(),
    writing: undefined,
    aligner: 'idle',
    news: undefined,
  };
}

/** Steps that say something of rows and change no word or place. */
const REVIEWING: ReadonlySet<EditName> = new Set(['accept', 'accept-above', 'lock', 'unlock']);

/** Whether the text would be another one if the alignment were committed. */
export function hasChanges({ wasChanged, edit }: AlignmentState): boolean {
  return wasChanged || edit.past.some(({ name }) => !REVIEWING.has(name));
}

export function reduceAlignment(state: AlignmentState, action: AlignmentAction): AlignmentState {
  const { edit } = state;
  switch (action.type) {
    case 'went':
      return { ...state, edit: { ...edit, place: action.place } };
    case 'moved': {
      const place = movePlace(edit.text.rows, state.languages, edit.place, action.key);
      return place === undefined ? state : { ...state, edit: { ...edit, place } };
    }
    case 'acted':
      return act(state, action.action);
    case 'writing-began':
      return { ...state, writing: { caret: action.caret } };
    case 'writing-ended':
      return { ...state, writing: undefined };
    case 'corrected':
      return perform(
        { ...state, writing: undefined },
        'correct',
        correctSentence(edit.text, edit.place, action.words),
      );
    case 'split-at':
      return splitAt({ ...state, writing: undefined }, action.words, action.caret);
    case 'aligner-asked':
      return { ...state, aligner: action.aligner };
    case 'aligner-failed':
      return say({ ...state, aligner: 'idle' }, { type: 'align-failed' });
    case 'nothing-open':
      return say(state, { type: 'nothing-open' });
    case 'languages-chosen':
      return showLanguages(state, action.languages);
    case 'measured':
      return action.languages.every((language, side) => language === state.languages[side])
        ? takeMeasures(state, action.rows, action.beads)
        : state;
    case 'realigned':
      return takeRealigned({ ...state, aligner: 'idle' }, action);
    case 'undone':
      return takeStep(state, 'undone');
    case 'redone':
      return takeStep(state, 'redone');
  }
}

/** The operations, with the names of their steps. */
const OPERATIONS = {
  'move-previous': ['move', moveToPrevious],
  'move-next': ['move', moveToNext],
  'join-previous': ['join', joinWithPrevious],
  'join-next': ['join', joinWithNext],
  'split-row': ['split-row', splitRow],
  'leave-unanswered': ['leave-unanswered', leaveUnanswered],
  swap: ['swap', swapWithNext],
  'take-back': ['take-back', takeCorrectionBack],
  'accept-above': ['accept-above', acceptAllAbove],
} as const satisfies Partial<Record<RowAction, readonly [EditName, EditOperation]>>;

function act(state: AlignmentState, action: RowAction): AlignmentState {
  const { text, place } = state.edit;
  switch (action) {
    case 'next-doubtful':
      return goToDoubtful(state, 1);
    case 'previous-doubtful':
      return goToDoubtful(state, -1);
    case 'accept':
      return acceptAndGoOn(state);
    case 'lock': {
      const isLocked = text.rows[place.row]?.status === 'locked';
      return perform(state, isLocked ? 'unlock' : 'lock', toggleLock(text, place));
    }
    case 'accept-above':
    case 'join-next':
    case 'join-previous':
    case 'leave-unanswered':
    case 'move-next':
    case 'move-previous':
    case 'split-row':
    case 'swap':
    case 'take-back': {
      const [name, operation] = OPERATIONS[action];
      return perform(state, name, operation(text, place));
    }
  }
}

function perform(state: AlignmentState, name: EditName, outcome: EditOutcome): AlignmentState {
  if (outcome.type === 'refused') return say(state, { type: 'refused', refusal: outcome.refusal });
  return say({ ...state, edit: performEdit(state.edit, name, outcome) }, { type: 'done', name });
}

function goToDoubtful(state: AlignmentState, by: 1 | -1): AlignmentState {
  const { text, place } = state.edit;
  const row = findDoubtful(text.rows, place.row, by);
  if (row === undefined) return say(state, { type: 'none-doubtful' });
  return { ...state, edit: { ...state.edit, place: atRow(text.rows, { ...place, sentence: 0 }, row) } };
}

/** What is right is accepted with one key, and the next doubtful row comes by itself; after the last one the reader stays. */
function acceptAndGoOn(state: AlignmentState): AlignmentState {
  const { edit } = state;
  const outcome = acceptRow(edit.text, edit.place);
  if (outcome.type === 'refused') return goToDoubtful(state, 1);
  const accepted = performEdit(edit, 'accept', outcome);
  const { rows } = accepted.text;
  const row = findDoubtful(rows, edit.place.row, 1);
  if (row === undefined) return say({ ...state, edit: accepted }, { type: 'reviewed' });
  const place = atRow(rows, { ...edit.place, sentence: 0 }, row);
  return say(
    { ...state, edit: performEdit(edit, 'accept', { ...outcome, place }) },
    { type: 'done', name: 'accept' },
  );
}

/** Words that were written are kept first, as a step of their own: undo takes them back apart from the cut. */
function splitAt(state: AlignmentState, words: string, caret: number): AlignmentState {
  const { text, place } = state.edit;
  const corrected = performEdit(state.edit, 'correct', correctSentence(text, place, words));
  return perform(
    { ...state, edit: corrected },
    'split-sentence',
    splitSentence(corrected.text, place, caret),
  );
}

/** The reader stays in the row, on the same side. */
function showLanguages(state: AlignmentState, languages: LanguagePair): AlignmentState {
  const edit = forgetMeasures(state.edit);
  const { place } = edit;
  const language = place.language === state.languages[0] ? languages[0] : languages[1];
  return {
    ...state,
    languages,
    edit: { ...edit, place: atRow(edit.text.rows, { ...place, language, sentence: 0 }, place.row) },
    beads: new Map(),
    writing: undefined,
  };
}

function takeMeasures(
  state: AlignmentState,
  rows: readonly EditedRow[],
  beads: readonly AlignedBead[],
): AlignmentState {
  const measured = measureRows(rows, state.languages, beads);
  const known = new Map(rows.map((row) => [row.id, row]));
  // What was changed in the meantime is no longer what was measured.
  const isAsMeasured = ({ id, sides }: EditedRow): boolean => known.get(id)?.sides === sides;
  const still = new Set(state.edit.text.rows.filter(isAsMeasured).map(({ id }) => id));
  const edit = rateRows(state.edit, new Map([...measured].filter(([id]) => still.has(id))));
  return say(
    { ...state, edit, aligner: 'idle', beads: nameBeads(rows, state.languages, beads) },
    { type: 'measured' },
  );
}

function takeRealigned(
  state: AlignmentState,
  { range, rows, beads }: Extract<AlignmentAction, { readonly type: 'realigned' }>,
): AlignmentState {
  const { text, place } = state.edit;
  const present = text.rows.slice(range.from, range.to);
  if (present.length !== rows.length || present.some((row, index) => row !== rows[index])) {
    return say(state, { type: 'realign-outdated' });
  }
  const outcome = realignRows(text, range, state.languages, beads, place);
  const names = new Map([...state.beads, ...nameBeads(rows, state.languages, beads)]);
  return perform({ ...state, beads: names }, 'realign', outcome);
}

function takeStep(state: AlignmentState, type: 'undone' | 'redone'): AlignmentState {
  const { edit } = state;
  const step = type === 'undone' ? edit.past.at(-1) : edit.future.at(-1);
  if (step === undefined) return state;
  const next = type === 'undone' ? undoEdit(edit) : redoEdit(edit);
  return say({ ...state, edit: next, writing: undefined }, { type, name: step.name });
}

type WithoutSerial<News> = News extends unknown ? Omit<News, 'serial'> : never;

function say(state: AlignmentState, news: WithoutSerial<AlignmentNews>): AlignmentState {
  return { ...state, news: { ...news, serial: (state.news?.serial ?? 0) + 1 } };
}
