import { useDeferredValue, useMemo } from 'react';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { Work } from '../../core/text/work.ts';
import type { RequestCalls } from '../../ipc/contract.ts';
import type { CommandId } from '../../ipc/commands.ts';
import { AnnotationChooser } from '../features/reader/AnnotationChooser.tsx';
import { ReaderScreen } from '../features/reader/ReaderScreen.tsx';
import { SelectionToolbar } from '../features/reader/SelectionToolbar.tsx';
import { SearchResults } from '../features/search/SearchResults.tsx';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { listDetached } from './detached-targets.ts';
import { useChoosing } from './use-choosing.ts';
import type { MarkAnnouncer } from '../features/reader/use-announcements.ts';
import { useText } from '../i18n/use-text.ts';
import { useKnownTags } from './use-known-tags.ts';
import { useMargins } from './use-margins.tsx';
import { useMarks } from './use-marks.ts';
import { useStable } from '../components/use-stable.ts';

interface Props {
  readonly work: Work;
  readonly desk: DeskHandle;
  readonly requests: Pick<RequestCalls, 'queryNotes'>;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly colorName: ColorNamer;
  readonly onCommand: (command: CommandId) => void;
}

/** The reading view with what the other features bring to it: marks, margin, hits, results. */
export function DeskReader({ work, desk, requests, interfaceLanguage, colorName, onCommand }: Props) {
  const { reader, search, annotating, landedOn } = desk;
  const marks = useMarks(desk.placed);
  const isWriting = annotating.editing !== undefined;
  const knownTags = useKnownTags(requests, desk.session.works, isWriting, interfaceLanguage);
  const margins = useMargins(desk, colorName, knownTags);
  const text = useText();
  const isAnnouncing = desk.workReading.layout.reading.announceHighlights;
  const announcer = useMemo<MarkAnnouncer | undefined>(
    () =>
      isAnnouncing
        ? {
            language: interfaceLanguage,
            describe: ({ color }) => ({
              begins: text('notes-reading.announce.begins', { color: colorName(color) }),
              ends: text('notes-reading.announce.ends'),
            }),
          }
        : undefined,
    [isAnnouncing, interfaceLanguage, colorName, text],
  );
  const choosing = useChoosing(desk, colorName);
  const detachedCount = useMemo(() => listDetached(desk.placed).length, [desk.placed]);
  const changeColumnShare = useStable((columnShare: number) => desk.workReading.change({ columnShare }));
  const landed = useMemo(
    () => (landedOn?.span === undefined ? undefined : { ...landedOn, span: landedOn.span }),
    [landedOn],
  );
  // The text is laid out anew beside the wider pane: not in the frame of the key that opens or closes it.
  const isSearchShown = useDeferredValue(search.isOpen);
  return (
    <>
      <ReaderScreen
        work={work}
        links={desk.links}
        reader={reader}
        layout={desk.workReading.layout}
        progress={desk.notebook.progress}
        interfaceLanguage={interfaceLanguage}
        marks={marks}
        announcer={announcer}
        activeAnnotation={annotating.activeId}
        hits={search.marks}
        currentHit={search.currentHit ?? landed}
        onGoToHits={search.goToUnit}
        margins={margins}
        detachedCount={detachedCount}
        onShowDetached={() => onCommand('show-detached')}
        sidePane={isSearchShown ? <SearchResults search={search} /> : undefined}
        onPressText={(place, annotations, isByKey) => {
          search.leave();
          desk.forgetLanding();
          choosing.press(place, annotations, isByKey);
        }}
        onColumnShare={changeColumnShare}
      />
      {choosing.choosing === undefined ? null : (
        <AnnotationChooser
          rootRef={reader.rootRef}
          {...choosing.choosing}
          onOpenChange={choosing.setOpen}
          onChoose={choosing.choose}
          onLeave={choosing.close}
        />
      )}
      {desk.selection === undefined ? null : (
        <SelectionToolbar
          selection={desk.selection}
          colorName={colorName}
          hasCounterpart={annotating.hasCounterpart}
          isAttaching={annotating.isAttaching}
          onHighlight={annotating.highlight}
          onAct={(action) => onCommand(COMMAND_OF[action])}
        />
      )}
    </>
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
