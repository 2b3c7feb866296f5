import {
  Activity,
  useMemo,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { UnitProgress } from '../../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../../core/settings/settings.ts';
import { findLinkAt, findNullLinks, type LinkIndex } from '../../../core/text/link-index.ts';
import { isNullLink, isProposedLink, type Link, type Work } from '../../../core/text/work.ts';
import { useStable } from '../../components/use-stable.ts';
import { readSegmentPoint, type SegmentPoint, type SegmentSpan } from '../../dom/segment-range.ts';
import { ContentsPane } from './ContentsPane.tsx';
import type { MarginContent } from './Margin.tsx';
import { findAnnotationsAt, listSpans, type HitsByUnit, type MarksByUnit } from './highlight-paint.ts';
import { HitOverview } from './HitOverview.tsx';
import { NullLinkLabel } from './NullLinkLabel.tsx';
import { ProposedLinkNote } from './ProposedLinkNote.tsx';
import type { ReaderLayout } from './reader-layout.ts';
import styles from './ReaderScreen.module.css';
import { Spread } from './Spread.tsx';
import { useAnnouncements, type MarkAnnouncer } from './use-announcements.ts';
import { usePaintedHits, usePaintedMarks, usePaintedSpans } from './use-paint.ts';
import { usePeekKey } from './use-peek-key.ts';
import { findPlaceAt, usePointedPlace } from './use-pointed-place.ts';
import type { ReaderHandle } from './use-reader.ts';

interface Props {
  readonly work: Work;
  readonly links: LinkIndex;
  readonly reader: ReaderHandle;
  readonly layout: ReaderLayout;
  readonly progress: Readonly<Record<string, UnitProgress>>;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly marks: MarksByUnit;
  /** Given: screen readers hear where marks begin and end. */
  readonly announcer: MarkAnnouncer | undefined;
  readonly activeAnnotation: string | undefined;
  /** What a search found, and what answers it. */
  readonly hits: HitsByUnit;
  readonly currentHit: SegmentSpan | undefined;
  /** A clause with hits was chosen in the strip beside the scroll bar. */
  readonly onGoToHits: (unit: string) => void;
  /** What the margin carries, by unit. */
  readonly margins: ReadonlyMap<string, MarginContent>;
  /** How many notes are not on their words. */
  readonly detachedCount: number;
  readonly onShowDetached: () => void;
  /** Takes the place of the contents while it is given. */
  readonly sidePane: ReactNode;
  /** The text was pressed, or Enter on its caret: at a place with these annotations, or beside the words. */
  readonly onPressText: (
    place: SegmentPoint | undefined,
    annotations: readonly string[],
    isByKey: boolean,
  ) => void;
  readonly onColumnShare: (share: number) => void;
}

/** The reading view: contents, text, margin. */
export function ReaderScreen(props: Props) {
  const { work, links, reader, layout, marks, activeAnnotation, hits, currentHit } = props;
  const { rootRef, state } = reader;
  const pointed = usePointedPlace(rootRef);
  usePeekKey(reader, layout.view === 'single');

  const litLink = useMemo(() => {
    if (pointed === undefined || !layout.reading.showLinks) return undefined;
    return findLinkAt(links, pointed.unit, pointed.language, pointed.offset);
  }, [links, pointed, layout.reading.showLinks]);
  const nullLinks = useMemo(
    () => (layout.reading.showLinks ? work.units.flatMap((unit) => findNullLinks(links, unit.id)) : []),
    [work, links, layout.reading.showLinks],
  );
  const remarks = useMemo(
    () => work.remarks.filter((remark) => remark.unit === state.remarksOf),
    [work, state.remarksOf],
  );

  const drawn = `${layout.view} ${layout.single} ${state.peeked ?? ''}`;
  const activeMarks = useMemo(() => listMarksOf(marks, activeAnnotation), [marks, activeAnnotation]);
  useAnnouncements(marks, props.announcer, drawn);
  usePaintedMarks(reader.rows, marks, drawn);
  usePaintedSpans('active-mark', activeMarks, drawn);
  usePaintedHits(reader.rows, hits, drawn);
  // Its ground covers what else is painted there: washes over washes would be too dark to read on.
  usePaintedSpans('current-hit', useOptional(currentHit), drawn, 1);
  usePaintedSpans(
    'null-link',
    useMemo(() => listSpans(nullLinks), [nullLinks]),
    drawn,
  );
  const proposal = litLink !== undefined && isProposedLink(litLink) ? litLink : undefined;
  usePaintedSpans('lit-link', useSpansOf(proposal === undefined ? litLink : undefined), drawn);
  usePaintedSpans('lit-proposed-link', useSpansOf(proposal), drawn);
  usePaintedSpans(
    'open-remark',
    useMemo(() => listSpans(remarks), [remarks]),
    drawn,
  );

  const jump = useStable(reader.jump);
  const showDetached = useStable(props.onShowDetached);

  const handleClick = (event: MouseEvent) => {
    const place = findPlaceAt(event.clientX, event.clientY);
    const touched = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const language = place?.language ?? state.language;
    const unit = place?.unit ?? touched?.dataset['row'];
    if (unit === undefined || document.getSelection()?.isCollapsed === false) return;
    reader.touch(unit, language);
    if (!(event.target instanceof Element) || event.target.closest('[data-language]') === null) return;
    props.onPressText(place, place === undefined ? [] : findAnnotationsAt(marks, place), false);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isSegment(event.target)) return;
    const found = findAnnotationsAtCaret(marks);
    if (found === undefined) return;
    event.preventDefault();
    props.onPressText(found.place, found.annotations, true);
  };

  const handleFocus = (event: FocusEvent) => {
    const { unit, language } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (unit !== undefined && language !== undefined) reader.touch(unit, language);
  };

  return (
    <div className={styles.screen} data-side={props.sidePane === undefined ? 'contents' : 'pane'}>
      {props.sidePane === undefined && !layout.reading.showContents ? null : (
        <div className={styles.side}>
          {layout.reading.showContents ? (
            // Out of sight it stays as it is: made anew with every search that is given up, it would make that key late.
            <Activity mode={props.sidePane === undefined ? 'visible' : 'hidden'}>
              <ContentsPane
                work={work}
                unit={state.unit}
                progress={props.progress}
                language={props.interfaceLanguage}
                onJump={jump}
                detachedCount={props.detachedCount}
                onShowDetached={showDetached}
              />
            </Activity>
          ) : null}
          {props.sidePane}
        </div>
      )}
      <div className={styles.text} onClick={handleClick} onFocus={handleFocus} onKeyDown={handleKeyDown}>
        <Spread
          rootRef={rootRef}
          rows={reader.rows}
          work={work}
          layout={layout}
          unit={state.unit}
          remarksOf={state.remarksOf}
          peeked={state.peeked}
          progress={props.progress}
          interfaceLanguage={props.interfaceLanguage}
          margins={props.margins}
          label={work.titles[props.interfaceLanguage] ?? work.titles['en'] ?? work.id}
          onToggleRemarks={reader.toggleRemarks}
          onTogglePeek={reader.togglePeek}
          onColumnShare={props.onColumnShare}
        />
        <ProposedLinkNote link={proposal} work={work} />
        <HitOverview rootRef={rootRef} hits={hits} current={currentHit} onGo={props.onGoToHits} />
      </div>
      {litLink !== undefined && isNullLink(litLink) ? <NullLinkLabel link={litLink} /> : null}
    </div>
  );
}

function useSpansOf(link: Link | undefined): readonly SegmentSpan[] {
  return useMemo(() => listSpans(link === undefined ? [] : [link]), [link]);
}

/** A list of one or none that stays the same while its item does. */
function useOptional(span: SegmentSpan | undefined): readonly SegmentSpan[] {
  return useMemo(() => (span === undefined ? [] : [span]), [span]);
}

function listMarksOf(marks: MarksByUnit, annotation: string | undefined): readonly SegmentSpan[] {
  if (annotation === undefined) return [];
  return [...marks.values()].flatMap((list) => list.filter((mark) => mark.annotationId === annotation));
}

function isSegment(target: EventTarget): boolean {
  return target instanceof Element && target.matches('[data-unit][data-language]');
}

/** The annotations under the caret, or else those that end at it; undefined where there are none. */
function findAnnotationsAtCaret(
  marks: MarksByUnit,
): { readonly place: SegmentPoint; readonly annotations: readonly string[] } | undefined {
  const selection = document.getSelection();
  if (selection?.isCollapsed !== true || selection.anchorNode === null) return undefined;
  const caret = readSegmentPoint(selection.anchorNode, selection.anchorOffset);
  if (caret === undefined) return undefined;
  return [caret, { ...caret, offset: caret.offset - 1 }]
    .map((place) => ({ place, annotations: findAnnotationsAt(marks, place) }))
    .find(({ annotations }) => annotations.length > 0);
}
