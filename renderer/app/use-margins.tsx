import { useMemo, type ReactNode } from 'react';
import { collectTags } from '../../core/annotation/collect-tags.ts';
import { MarginNotes } from '../features/notes/MarginNotes.tsx';
import type { ColorNamer } from './use-color-names.ts';
import type { DeskHandle } from './use-desk.ts';

/** What the margin carries, by unit: the reader's notes on it. Units without any are absent. */
export function useMargins(desk: DeskHandle, colorName: ColorNamer): ReadonlyMap<string, ReactNode> {
  const { placed, annotating, notebook } = desk;
  const { activeId, editing, activate, edit, addCounterpart } = annotating;
  const { annotations, changeAnnotation, deleteAnnotation, endEdit } = notebook;
  return useMemo(() => {
    const knownTags = collectTags(annotations);
    return new Map(
      [...placed.byUnit].map(([unit, placedHere]) => [
        unit,
        <MarginNotes
          key={unit}
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
  ]);
}
