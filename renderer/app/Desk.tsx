import { useEffect, useMemo, useRef, useState } from 'react';
import { countAnnotations } from '../../core/annotation/count-annotations.ts';
import { placeAnnotations, type PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { indexLinks } from '../../core/text/link-index.ts';
import { findOutlinePlace } from '../../core/text/outline-place.ts';
import type { OpenedWork, StartInfo } from '../../ipc/contract.ts';
import type { StudyBridge } from '../../ipc/study-bridge.ts';
import { useNotebook } from '../features/notes/use-notebook.ts';
import { otherLanguage } from '../features/reader/reader-layout.ts';
import { ReaderScreen } from '../features/reader/ReaderScreen.tsx';
import { SelectionToolbar } from '../features/reader/SelectionToolbar.tsx';
import { useReader } from '../features/reader/use-reader.ts';
import { useTextSelection } from '../features/reader/use-text-selection.ts';
import { useText } from '../i18n/use-text.ts';
import { createAppearanceCommands } from './appearance-commands.ts';
import { createDeskCommands } from './desk-commands.ts';
import { Frame } from './Frame.tsx';
import { GoToUnitDialog } from './GoToUnitDialog.tsx';
import { Rail } from './Rail.tsx';
import type { Screen } from './screen.ts';
import { StatusLine } from './StatusLine.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useAnnotating } from './use-annotating.ts';
import { useCommands } from './use-commands.tsx';
import type { LibraryHandle } from './use-library.ts';
import { useMarks } from './use-marks.ts';
import type { SettingsHandle } from './use-settings.ts';
import { useWorkReading } from './use-work-reading.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

interface Props {
  readonly start: StartInfo;
  readonly api: StudyBridge;
  readonly settings: SettingsHandle;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly library: LibraryHandle;
  readonly screen: Screen;
  readonly onScreen: (screen: Screen) => void;
  readonly opened: OpenedWork;
}

/** The desk with a work on it: where reading, notes and search meet. */
export function Desk(props: Props) {
  const { start, api, settings, interfaceLanguage, screen, onScreen, opened } = props;
  const { work } = opened;
  const text = useText();
  const isMac = start.platform === 'darwin';
  const links = useMemo(() => indexLinks(work), [work]);
  const workReading = useWorkReading(work, settings);
  const { layout, remembered } = workReading;
  const changeReading = workReading.change;
  const reader = useReader(
    work,
    { unit: remembered.unit ?? undefined, language: layout.single },
    (unit) => changeReading({ unit }),
  );
  const { selection, clear } = useTextSelection(reader.rootRef);
  const notebook = useNotebook({
    workId: work.id,
    notebook: opened.notebook,
    saveChange: (change) => api.requests.changeNotebook({ workId: work.id, change }),
  });
  const previous = useRef<PlacedAnnotations>(undefined);
  const placed = useMemo(() => placeAnnotations(work, notebook.annotations), [work, notebook.annotations]);
  const marks = useMarks(placed);
  const selected = selection?.spans ?? [];
  const annotating = useAnnotating({
    work,
    links,
    notebook,
    placed,
    selected,
    clearSelection: clear,
    place: reader.state,
    other: (language) => otherLanguage(layout, language),
  });
  const [isGoing, setGoing] = useState(false);
  const commands = useCommands(
    {
      ...createAppearanceCommands(settings, interfaceLanguage),
      ...createDeskCommands(screen, {
        reader,
        workReading,
        notebook,
        annotating,
        hasSelection: selection !== undefined,
        onScreen,
        onFocusSearch: () => {},
        onSearchSelection: () => {},
        onCopySelection: () => {},
        onGoToUnit: () => setGoing(true),
      }),
    },
    { isMac, isBlocked: isGoing, listen: api.listen },
  );
  useEffect(() => {
    document.body.dataset['appReady'] = '';
  }, []);
  const counts = countAnnotations(notebook.annotations);
  const place = findOutlinePlace(work, reader.state.unit);
  void previous; void counts;
  return (
    <Frame
      titleBar={
        <TitleBar
          work={work}
          language={interfaceLanguage}
          views={
            <ViewSwitch
              view={layout.view}
              single={layout.single}
              languages={layout.languages}
              onChange={(view, language) => changeReading({ view, language })}
            />
          }
          search={null}
        />
      }
      rail={<Rail screen={screen} isMac={isMac} onCommand={commands.run} />}
      statusLine={
        <StatusLine
          place={
            place === undefined
              ? ''
              : text('shell.status.place', {
                  part: place.entry.titles[interfaceLanguage] ?? '',
                  position: place.position,
                  count: place.count,
                })
          }
          summary=""
          prompt={annotating.waitingId === undefined ? undefined : text('shell.status.pending')}
          saveState={notebook.saveState}
          onRetry={notebook.retry}
        />
      }
    >
      <ReaderScreen
        work={work}
        links={links}
        reader={reader}
        layout={layout}
        progress={notebook.progress}
        interfaceLanguage={interfaceLanguage}
        marks={marks}
        activeAnnotation={annotating.activeId}
        hits={[]}
        currentHit={undefined}
        margins={new Map()}
        sidePane={undefined}
        onPressMark={annotating.activate}
        onColumnShare={(columnShare) => changeReading({ columnShare })}
      />
      {selection === undefined ? null : (
        <SelectionToolbar
          selection={selection}
          colorName={(color) => settings.value.colorNames[color] ?? text(`shell.colors.${color}`)}
          hasCounterpart={annotating.hasCounterpart}
          onHighlight={annotating.highlight}
          onAct={(action) => commands.run(COMMAND_OF[action])}
        />
      )}
      {isGoing ? (
        <GoToUnitDialog
          work={work}
          onClose={() => setGoing(false)}
          onGo={(unit) => {
            setGoing(false);
            reader.jump(unit);
          }}
        />
      ) : null}
      {commands.dialogs}
    </Frame>
  );
}

const COMMAND_OF = {
  note: 'add-note',
  question: 'add-question',
  tag: 'add-tag',
  counterpart: 'add-counterpart',
  search: 'search-selection',
  copy: 'copy-selection',
} as const;
