import { useReducer } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { Work } from '../../core/text/work.ts';
import { ConcordanceScreen } from '../features/concordance/ConcordanceScreen.tsx';
import type { ConcordanceHandle } from '../features/concordance/use-concordance.ts';
import { INITIAL_GLOSSARY, reduceGlossary } from '../features/glossary/glossary-state.ts';
import { GlossaryScreen } from '../features/glossary/GlossaryScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { nameLanguage } from './language-name.ts';
import { LibraryPlace } from './LibraryPlace.tsx';
import type { WorksPlace } from './use-works-place.ts';
import { NotesDesk } from './NotesDesk.tsx';
import type { OtherScreen, Screen } from './screen.ts';
import type { SearchPlace } from './use-search-place.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import type { ImportingHandle } from './use-importing.ts';
import type { LibraryHandle } from './use-library.ts';
import type { NotesPlace } from './use-notes-place.ts';
import type { SettingsHandle } from './use-settings.ts';

interface Props {
  readonly screen: OtherScreen | undefined;
  readonly work: Work;
  readonly desk: DeskHandle;
  readonly api: StudyBridge;
  readonly start: StartInfo;
  readonly settings: SettingsHandle;
  readonly library: LibraryHandle;
  readonly worksPlace: WorksPlace;
  readonly importing: ImportingHandle;
  readonly libraryNotes: NotesPlace;
  readonly concordance: ConcordanceHandle;
  readonly searchPlace: SearchPlace;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly colorName: ColorNamer;
  readonly onScreen: (screen: Screen) => void;
  readonly onRenameTag: (tag: string | undefined) => void;
}

/** The screens beside the reading view. What they hold (filters, open entries) outlives leaving them. */
export function OtherScreens(props: Props) {
  const { screen, work, desk, api, start, settings, library, colorName, onScreen } = props;
  const { libraryNotes, interfaceLanguage } = props;
  const [glossary, dispatchGlossary] = useReducer(reduceGlossary, INITIAL_GLOSSARY);
  switch (screen) {
    case undefined:
      return null;
    case 'library':
      return (
        <LibraryPlace
          api={api}
          settings={settings}
          interfaceLanguage={interfaceLanguage}
          library={library}
          worksPlace={props.worksPlace}
          currentWorkId={work.id}
          onImport={props.importing.show}
          onImportInto={props.importing.begin}
          onRead={() => onScreen('reader')}
        />
      );
    case 'notes':
      return (
        <NotesDesk
          place={libraryNotes}
          workId={work.id}
          desk={desk}
          requests={api.requests}
          interfaceLanguage={interfaceLanguage}
          colorName={colorName}
          onRenameTag={props.onRenameTag}
        />
      );
    case 'glossary':
      return (
        <GlossaryScreen work={work} state={glossary} dispatch={dispatchGlossary} onJump={desk.goToWords} />
      );
    case 'concordance':
      return (
        <ConcordanceScreen
          concordance={props.concordance}
          exportTable={api.requests.exportTable}
          languageName={nameLanguage}
          scope={library.works.length > 1 ? props.searchPlace.concordanceScope : undefined}
          onScope={props.searchPlace.chooseConcordanceScope}
          onGo={({ workId, unit, language, span }) => {
            const target = { workId, unit, language, span: span.end > span.start ? span : undefined };
            if (workId === work.id) desk.goToWords(target);
            else props.searchPlace.openWorkAt({ ...target, annotationId: undefined }, '');
          }}
        />
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
