import { useMemo, type ReactNode } from 'react';
import { collectTags } from '../../core/annotation/collect-tags.ts';
import { MarginNotes } from '../features/notes/MarginNotes.tsx';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';
import { useStable } from './use-stable.ts';

/** What the margin carries, by unit: the reader's notes on it. Units without any are absent. */
export function useMargins(desk: DeskHandle, colorName: ColorNamer): ReadonlyMap<string, ReactNode> {
  const { placed, annotating, notebook, reader } = desk;
  const { activeId, editing, activate, edit, addCounterpart } = annotating;
  const { annotations, changeAnnotation, deleteAnnotation, endEdit } = notebook;
  const returnToText = useStable((unit: string) => reader.focusSegment(unit, reader.state.language));
  return useMemo(() => {
    const knownTags = collectTags(annotations);
    return new Map(
      [...placed.byUnit].map(([unit, placedHere]) => [
        unit,
        <MarginNotes
          key={unit}
          unit={unit}
          annotations={placedHere}
          activeId={activeId}
          editing={editing}
          colorName={colorName}
          knownTags={knownTags}
          onActivate={activate}
          onEdit={edit}
          onChange={changeAnnotation}
          onDelete={deleteAnnotation}
          onEndEdit={endEdit}
          onAddCounterpart={addCounterpart}
          onLeave={returnToText}
        />,
      ]),
    );
  }, [
    placed,
    annotations,
    activeId,
    editing,
    colorName,
    activate,
    edit,
    changeAnnotation,
    deleteAnnotation,
    endEdit,
    addCounterpart,
    returnToText,
  ]);
}
