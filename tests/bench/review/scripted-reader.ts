import { shownText, sideOf, type EditedRow } from '../../../core/alignment/edit/edited-row.ts';
import { countDoubtful, isDoubtful } from '../../../core/alignment/edit/review-rows.ts';
import { nameSentence } from '../../../core/alignment/edit/ribbons.ts';
import type { AlignmentState } from '../../../renderer/features/alignment/alignment-state.ts';
import { ACCEPT, NEXT_DOUBTFUL, press, type EditorKey } from './editor-keys.ts';
import type { GoldRows } from './gold-rows.ts';
import { planMending } from './plan-mending.ts';
import { countCharacters, countWords, type ReviewEffort } from './review-effort.ts';
import { listStretches, type Stretch } from './row-borders.ts';

/** A review from the first doubtful row to the last. */
export interface Review {
  /** The editor afterwards. */
  readonly state: AlignmentState;
  readonly effort: ReviewEffort;
  /** Keys that were pressed one after the other; a chord is one. */
  readonly keyCount: number;
  readonly rowsLookedAt: number;
  /** Stretches for which no keys were found, which were left as they are. */
  readonly givenUp: number;
}

/**
 * Plays a reader who knows the right rows and does only what the editor calls for: goes to the next doubtful row, looks,
 * accepts it or mends it with the fewest strokes, until none is left. What is mended is right for good and what is
 * accepted is doubtful no more, so it ends; should it not, it throws.
 */
export function playReview(opened: AlignmentState, gold: GoldRows): Review {
  const { languages } = opened;
  const read = { chinese: new Set<string>(), characters: 0, english: new Set<string>(), words: 0 };
  const tally = { strokes: 0, keys: 0, decisions: 0, rows: 0, givenUp: 0 };
  let state = opened;
  const strike = (key: EditorKey): void => {
    state = press(state, key);
    tally.strokes += key.strokes;
    tally.keys += 1;
    if (key.isOperation) tally.decisions += 1;
  };
  const look = (rows: readonly EditedRow[]): void => {
    for (const row of rows) {
      const [chinese, english] = languages;
      let isNew = false;
      for (const sentence of sideOf(row, chinese)) {
        const name = nameSentence(sentence, chinese);
        if (read.chinese.has(name)) continue;
        read.chinese.add(name);
        read.characters += countCharacters(shownText(sentence));
        isNew = true;
      }
      for (const sentence of sideOf(row, english)) {
        const name = nameSentence(sentence, english);
        if (read.english.has(name)) continue;
        read.english.add(name);
        read.words += countWords(shownText(sentence));
        isNew = true;
      }
      if (isNew) tally.rows += 1;
    }
  };

  // Each turn accepts a row or makes a stretch right: there are no more of either than sentences.
  let turnsLeft = 10 * (opened.edit.text.rows.length + gold.ends.length);
  if (countDoubtful(state.edit.text.rows) > 0 && !isAtDoubtful(state)) strike(NEXT_DOUBTFUL);
  while (countDoubtful(state.edit.text.rows) > 0) {
    turnsLeft -= 1;
    if (turnsLeft < 0) throw new Error('The review does not end.');
    const stretch = findStretch(state, gold);
    look(state.edit.text.rows.slice(stretch.from, stretch.to));
    const plan = stretch.isRight ? [] : planMending(state, stretch);
    if (plan === undefined) tally.givenUp += 1;
    for (const key of plan ?? []) strike(key);
    if (plan !== undefined && plan.length > 0) checkMended(state, gold, stretch);
    if (isAtDoubtful(state)) strike(ACCEPT);
    else if (countDoubtful(state.edit.text.rows) > 0) strike(NEXT_DOUBTFUL);
  }
  return {
    state,
    effort: {
      strokes: tally.strokes,
      decisions: tally.decisions,
      chineseCharacters: read.characters,
      englishWords: read.words,
    },
    keyCount: tally.keys,
    rowsLookedAt: tally.rows,
    givenUp: tally.givenUp,
  };
}

function isAtDoubtful({ edit }: AlignmentState): boolean {
  return isDoubtful(edit.text.rows, edit.place.row);
}

/** The rows around the reader that can only be right together. */
function findStretch({ edit, languages }: AlignmentState, gold: GoldRows): Stretch {
  const { row } = edit.place;
  const found = listStretches(edit.text.rows, languages, gold).find(
    ({ from, to }) => from <= row && row < to,
  );
  if (found === undefined) throw new Error('The right rows are not those of this text.');
  return found;
}

/** What was planned on the stretch alone must have done the same in the whole text. */
function checkMended({ edit, languages }: AlignmentState, gold: GoldRows, { begin }: Stretch): void {
  const wrong = listStretches(edit.text.rows, languages, gold).find(
    (stretch) =>
      !stretch.isRight && stretch.begin.source === begin.source && stretch.begin.target === begin.target,
  );
  if (wrong !== undefined) throw new Error('The keys of the plan have not mended the rows.');
}
