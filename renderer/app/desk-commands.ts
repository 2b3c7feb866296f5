import type { UnitProgress } from '../../core/annotation/notebook.ts';
import { spanText } from '../../core/text/text-span.ts';
import { segmentText, type Work } from '../../core/text/work.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { CommandHandlers } from '../commands/use-command-keys.ts';
import { quoteWordsIn } from '../features/concordance/quote-words.ts';
import { otherLanguage } from '../features/reader/reader-layout.ts';
import type { WordsInSegment } from './annotation-targets.ts';
import { createHistoryCommands } from './history-commands.ts';
import type { Screen } from './screen.ts';
import type { DeskHandle } from './use-desk.ts';

/** What the commands of an opened work need besides the desk. */
export interface DeskSurroundings {
  readonly work: Work;
  readonly onScreen: (screen: Screen) => void;
  readonly onSearch: () => void;
  readonly onGoToUnit: () => void;
  readonly onShowDetached: () => void;
  readonly onCopy: (words: string) => void;
  /** Shows the concordance of words of a language. */
  readonly onConcordance: (text: string, language: LanguageTag) => void;
}

/** The commands that can be given while a work is on the desk; those about the text only while the text is shown. */
export function createDeskCommands(
  screen: Screen,
  desk: DeskHandle,
  around: DeskSurroundings,
): CommandHandlers {
  const { onScreen } = around;
  const places: CommandHandlers = {
    'go-to-library': () => onScreen('library'),
    'go-to-reader': () => onScreen('reader'),
    'go-to-notes': () => onScreen('notes'),
    'go-to-glossary': () => onScreen('glossary'),
    'go-to-concordance': () => onScreen('concordance'),
    'go-to-settings': () => onScreen('settings'),
    'go-to-backups': () => onScreen('backups'),
    'align-text': () => onScreen('alignment'),
    'go-to-search': around.onSearch,
    ...createHitCommands(desk),
    ...createHistoryCommands(desk.session),
  };
  if (screen !== 'reader') return places;
  return {
    ...places,
    ...createMovingCommands(desk, around),
    ...createMarkingCommands(desk, around),
    ...createSelectionCommands(desk, around),
  };
}

/** While nothing is searched for there is no next hit: the box is where one would come from. */
function createHitCommands({ search }: DeskHandle): CommandHandlers {
  const step = (by: 1 | -1) => () => (search.isOpen ? search.step(by) : search.focus());
  return {
    'next-hit': step(1),
    'previous-hit': step(-1),
    ...(search.isOpen ? { 'save-search': search.save } : {}),
    ...(search.isOpen && search.copyLink !== undefined ? { 'copy-search-link': search.copyLink } : {}),
  };
}

function createMovingCommands(
  { reader, workReading }: DeskHandle,
  around: DeskSurroundings,
): CommandHandlers {
  const { layout } = workReading;
  const { unit, language } = reader.state;
  const single = (index: 0 | 1) => () =>
    workReading.change({ view: 'single', language: layout.languages[index] });
  return {
    'view-side-by-side': () => workReading.change({ view: 'side-by-side' }),
    'view-line-by-line': () => workReading.change({ view: 'line-by-line' }),
    'view-single-first': single(0),
    'view-single-second': single(1),
    'next-unit': () => reader.step(1),
    'previous-unit': () => reader.step(-1),
    'go-back': reader.goBack,
    'go-forward': reader.goForward,
    'go-to-unit': around.onGoToUnit,
    'switch-language': () => {
      const other = otherLanguage(layout, language);
      reader.chooseLanguage(other);
      reader.focusSegment(unit, other);
    },
  };
}

function createMarkingCommands(
  { reader, notebook, annotating }: DeskHandle,
  { work, onShowDetached }: DeskSurroundings,
): CommandHandlers {
  const { unit } = reader.state;
  const mark = (progress: UnitProgress) => () => {
    const isSame = notebook.progress[unit] === progress;
    notebook.setProgress(unit, isSame ? 'unread' : progress);
  };
  return {
    highlight: () => annotating.highlight(),
    'add-note': () => annotating.write('note'),
    'add-unit-note': () => annotating.writeFreely({ type: 'unit', unit }),
    'add-work-note': () => {
      const [first] = work.units;
      // It is written at the head of the text.
      if (first !== undefined) reader.show(first.id);
      annotating.writeFreely({ type: 'work' });
    },
    'add-question': () => annotating.write('question'),
    'add-tag': annotating.tag,
    'add-bookmark': annotating.bookmark,
    'add-counterpart': () => annotating.addCounterpart(),
    'show-detached': onShowDetached,
    'mark-read': mark('read'),
    'mark-in-work': mark('in-work'),
    'mark-understood': mark('understood'),
  };
}

/** Without a selection there is nothing to copy or to look for, and Ctrl+C stays the browser's. */
function createSelectionCommands(
  desk: DeskHandle,
  { work, onCopy, onConcordance }: DeskSurroundings,
): CommandHandlers {
  const spans = desk.selection?.spans ?? [];
  const [first] = spans;
  if (first === undefined) return {};
  const wordsOf = ({ unit: id, language, span }: WordsInSegment): string => {
    const unit = work.units.find((candidate) => candidate.id === id);
    return unit === undefined ? '' : spanText(segmentText(unit, language), span);
  };
  const words = spans.map(wordsOf).join('\n');
  return {
    'copy-selection': () => onCopy(words),
    // Words of several clauses stand nowhere in one piece: those of the first clause are looked for.
    'search-selection': () => desk.search.searchWords(wordsOf(first)),
    'concordance-selection': () =>
      onConcordance(quoteWordsIn(wordsOf(first), first.language), first.language),
  };
}
