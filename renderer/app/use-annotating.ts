import { useState } from 'react';
import type { Annotation, AnnotationKind, HighlightColor } from '../../core/annotation/annotation.ts';
import type { PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { LinkIndex } from '../../core/text/link-index.ts';
import type { Work } from '../../core/text/work.ts';
import type { NotebookHandle } from '../features/notes/use-notebook.ts';
import { useStable } from './use-stable.ts';
import {
  answeringWords,
  describeWords,
  findAnnotationOn,
  wholeSegment,
  type WordsInSegment,
} from './annotation-targets.ts';

/** What annotating acts on. */
export interface AnnotatingContext {
  readonly work: Work;
  readonly links: LinkIndex;
  readonly notebook: NotebookHandle;
  readonly placed: PlacedAnnotations;
  /** The selected words; empty without a selection. */
  readonly selected: readonly WordsInSegment[];
  readonly clearSelection: () => void;
  readonly place: { readonly unit: string; readonly language: LanguageTag };
  readonly other: (language: LanguageTag) => LanguageTag;
}

/** Which part of an annotation is being written. */
export interface Editing {
  readonly id: string;
  readonly part: 'body' | 'tags';
}

/** Highlighting, noting, asking, tagging, joining: what keys, toolbar and margin have in common. */
export interface Annotating {
  readonly activeId: string | undefined;
  readonly editing: Editing | undefined;
  /** The annotation that waits for words of the other language. */
  readonly waitingId: string | undefined;
  readonly hasCounterpart: boolean;
  readonly activate: (id: string | undefined) => void;
  readonly edit: (editing: Editing | undefined) => void;
  readonly highlight: (color?: HighlightColor) => void;
  readonly write: (kind: 'note' | 'question') => void;
  readonly tag: () => void;
  readonly bookmark: () => void;
  /** Joins the selection, or the active annotation, to its words in the other language. */
  readonly addCounterpart: (id?: string) => void;
  readonly stopWaiting: () => void;
}

export function useAnnotating(context: AnnotatingContext): Annotating {
  const { work, links, notebook, placed, selected, clearSelection, place, other } = context;
  const [activeId, setActiveId] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const [waitingId, setWaitingId] = useState<string>();
  const [lastColor, setLastColor] = useState<HighlightColor>('yellow');

  /** The annotation on the selected words, or a new one; without a selection, on the whole current segment. */
  const annotate = (kind: AnnotationKind, color?: HighlightColor) => {
    const segment = wholeSegment(work, place.unit, place.language);
    const words = selected.length > 0 ? selected : segment === undefined ? [] : [segment];
    const targets = describeWords(work, words);
    clearSelection();
    if (targets.length === 0) return undefined;
    const others = placed.placed.filter(({ annotation }) => annotation.kind !== 'bookmark');
    const known = kind === 'bookmark' ? undefined : findAnnotationOn(others, words);
    if (known !== undefined) {
      // A highlight that is written on becomes a note; a note that is highlighted again stays one.
      notebook.changeAnnotation(known.id, {
        kind: kind === 'highlight' ? known.kind : kind,
        color: color ?? known.color,
      });
      return known.id;
    }
    return notebook.createAnnotation({ kind, color: color ?? lastColor, targets }).id;
  };
  const highlight = (color: HighlightColor = lastColor) => {
    setLastColor(color);
    setActiveId(annotate('highlight', color));
  };
  /** A clause has one bookmark or none. */
  const toggleBookmark = () => {
    const unit = selected[0]?.unit ?? place.unit;
    const known = placed.byUnit.get(unit)?.find(({ annotation }) => annotation.kind === 'bookmark');
    if (known === undefined) setActiveId(annotate('bookmark'));
    else notebook.deleteAnnotation(known.annotation.id);
  };
  const edit = (id: string | undefined, part: Editing['part']) => {
    if (id === undefined) return;
    setActiveId(id);
    setEditing({ id, part });
  };
  const join = (id: string, words: readonly WordsInSegment[]) => {
    const annotation = placed.byId.get(id)?.annotation;
    if (annotation === undefined) return;
    notebook.changeAnnotation(id, { targets: [...annotation.targets, ...describeWords(work, words)] });
    setActiveId(id);
    setWaitingId(undefined);
    clearSelection();
  };
  const offered = answeringWords(work, links, selected, other);

  const addCounterpart = (id: string | undefined) => {
    if (waitingId !== undefined && selected.length > 0) {
      join(waitingId, selected);
    } else if (id === undefined && selected.length > 0) {
      const words = [...selected, ...offered];
      const known = findAnnotationOn(placed.placed, selected);
      if (known !== undefined) join(known.id, missingWords(placed, known, offered));
      else
        setActiveId(
          notebook.createAnnotation({
            kind: 'highlight',
            color: lastColor,
            targets: describeWords(work, words),
          }).id,
        );
      clearSelection();
    } else if (id !== undefined) {
      const annotation = placed.byId.get(id);
      const answers = answeringWords(work, links, annotation?.placements ?? [], other);
      const missing = annotation === undefined ? [] : missingWords(placed, annotation.annotation, answers);
      if (missing.length > 0) join(id, missing);
      else setWaitingId(id);
    }
  };
  const activate = useStable((id: string | undefined) => {
    setActiveId(id);
    if (id !== editing?.id) setEditing(undefined);
  });
  const startEdit = useStable((next: Editing | undefined) => {
    setEditing(next);
    if (next !== undefined) setActiveId(next.id);
  });
  const addStableCounterpart = useStable((id?: string) => {
    addCounterpart(id ?? (selected.length > 0 ? undefined : activeId));
  });
  return {
    activeId,
    editing,
    waitingId,
    hasCounterpart: waitingId !== undefined || offered.length > 0,
    activate,
    edit: startEdit,
    highlight,
    write: (kind) => edit(annotate(kind), 'body'),
    tag: () => edit(annotate('highlight'), 'tags'),
    bookmark: toggleBookmark,
    addCounterpart: addStableCounterpart,
    stopWaiting: () => setWaitingId(undefined),
  };
}

/** Of some words those that the annotation does not stand on yet. */
function missingWords(
  placed: PlacedAnnotations,
  annotation: Annotation,
  words: readonly WordsInSegment[],
): readonly WordsInSegment[] {
  const placements = placed.byId.get(annotation.id)?.placements ?? [];
  return words.filter(
    (word) =>
      !placements.some(
        ({ unit, language, span }) =>
          unit === word.unit &&
          language === word.language &&
          span.start < word.span.end &&
          word.span.start < span.end,
      ),
  );
}
