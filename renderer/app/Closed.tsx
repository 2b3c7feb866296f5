import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { ActionButton } from '../components/ActionButton.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { UndoToast } from '../features/notes/UndoToast.tsx';
import type { SessionHandle } from '../features/notes/use-session.ts';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import type { CommandNames } from '../commands/CommandPalette.tsx';
import { useText } from '../i18n/use-text.ts';
import { BackupsPlace } from './BackupsPlace.tsx';
import { createAppearanceCommands } from './appearance-commands.ts';
import { createHistoryCommands } from './history-commands.ts';
import { combineSaveStates } from './combine-save-states.ts';
import { Frame } from './Frame.tsx';
import { ImportPlace } from './ImportPlace.tsx';
import { LibraryPlace } from './LibraryPlace.tsx';
import type { WorksPlace } from './use-works-place.ts';
import { Rail } from './Rail.tsx';
import type { Screen } from './screen.ts';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useCommands } from './use-commands.tsx';
import type { ImportingHandle } from './use-importing.ts';
import type { LibraryHandle, OpenState } from './use-library.ts';
import type { SettingsHandle } from './use-settings.ts';

interface Props {
  readonly start: StartInfo;
  readonly api: StudyBridge;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly library: LibraryHandle;
  readonly importing: ImportingHandle;
  readonly worksPlace: WorksPlace;
  readonly session: SessionHandle;
  /** What undo and redo would do now. */
  readonly names: CommandNames;
  readonly screen: Screen;
  readonly onScreen: (screen: Screen) => void;
  readonly open: Exclude<OpenState, { readonly type: 'opened' }>;
}

/** The program without a work on the desk: it is on its way, or it could not be opened and says why. */
export function Closed(props: Props) {
  const { start, settings, interfaceLanguage, library, session, names, screen, open } = props;
  const text = useText();
  const isMac = start.platform === 'darwin';
  const commands = useCommands(
    {
      ...createAppearanceCommands(settings, interfaceLanguage),
      'go-to-library': () => props.onScreen('library'),
      'go-to-reader': () => props.onScreen('reader'),
      'go-to-settings': () => props.onScreen('settings'),
      'go-to-backups': () => props.onScreen('backups'),
      'import-text': props.importing.show,
      'open-work-file': props.worksPlace.workFiles.chooseFile,
      ...createHistoryCommands(session),
    },
    { isMac, isBlocked: props.worksPlace.isAsking, listen: props.api.listen, names },
  );
  const first = library.works[0];
  return (
    <Frame
      titleBar={<TitleBar work={undefined} language={interfaceLanguage} views={null} search={null} />}
      rail={<Rail screen={screen} isMac={isMac} onCommand={commands.run} />}
      statusLine={
        <StatusLine
          place=""
          summary=""
          prompt={undefined}
          saveState={combineSaveStates(session.saveState, settings.saveState)}
          onRetry={() => {
            session.session.retry();
            settings.change((value) => ({ ...value }));
          }}
        />
      }
    >
      {screen === 'settings' ? (
        <SettingsScreen
          settings={settings.value}
          systemLocale={start.systemLocale}
          appVersion={start.appVersion}
          onChange={(value) => settings.change(() => value)}
          onBackups={() => props.onScreen('backups')}
        />
      ) : screen === 'library' ? (
        <LibraryPlace
          api={props.api}
          settings={settings}
          interfaceLanguage={interfaceLanguage}
          library={library}
          worksPlace={props.worksPlace}
          currentWorkId={undefined}
          onImport={props.importing.show}
          onImportInto={props.importing.begin}
          onRead={() => props.onScreen('reader')}
        />
      ) : screen === 'backups' || screen === 'import' ? null : open.type === 'opening' ? (
        <EmptyState title={text('shell.loading')} />
      ) : (
        <EmptyState title={text('shell.failed')}>
          <p>{text(`errors.${open.failure.code}`)}</p>
          <p>{open.failure.detail}</p>
          {first === undefined ? null : (
            <ActionButton onPress={() => library.openWork(first.id)}>{text('shell.retry')}</ActionButton>
          )}
        </EmptyState>
      )}
      {screen === 'import' ? <ImportPlace importing={props.importing} /> : null}
      <BackupsPlace
        isShown={screen === 'backups'}
        works={library.works}
        requests={props.api.requests}
        session={session}
      />
      <UndoToast
        deleted={session.deleted}
        onUndo={session.session.undo}
        onDismiss={session.session.dismissDeleted}
      />
      {commands.dialogs}
    </Frame>
  );
}
