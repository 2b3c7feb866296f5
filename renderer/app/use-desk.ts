import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { placeAnnotations, type PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import { indexLinks, type LinkIndex } from '../../core/text/link-index.ts';
import { isProposedLink } from '../../core/text/work.ts';
import { useNotebook, type NotebookHandle } from '../features/notes/use-notebook.ts';
import type { SessionHandle } from '../features/notes/use-session.ts';
import { holdPlace } from '../features/reader/use-place-keeping.ts';
import { useReader, type ReaderHandle, type WordPlace } from '../features/reader/use-reader.ts';
import { useTextSelection, type TextSelection } from '../features/reader/use-text-selection.ts';
import type { WorkTitles } from '../features/search/library-groups.ts';
import type { SearchTarget } from '../features/search/result-groups.ts';
import type { LibrarySearchHandle } from '../features/search/use-library-search.ts';
import { useSearch, type SearchHandle } from '../features/search/use-search.ts';
import type { Screen } from './screen.ts';
import { useAnnotating, type Annotating } from './use-annotating.ts';
import { useNamedColors } from './use-color-names.ts';
import type { WorkOnDesk } from './use-library.ts';
import { useSearchMemory } from './use-search-memory.ts';
import type { SettingsHandle } from './use-settings.ts';
import { useStable } from '../components/use-stable.ts';
import { useWorkReading, type WorkReadingHandle } from './use-work-reading.ts';

/** Everything on the desk of an opened work, joined: reading, notes, search. */
export interface DeskHandle {
  readonly links: LinkIndex;
  readonly workReading: WorkReadingHandle;
  readonly reader: ReaderHandle;
  readonly selection: TextSelection | undefined;
  readonly clearSelection: () => void;
  /** The notes of all works. */
  readonly session: SessionHandle;
  /** The notes of this work. */
  readonly notebook: NotebookHandle;
  readonly placed: PlacedAnnotations;
  readonly annotating: Annotating;
  readonly search: SearchHandle;
  /** Goes to words from any screen; marks them until the reader goes on. */
  readonly goToWords: (place: WordPlace) => void;
  /** The words gone to last. */
  readonly landedOn: WordPlace | undefined;
  readonly forgetLanding: () => void;
}

interface Options {
  readonly opened: WorkOnDesk;
  readonly session: SessionHandle;
  readonly settings: SettingsHandle;
  readonly searchPlace: {
    readonly library: LibrarySearchHandle;
    readonly titles: WorkTitles;
    /** Opens the work of a result; its desk asks the query again and goes there. */
    readonly openWorkAt: (target: SearchTarget, query: string) => void;
  };
  readonly onScreen: (screen: Screen) => void;
  readonly onCopySearchLink: (link: string) => void;
}

export function useDesk(options: Options): DeskHandle {
  const { opened, session, settings, searchPlace, onScreen, onCopySearchLink } = options;
  const { work } = opened;
  const { showProposedLinks } = settings.value.reading;
  const links = useMemo(
    () =>
      indexLinks(showProposedLinks ? work : { links: work.links.filter((link) => !isProposedLink(link)) }),
    [work, showProposedLinks],
  );
  const workReading = useWorkReading(work, settings);
  const { layout, remembered, change: changeReading } = workReading;
  const keepPlace = useCallback((unit: string) => changeReading({ unit }), [changeReading]);
  const start = { unit: remembered.unit ?? undefined, language: layout.single };
  const reader = useReader(work, start, keepPlace);
  const { selection, clear } = useTextSelection(reader.rootRef);
  // Words that are selected are where the reader is.
  const [first] = selection?.spans ?? [];
  const touch = useStable(reader.touch);
  useEffect(() => {
    if (first !== undefined) touch(first.unit, first.language);
  }, [first, touch]);
  const notebook = useNotebook(session.session, work.id);
  const placed = usePlacedAnnotations(work, notebook);
  const [landedOn, setLanding] = useState<WordPlace>();

  const bringToText = (place: WordPlace) => {
    // The text must be on screen, in the language asked for, before it can be scrolled.
    flushSync(() => {
      onScreen('reader');
      if (layout.view === 'single' && layout.single !== place.language)
        changeReading({ language: place.language });
      if (layout.view !== 'single' && !layout.languages.includes(place.language))
        changeReading({ columns: [...layout.languages, place.language] });
    });
  };
  const goToWords = (place: WordPlace) => {
    bringToText(place);
    setLanding(place);
    reader.goToWords(place);
  };
  // Where the reader was when a search began: its previews scroll, and the place follows.
  const origin = useRef<{ readonly unit: string; readonly restore: () => void }>(undefined);
  const colors = useNamedColors(settings.value.colorNames);
  const search = useSearch({
    work,
    links,
    searchIndex: opened.searchIndex,
    annotations: notebook.annotations,
    colors,
    placed,
    library: searchPlace.library,
    titles: searchPlace.titles,
    place: reader.state.unit,
    memory: useSearchMemory(settings),
    onCopyLink: onCopySearchLink,
    onBegin: () => {
      flushSync(() => onScreen('reader'));
      const root = reader.rootRef.current;
      origin.current = root === null ? undefined : { unit: reader.state.unit, restore: holdPlace(root) };
    },
    onPreview: (place) => {
      bringToText(place);
      reader.reveal(place);
    },
    onStep: ({ annotationId, ...place }) => {
      if (annotationId !== undefined) annotating.activate(annotationId);
      bringToText(place);
      setLanding(place);
      reader.stepToWords(place);
    },
    onGo: ({ annotationId, ...place }) => {
      if (annotationId !== undefined) annotating.activate(annotationId);
      goToWords(place);
    },
    onGoElsewhere: searchPlace.openWorkAt,
    onCancel: () => {
      if (origin.current === undefined) return;
      origin.current.restore();
      reader.touch(origin.current.unit, reader.state.language);
    },
  });
  const annotating = useAnnotating({
    work,
    links,
    notebook,
    placed,
    selected: selection?.spans ?? [],
    clearSelection: clear,
    place: reader.state,
    others: (language) => layout.languages.filter((other) => other !== language),
  });
  return {
    links,
    workReading,
    reader,
    selection,
    clearSelection: clear,
    session,
    notebook,
    placed,
    annotating,
    search,
    goToWords,
    landedOn,
    forgetLanding: () => setLanding(undefined),
  };
}

/** Places the annotations; what did not change since the last time keeps its identity. */
function usePlacedAnnotations(work: WorkOnDesk['work'], notebook: NotebookHandle): PlacedAnnotations {
  const { annotations } = notebook;
  const [state, setState] = useState(() => ({ annotations, placed: placeAnnotations(work, annotations) }));
  if (state.annotations === annotations) return state.placed;
  const placed = placeAnnotations(work, annotations, state.placed);
  setState({ annotations, placed });
  return placed;
}
