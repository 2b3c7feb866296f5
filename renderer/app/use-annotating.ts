import { useState } from 'react';
import {
  ANNOTATION_KINDS,
  type Annotation,
  type AnnotationKind,
  type AnnotationScope,
  type HighlightColor,
} from '../../core/annotation/annotation.ts';
import type { PlacedAnnotations } from '../../core/annotation/place-annotations.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { LinkIndex } from '../../core/text/link-index.ts';
import type { Work } from '../../core/text/work.ts';
import type { NotebookHandle } from '../features/notes/use-notebook.ts';
import { reattach, type DetachedTarget } from './detached-targets.ts';
import { useStable } from '../components/use-stable.ts';
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
  readonly others: (language: LanguageTag) => readonly LanguageTag[];
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
  /** The annotation that waits for words to be selected. */
  readonly waitingId: string | undefined;
  /** Whether it waits for words in place of those it has lost, rather than for its counterpart. */
  readonly isAttaching: boolean;
  readonly hasCounterpart: boolean;
  readonly activate: (id: string | undefined) => void;
  readonly edit: (editing: Editing | undefined) => void;
  readonly highlight: (color?: HighlightColor) => void;
  readonly write: (kind: 'note' | 'question') => void;
  /** Begins a note on a clause or on the text as such, whatever is selected. */
  readonly writeFreely: (scope: AnnotationScope) => void;
  readonly tag: () => void;
  readonly bookmark: () => void;
  /** Joins the selection, or the active annotation, to its words in the other language. */
  readonly addCounterpart: (id?: string) => void;
  /** Lets an annotation wait for words to be selected, in place of a target that is detached. */
  readonly waitForWords: (detached: DetachedTarget) => void;
  readonly stopWaiting: () => void;
}

export function useAnnotating(context: AnnotatingContext): Annotating {
  const { work, links, notebook, placed, selected, clearSelection, place, others } = context;
  const [activeId, setActiveId] = useState<string>();
  const [editing, setEditing] = useState<Editing>();
  const [waitingFor, setWaitingFor] = useState<{ readonly id: string; readonly detached?: DetachedTarget }>();
  const [lastColor, setLastColor] = useState<HighlightColor>('yellow');
  // What waits may have been deleted.
  const isWaiting = waitingFor !== undefined && placed.byId.has(waitingFor.id);
  const waiting = isWaiting ? waitingFor.id : undefined;
  const detached = isWaiting ? waitingFor.detached : undefined;

  /** The annotation on the selected words, or a new one; without a selection, on the whole current segment. */
  const annotate = (kind: AnnotationKind, color?: HighlightColor) => {
    const segment = wholeSegment(work, place.unit, place.language);
    const words = selected.length > 0 ? selected : segment === undefined ? [] : [segment];
    const targets = describeWords(work, words);
    clearSelection();
    if (targets.length === 0) return undefined;
    const known = kind === 'bookmark' ? undefined : findAnnotationOn(placed.placed, words);
    if (known !== undefined) {
      // A highlight that is written on becomes a note, a note a question, never the other way.
      const isMore = ANNOTATION_KINDS.indexOf(kind) > ANNOTATION_KINDS.indexOf(known.kind);
      notebook.changeAnnotation(known.id, {
        kind: isMore ? kind : known.kind,
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
    if (detached?.annotation.id === id) reattach(notebook, work, detached, words);
    else notebook.changeAnnotation(id, { targets: [...annotation.targets, ...describeWords(work, words)] });
    setActiveId(id);
    setWaitingFor(undefined);
    clearSelection();
  };
  const offered = answeringWords(work, links, selected, others);

  const addCounterpart = (id: string | undefined) => {
    if (waiting !== undefined && selected.length > 0) join(waiting, selected);
    else if (id !== undefined) joinAnswers(id);
    else if (selected.length > 0) joinSelected();
  };
  /** Adds the words that answer an annotation; where the links know none, the reader is asked for them. */
  const joinAnswers = (id: string) => {
    const known = placed.byId.get(id);
    if (known === undefined || known.annotation.kind === 'bookmark' || hasBothLanguages(known.annotation))
      return;
    const answers = answeringWords(work, links, known.placements, others);
    const missing = missingWords(placed, known.annotation, answers);
    if (missing.length > 0) join(id, missing);
    else setWaitingFor({ id });
  };
  const joinSelected = () => {
    const known = findAnnotationOn(placed.placed, selected);
    clearSelection();
    if (known !== undefined) return joinAnswers(known.id);
    const targets = describeWords(work, [...selected, ...offered]);
    const { id } = notebook.createAnnotation({ kind: 'highlight', color: lastColor, targets });
    setActiveId(id);
    if (offered.length === 0) setWaitingFor({ id });
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
    waitingId: waiting,
    isAttaching: detached !== undefined,
    hasCounterpart: waiting !== undefined || offered.length > 0,
    activate,
    edit: startEdit,
    highlight,
    write: (kind) => edit(annotate(kind), 'body'),
    writeFreely: (scope) => {
      clearSelection();
      edit(notebook.createAnnotation({ kind: 'note', color: lastColor, scope, targets: [] }).id, 'body');
    },
    tag: () => edit(annotate('highlight'), 'tags'),
    bookmark: toggleBookmark,
    addCounterpart: addStableCounterpart,
    waitForWords: (entry) => setWaitingFor({ id: entry.annotation.id, detached: entry }),
    stopWaiting: () => setWaitingFor(undefined),
  };
}

function hasBothLanguages({ targets }: Annotation): boolean {
  return new Set(targets.map(({ language }) => language)).size > 1;
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
