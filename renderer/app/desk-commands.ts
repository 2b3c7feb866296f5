import type { UnitProgress } from '../../core/annotation/notebook.ts';
import type { CommandHandlers } from '../commands/use-command-keys.ts';
import type { NotebookHandle } from '../features/notes/use-notebook.ts';
import { otherLanguage } from '../features/reader/reader-layout.ts';
import type { ReaderHandle } from '../features/reader/use-reader.ts';
import type { Screen } from './screen.ts';
import type { Annotating } from './use-annotating.ts';
import type { WorkReadingHandle } from './use-work-reading.ts';

/** What the commands of an opened work act on. */
export interface DeskParts {
  readonly reader: ReaderHandle;
  readonly workReading: WorkReadingHandle;
  readonly notebook: NotebookHandle;
  readonly annotating: Annotating;
  readonly hasSelection: boolean;
  readonly onScreen: (screen: Screen) => void;
  readonly onFocusSearch: () => void;
  readonly onSearchSelection: () => void;
  readonly onCopySelection: () => void;
  readonly onGoToUnit: () => void;
}

/** The commands that can be given while a work is on the desk; those about the text only while the text is shown. */
export function createDeskCommands(screen: Screen, parts: DeskParts): CommandHandlers {
  const { notebook, onScreen } = parts;
  const places: CommandHandlers = {
    'go-to-library': () => onScreen('library'),
    'go-to-reader': () => onScreen('reader'),
    'go-to-notes': () => onScreen('notes'),
    'go-to-glossary': () => onScreen('glossary'),
    'go-to-settings': () => onScreen('settings'),
    'go-to-search': parts.onFocusSearch,
    ...(notebook.undoLabel === undefined ? {} : { undo: notebook.undo }),
    ...(notebook.redoLabel === undefined ? {} : { redo: notebook.redo }),
  };
  return screen === 'reader' ? { ...places, ...createReadingCommands(parts) } : places;
}

function createReadingCommands(parts: DeskParts): CommandHandlers {
  const { reader, workReading, annotating } = parts;
  const { layout } = workReading;
  const { unit, language } = reader.state;
  const single = (index: 0 | 1) => () => workReading.change({ view: 'single', language: layout.languages[index] });
  const mark = (progress: UnitProgress) => () => {
    const isSame = parts.notebook.progress[unit] === progress;
    parts.notebook.setProgress(unit, isSame ? 'unread' : progress);
  };
  return {
    'view-side-by-side': () => workReading.change({ view: 'side-by-side' }),
    'view-line-by-line': () => workReading.change({ view: 'line-by-line' }),
    'view-single-first': single(0),
    'view-single-second': single(1),
    'next-unit': () => reader.step(1),
    'previous-unit': () => reader.step(-1),
    'go-back': reader.goBack,
    'go-forward': reader.goForward,
    'go-to-unit': parts.onGoToUnit,
    'switch-language': () => {
      const other = otherLanguage(layout, language);
      reader.chooseLanguage(other);
      reader.focusSegment(unit, other);
    },
    highlight: () => annotating.highlight(),
    'add-note': () => annotating.write('note'),
    'add-question': () => annotating.write('question'),
    'add-tag': annotating.tag,
    'add-bookmark': annotating.bookmark,
    'add-counterpart': () => annotating.addCounterpart(),
    'mark-read': mark('read'),
    'mark-in-work': mark('in-work'),
    'mark-understood': mark('understood'),
    ...(parts.hasSelection
      ? { 'copy-selection': parts.onCopySelection, 'search-selection': parts.onSearchSelection }
      : {}),
  };
}
