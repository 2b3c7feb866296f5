import { useEffect, useState } from 'react';
import type { InterfaceLanguage, ReadingView } from '../../core/settings/settings.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import type { ConcordanceHandle } from '../features/concordance/use-concordance.ts';
import type { CommandNames } from '../commands/CommandPalette.tsx';
import { UndoToast } from '../features/notes/UndoToast.tsx';
import type { SessionHandle } from '../features/notes/use-session.ts';
import type { RevisionsHandle } from '../features/revisions/use-revisions.ts';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { useStable } from '../components/use-stable.ts';
import { createAppearanceCommands } from './appearance-commands.ts';
import { AlignmentDesk } from './AlignmentDesk.tsx';
import { BackupsPlace } from './BackupsPlace.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { createDeskCommands } from './desk-commands.ts';
import { DeskReader } from './DeskReader.tsx';
import { DetachedDialog } from './DetachedDialog.tsx';
import { DeskStatus } from './DeskStatus.tsx';
import { Frame } from './Frame.tsx';
import { ImportPlace } from './ImportPlace.tsx';
import { GoToUnitDialog } from './GoToUnitDialog.tsx';
import { OtherScreens } from './OtherScreens.tsx';
import { Rail } from './Rail.tsx';
import { findOtherScreen, type Screen } from './screen.ts';
import { RenameTagPlace } from './RenameTagPlace.tsx';
import { SavedSearch } from './SavedSearch.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useAlignmentPlace, type CommittedRows } from './use-alignment-place.ts';
import { useColorNames } from './use-color-names.ts';
import { useCommands } from './use-commands.tsx';
import { useDesk } from './use-desk.ts';
import { useEscape } from './use-escape.ts';
import type { ImportingHandle } from './use-importing.ts';
import type { LibraryHandle, WorkOnDesk } from './use-library.ts';
import { useSearchLinkArrival, type SearchLinks } from './use-search-links.ts';
import type { SettingsHandle } from './use-settings.ts';
import { useArrival, type NotesPlace } from './use-notes-place.ts';
import { useSearchArrival, type SearchPlace } from './use-search-place.ts';
import type { WorksPlace } from './use-works-place.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

interface Props {
  readonly start: StartInfo;
  readonly api: StudyBridge;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly library: LibraryHandle;
  readonly importing: ImportingHandle;
  readonly worksPlace: WorksPlace;
  readonly libraryNotes: NotesPlace;
  readonly searchPlace: SearchPlace;
  readonly searchLinks: SearchLinks;
  readonly concordance: ConcordanceHandle;
  readonly session: SessionHandle;
  /** What undo and redo would do now. */
  readonly names: CommandNames;
  readonly screen: Screen;
  readonly onScreen: (screen: Screen) => void;
  readonly opened: WorkOnDesk;
  readonly revisions: RevisionsHandle;
  readonly committedRows: CommittedRows;
}

/** The desk with a work on it: where reading, notes and search meet. */
export function Desk(props: Props) {
  const { start, api, settings, interfaceLanguage, library, session, names, screen, onScreen, opened } =
    props;
  const { searchPlace, searchLinks, concordance } = props;
  const { noteFiles, workFiles } = props.worksPlace;
  const { work } = opened;
  const isMac = start.platform === 'darwin';
  const desk = useDesk({
    opened,
    session,
    settings,
    searchPlace,
    onScreen,
    onCopySearchLink: (link) =>
      void api.requests.copyText(link).then((copied) => searchLinks.notify(copied.ok ? 'copied' : undefined)),
  });
  const { layout } = desk.workReading;
  const changeView = useStable((view: ReadingView, language: LanguageTag) =>
    desk.workReading.change({ view, language }),
  );
  const colorName = useColorNames(settings.value.colorNames);
  const [isGoing, setGoing] = useState(false);
  const [renaming, setRenaming] = useState<{ readonly tag: string | undefined }>();
  const [isShowingDetached, setShowingDetached] = useState(false);
  const alignment = useAlignmentPlace({
    requests: api.requests,
    opened,
    columns: layout.languages,
    screen,
    onScreen,
    committed: props.committedRows,
    onPropose: props.revisions.propose,
  });
  const isAsking =
    alignment.question !== undefined ||
    isGoing ||
    renaming !== undefined ||
    isShowingDetached ||
    desk.search.memory.editing !== undefined ||
    props.worksPlace.isAsking ||
    props.revisions.dialog !== undefined;
  const handlers = {
    ...createAppearanceCommands(settings, interfaceLanguage),
    ...createDeskCommands(screen, desk, {
      work,
      onScreen: alignment.goTo,
      onSearch: () => {
        onScreen('reader');
        desk.search.focus();
      },
      onGoToUnit: () => setGoing(true),
      onShowDetached: () => setShowingDetached(true),
      onConcordance: (text, language) => {
        concordance.dispatch({ type: 'looked-up', text, language });
        onScreen('concordance');
      },
      onCopy: (words) => void api.requests.copyText(words),
    }),
    'import-text': props.importing.show,
    'add-edition': () => props.importing.begin(work.id, 'edition'),
    'import-again': () => props.importing.begin(work.id, 'again'),
    'rename-tag': () => setRenaming({ tag: undefined }),
    'open-work-file': workFiles.chooseFile,
    'export-work': () =>
      workFiles.startExport({
        id: work.id,
        titles: work.titles,
        languages: work.editions.map(({ language }) => language),
      }),
    'export-notes': noteFiles.startExport,
    'import-notes': noteFiles.startImport,
    'show-revisions': props.revisions.showList,
    ...alignment.commands,
  };
  const commands = useCommands(handlers, {
    isMac,
    isBlocked: isAsking,
    listen: api.listen,
    names: { ...names, ...alignment.names },
  });
  useEscape(desk, screen === 'reader' && !isAsking && commands.dialogs === null);
  useArrival(props.libraryNotes, desk, work.id);
  useSearchArrival(searchPlace, desk, work.id);
  useSearchLinkArrival(searchLinks, desk, work.id, onScreen);
  useAnnounceReady();

  return (
    <Frame
      titleBar={
        <TitleBar
          work={work}
          language={interfaceLanguage}
          views={
            screen !== 'reader' ? null : (
              <>
                {layout.editions.length > 2 ? (
                  <ColumnChoice
                    editions={layout.editions}
                    columns={layout.languages}
                    onChange={(columns) => desk.workReading.change({ columns: [...columns] })}
                  />
                ) : null}
                <ViewSwitch
                  view={layout.view}
                  single={layout.single}
                  languages={layout.editions}
                  onChange={changeView}
                />
              </>
            )
          }
          search={<SearchBox search={desk.search} />}
        />
      }
      rail={<Rail screen={screen} isMac={isMac} onCommand={commands.run} />}
      statusLine={
        <DeskStatus work={work} desk={desk} settings={settings} interfaceLanguage={interfaceLanguage} />
      }
    >
      <div hidden={screen !== 'reader'} style={FILLING}>
        <DeskReader
          work={work}
          desk={desk}
          requests={api.requests}
          interfaceLanguage={interfaceLanguage}
          colorName={colorName}
          onCommand={commands.run}
        />
      </div>
      <OtherScreens
        screen={findOtherScreen(screen)}
        work={work}
        desk={desk}
        api={api}
        start={start}
        settings={settings}
        library={library}
        worksPlace={props.worksPlace}
        importing={props.importing}
        libraryNotes={props.libraryNotes}
        concordance={concordance}
        searchPlace={searchPlace}
        interfaceLanguage={interfaceLanguage}
        colorName={colorName}
        onScreen={onScreen}
        onRenameTag={(tag) => setRenaming({ tag })}
      />
      {screen === 'import' ? <ImportPlace importing={props.importing} /> : null}
      <AlignmentDesk place={alignment} isShown={screen === 'alignment'} isMac={isMac} />
      <BackupsPlace
        isShown={screen === 'backups'}
        works={library.works}
        requests={api.requests}
        session={session}
      />
      <UndoToast
        deleted={session.deleted}
        onUndo={session.session.undo}
        onDismiss={session.session.dismissDeleted}
      />
      {renaming === undefined ? null : (
        <RenameTagPlace
          session={session.session}
          works={library.works}
          tag={renaming.tag}
          onRenamed={(from, to) => props.libraryNotes.store.dispatch({ type: 'tag-renamed', from, to })}
          onClose={() => setRenaming(undefined)}
        />
      )}
      {isGoing ? (
        <GoToUnitDialog
          work={work}
          onClose={() => setGoing(false)}
          onGo={(unit) => {
            setGoing(false);
            desk.reader.jump(unit);
          }}
        />
      ) : null}
      {isShowingDetached ? (
        <DetachedDialog
          work={work}
          desk={desk}
          colorName={colorName}
          onClose={() => setShowingDetached(false)}
        />
      ) : null}
      <SavedSearch desk={desk} />
      {commands.dialogs}
    </Frame>
  );
}

const FILLING = { height: '100%' } as const;

/** Tells whoever waits for it (the window's first showing, tests) that the text is there. */
function useAnnounceReady(): void {
  useEffect(() => {
    document.body.dataset['appReady'] = '';
    performance.mark('duizhao:text-readable');
    return () => {
      delete document.body.dataset['appReady'];
    };
  }, []);
}
