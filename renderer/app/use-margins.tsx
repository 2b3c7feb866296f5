import { useCallback, useMemo, useState } from 'react';
import type { TagCount } from '../../core/annotation/collect-tags.ts';
import type { PlacedAnnotation, PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import { MarginNotes, type MarginNotesEvents } from '../features/notes/MarginNotes.tsx';
import { FIRST_CARDS, MORE_CARDS } from '../features/notes/window-cards.ts';
import type { MarginContent } from '../features/reader/Margin.tsx';
import type { Editing } from './use-annotating.ts';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { useStable } from '../components/use-stable.ts';

/**
 * What the margin carries, by unit: the reader's notes on it. Units without any are absent. What is carried beside a unit
 * stays the same object until something changes there, so that the rows of a long text are not all drawn anew.
 */
export function useMargins(
  desk: DeskHandle,
  colorName: ColorNamer,
  knownTags: readonly TagCount[],
): ReadonlyMap<string, MarginContent> {
  const { placed, annotating, notebook, reader } = desk;
  const { activeId, editing } = annotating;
  const { limits, showMore } = useCardLimits();
  const returnToText = useStable((unit: string) => reader.focusSegment(unit, reader.state.language));
  const { activate, edit, addCounterpart } = annotating;
  const { changeAnnotation, deleteAnnotation, endEdit } = notebook;
  const events = useMemo<MarginNotesEvents>(
    () => ({
      onActivate: activate,
      onEdit: edit,
      onChange: changeAnnotation,
      onDelete: deleteAnnotation,
      onEndEdit: endEdit,
      onAddCounterpart: addCounterpart,
      onLeave: returnToText,
      onShowMore: showMore,
    }),
    [activate, edit, changeAnnotation, deleteAnnotation, endEdit, addCounterpart, returnToText, showMore],
  );
  const inputs = useMemo<Inputs>(
    () => ({ placed, activeId, editing, knownTags, limits, colorName, events }),
    [placed, activeId, editing, knownTags, limits, colorName, events],
  );
  const [state, setState] = useState(() => ({ inputs, margins: composeMargins(inputs, NONE) }));
  if (state.inputs === inputs) return state.margins;
  const margins = composeMargins(inputs, state.margins);
  setState({ inputs, margins });
  return margins;
}

interface Inputs {
  readonly placed: PlacedAnnotations;
  readonly activeId: string | undefined;
  readonly editing: Editing | undefined;
  readonly knownTags: readonly TagCount[];
  readonly limits: ReadonlyMap<string, number>;
  readonly colorName: ColorNamer;
  readonly events: MarginNotesEvents;
}

/** A margin with what it was made from. */
interface ComposedMargin extends MarginContent {
  readonly from: readonly unknown[];
}

type Margins = ReadonlyMap<string, ComposedMargin>;

const NONE: Margins = new Map();

function composeMargins(inputs: Inputs, previous: Margins): Margins {
  const { placed, activeId, editing } = inputs;
  const head = placed.work.units[0]?.id;
  const units = new Set([
    ...(placed.onWork.length > 0 && head !== undefined ? [head] : []),
    ...placed.byUnit.keys(),
  ]);
  const active = activeId === undefined ? undefined : placed.byId.get(activeId);
  const written = editing === undefined ? undefined : placed.byId.get(editing.id);
  return new Map(
    [...units].map((unit) => [
      unit,
      composeMargin(inputs, previous.get(unit), {
        unit,
        onWork: unit === head ? placed.onWork : NO_NOTES,
        annotations: placed.byUnit.get(unit) ?? NO_NOTES,
        activeId: standsIn(active, unit, head) ? activeId : undefined,
        editing: standsIn(written, unit, head) ? editing : undefined,
        limit: inputs.limits.get(unit) ?? FIRST_CARDS,
      }),
    ]),
  );
}

interface MarginOfUnit {
  readonly unit: string;
  /** At the head of the text, what is written on the text as such. */
  readonly onWork: readonly PlacedAnnotation[];
  readonly annotations: readonly PlacedAnnotation[];
  /** Undefined where it stands elsewhere. */
  readonly activeId: string | undefined;
  readonly editing: Editing | undefined;
  readonly limit: number;
}

function composeMargin(
  { colorName, events, knownTags }: Inputs,
  previous: ComposedMargin | undefined,
  here: MarginOfUnit,
): ComposedMargin {
  const { onWork, annotations, activeId, editing, limit } = here;
  // The tags change with every key stroke somewhere: margins that are only read do not follow.
  const tags = editing === undefined ? NO_TAGS : knownTags;
  const from = [...onWork, onWork.length, annotations, activeId, editing, limit, tags, colorName, events];
  if (previous?.from.every((part, index) => part === from[index]) === true) return previous;
  return {
    from,
    isHeld: activeId !== undefined || editing !== undefined,
    notes: (
      <MarginNotes
        {...here}
        annotations={[...onWork, ...annotations]}
        colorName={colorName}
        knownTags={tags}
        events={events}
      />
    ),
  };
}

const NO_TAGS: readonly TagCount[] = [];
const NO_NOTES: readonly PlacedAnnotation[] = [];

/** Whether the margin of a unit carries an annotation; `head` is the unit at the head of the text. */
function standsIn(placed: PlacedAnnotation | undefined, unit: string, head: string | undefined): boolean {
  const scope = placed?.annotation.scope;
  if (scope?.type === 'work') return unit === head;
  if (scope?.type === 'unit') return unit === scope.unit && placed?.place !== undefined;
  return placed?.placements.some((placement) => placement.unit === unit) === true;
}

/** How many cards the reader has asked to see, by unit; kept here, since margins go when they are far. */
function useCardLimits(): {
  readonly limits: ReadonlyMap<string, number>;
  readonly showMore: (unit: string) => void;
} {
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const showMore = useCallback((unit: string) => {
    setLimits((before) => new Map(before).set(unit, (before.get(unit) ?? FIRST_CARDS) + MORE_CARDS));
  }, []);
  return { limits, showMore };
}
