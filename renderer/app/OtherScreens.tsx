import { useReducer } from 'react';
import type { StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { Work } from '../../core/text/work.ts';
import { INITIAL_GLOSSARY, reduceGlossary } from '../features/glossary/glossary-state.ts';
import { GlossaryScreen } from '../features/glossary/GlossaryScreen.tsx';
import { LibraryScreen } from '../features/library/LibraryScreen.tsx';
import { INITIAL_NOTES_SCREEN, reduceNotesScreen } from '../features/notes/notes-screen-state.ts';
import { NotesScreen } from '../features/notes/NotesScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import type { Screen } from './screen.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { useNoteCounts } from './use-note-counts.ts';
import type { LibraryHandle } from './use-library.ts';
import type { SettingsHandle } from './use-settings.ts';

interface Props {
  readonly screen: Exclude<Screen, 'reader' | 'backups'> | undefined;
  readonly work: Work;
  readonly desk: DeskHandle;
  readonly api: StudyBridge;
  readonly start: StartInfo;
  readonly settings: SettingsHandle;
  readonly library: LibraryHandle;
  readonly colorName: ColorNamer;
  readonly onScreen: (screen: Screen) => void;
}

/** The screens beside the reading view. What they hold (filters, open entries) outlives leaving them. */
export function OtherScreens({
  screen,
  work,
  desk,
  api,
  start,
  settings,
  library,
  colorName,
  onScreen,
}: Props) {
  const [glossary, dispatchGlossary] = useReducer(reduceGlossary, INITIAL_GLOSSARY);
  const [notes, dispatchNotes] = useReducer(reduceNotesScreen, INITIAL_NOTES_SCREEN);
  const noteCounts = useNoteCounts(api, screen === 'library');
  switch (screen) {
    case undefined:
      return null;
    case 'library':
      return (
        <LibraryScreen
          works={library.works}
          noteCounts={noteCounts}
          currentWorkId={work.id}
          failure={library.listFailure}
          onRetry={library.refresh}
          onOpen={(id) => {
            onScreen('reader');
            if (id !== work.id) library.openWork(id);
          }}
        />
      );
    case 'notes':
      return (
        <NotesScreen
          placed={desk.placed}
          colorName={colorName}
          state={notes}
          dispatch={dispatchNotes}
          onJump={(id, placement) => {
            desk.goToWords(placement);
            desk.annotating.activate(id);
          }}
          onDelete={desk.notebook.deleteAnnotation}
        />
      );
    case 'glossary':
      return (
        <GlossaryScreen work={work} state={glossary} dispatch={dispatchGlossary} onJump={desk.goToWords} />
      );
    case 'settings':
      return (
        <SettingsScreen
          settings={settings.value}
          systemLocale={start.systemLocale}
          appVersion={start.appVersion}
          onChange={(value) => settings.change(() => value)}
          onBackups={() => onScreen('backups')}
        />
      );
  }
}
