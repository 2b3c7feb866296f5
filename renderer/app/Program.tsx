import { useCallback, useState } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { BackupNotice } from './BackupNotice.tsx';
import { SearchLinkContext } from '../features/notes/search-link-context.ts';
import { useConcordance } from '../features/concordance/use-concordance.ts';
import { useSession } from '../features/notes/use-session.ts';
import { useRevisions } from '../features/revisions/use-revisions.ts';
import { DropOverlay } from '../components/DropOverlay.tsx';
import { useText } from '../i18n/use-text.ts';
import { ImportToast } from './ImportToast.tsx';
import { Closed } from './Closed.tsx';
import { Desk } from './Desk.tsx';
import { Revisions } from './Revisions.tsx';
import type { Screen } from './screen.ts';
import { SearchLinkToast } from './SearchLinkToast.tsx';
import { StartNotices } from './StartNotices.tsx';
import { beginSession } from './begin-session.ts';
import type { CommittedRows } from './use-alignment-place.ts';
import { useConcordanceTexts } from './use-concordance-texts.ts';
import type { FirstOpening } from './first-opening.ts';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useFollowedText } from './use-followed-text.ts';
import { useImporting } from './use-importing.ts';
import { useHistoryNames } from './use-history-names.ts';
import { useLibrary } from './use-library.ts';
import { useListedRevision } from './use-listed-revision.ts';
import { useNotesPlace } from './use-notes-place.ts';
import { useSearchPlace } from './use-search-place.ts';
import { useSearchLinks } from './use-search-links.ts';
import { noteOpening } from './note-opening.ts';
import type { SettingsHandle } from './use-settings.ts';
import { isWorkArchive } from '../features/work-files/encode-file.ts';
import { useWorksPlace } from './use-works-place.ts';
import { WorksDialogs } from './WorksDialogs.tsx';

interface Props {
  readonly start: StartInfo;
  readonly api: StudyBridge;
  readonly opening: Promise<FirstOpening>;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
}

/** The program once it knows its settings: with a work on the desk, or without. */
export function Program({ start, api, opening, settings, interfaceLanguage }: Props) {
  const text = useText();
  const [notes] = useState(() => beginSession(api));
  const session = useSession(notes);
  const changeSettings = settings.change;
  const rememberOpened = useCallback(
    (id: string) => changeSettings((value) => noteOpening(value, id, new Date())),
    [changeSettings],
  );
  const library = useLibrary(api, notes, opening, rememberOpened);
  const { open, keepText } = useFollowedText(library.open, session, api.requests.loadRevision);
  const opened = open.type === 'opened' ? open.opened : undefined;
  useListedRevision(opened, library.refresh);
  const revisions = useRevisions({
    requests: api.requests,
    workId: opened?.work.id,
    perform: notes.perform,
    onText: keepText,
  });
  const libraryNotes = useNotesPlace(api, library);
  const searchPlace = useSearchPlace(api, library, session, settings.value.colorNames);
  const searchLinks = useSearchLinks(library);
  const [screen, setScreen] = useState<Screen>('reader');
  const importing = useImporting({ requests: api.requests, library, open, revisions, onScreen: setScreen });
  const names = useHistoryNames(session, api.requests.describeHistory, screen === 'alignment');
  const [committedRows] = useState<CommittedRows>(() => new Map());
  const concordanceTexts = useConcordanceTexts({
    requests: api.requests,
    opened,
    works: library.works,
    isOfLibrary: searchPlace.concordanceScope === 'library',
    textsKey: searchPlace.textsKey,
  });
  const concordance = useConcordance(concordanceTexts, screen === 'concordance');
  const worksPlace = useWorksPlace({
    listen: api.listen,
    requests: api.requests,
    library,
    session,
    revisions,
    opened,
    language: interfaceLanguage,
  });
  const drop = useDroppedFiles((files) => {
    // A dialog must be answered first.
    if (worksPlace.isAsking || revisions.dialog !== undefined) return;
    const archive = files.find(isWorkArchive);
    if (archive === undefined) importing.takeFiles(files);
    else worksPlace.workFiles.openDropped(archive);
  });
  const shared = {
    start,
    api,
    settings,
    interfaceLanguage,
    library,
    importing,
    worksPlace,
    libraryNotes,
    searchPlace,
    searchLinks,
    concordance,
    session,
    names,
    screen,
    onScreen: setScreen,
  };
  return (
    <SearchLinkContext value={open.type === 'opened' ? searchLinks.open : undefined}>
      {open.type === 'opened' ? (
        <Desk
          key={`${open.opened.work.id} ${open.opened.revision}`}
          {...shared}
          opened={open.opened}
          revisions={revisions}
          committedRows={committedRows}
        />
      ) : (
        <Closed {...shared} open={open} />
      )}
      <StartNotices notices={start.notices} notebookNotices={opened?.notices ?? []} />
      <Revisions revisions={revisions} opened={opened} session={session} language={interfaceLanguage} />
      <WorksDialogs
        worksPlace={worksPlace}
        library={library}
        session={session}
        opened={opened}
        language={interfaceLanguage}
        previewNotes={api.requests.previewNotes}
        onRead={() => setScreen('reader')}
      />
      <SearchLinkToast notice={searchLinks.notice} notify={searchLinks.notify} />
      <ImportToast importing={importing} />
      {drop.isOver ? <DropOverlay words={text('import.drop')} /> : null}
      <BackupNotice listen={api.listen} onShow={() => setScreen('backups')} />
    </SearchLinkContext>
  );
}
