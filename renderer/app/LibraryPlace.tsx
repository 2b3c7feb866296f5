import { useMemo } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { describeWorks } from '../features/library/library-list.ts';
import { LibraryScreen } from '../features/library/LibraryScreen.tsx';
import type { WorkAction } from '../features/library/WorkCard.tsx';
import type { LibraryHandle } from './use-library.ts';
import { useNoteCounts } from './use-note-counts.ts';
import type { SettingsHandle } from './use-settings.ts';
import type { WorksPlace } from './use-works-place.ts';

interface Props {
  readonly api: StudyBridge;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly library: LibraryHandle;
  readonly worksPlace: WorksPlace;
  /** The work that is open in the reader; undefined while none is. */
  readonly currentWorkId: string | undefined;
  /** Begins the import of a text. */
  readonly onImport: () => void;
  /** Begins the import of one more edition of a work, or of another text of it. */
  readonly onImportInto: (workId: string, purpose: 'edition' | 'again') => void;
  /** Goes to the reader. */
  readonly onRead: () => void;
}

/** The screen of the library, with what is remembered of each work and what can be done with it. */
export function LibraryPlace(props: Props) {
  const { settings, interfaceLanguage, library, worksPlace, currentWorkId, onRead } = props;
  const { shelf, workFiles } = worksPlace;
  const counts = useNoteCounts(props.api, library.works);
  const remembered = settings.value.works;
  const works = useMemo(
    () => describeWorks({ works: library.works, counts, remembered, language: interfaceLanguage }),
    [library.works, counts, remembered, interfaceLanguage],
  );
  const act = (action: WorkAction, id: string): void => {
    switch (action) {
      case 'open':
        onRead();
        if (id !== currentWorkId) library.openWork(id);
        break;
      case 'rename':
        shelf.startRenaming(id);
        break;
      case 'details':
        shelf.showDetails(id);
        break;
      case 'propose-links':
        worksPlace.links.begin(id);
        break;
      case 'edition':
      case 'again':
        props.onImportInto(id, action);
        break;
      case 'export': {
        const work = library.works.find((each) => each.id === id);
        if (work !== undefined) workFiles.startExport(work);
        break;
      }
      case 'delete':
        shelf.deleteWork(id);
        break;
    }
  };
  // An empty library would be said to be empty.
  if (!library.isListed && library.listFailure === undefined) return null;
  return (
    <LibraryScreen
      works={works}
      language={interfaceLanguage}
      order={settings.value.libraryOrder}
      onOrder={(libraryOrder) => settings.change((value) => ({ ...value, libraryOrder }))}
      currentWorkId={currentWorkId}
      failure={library.listFailure}
      onAction={act}
      onOpenFile={workFiles.chooseFile}
      onShowBin={shelf.showBin}
      onImport={props.onImport}
      onRetry={library.refresh}
    />
  );
}
