import type { ChangeLabel } from '../../../core/annotation/change-label.ts';
import type { AnnotationPatch } from './annotation-patch.ts';

/** Which part of which annotation is being written. */
export interface NoteEditing {
  readonly id: string;
  readonly part: 'body' | 'tags';
}

/** What a reader can do to the notes in the margin. */
export interface NoteEvents {
  readonly onActivate: (id: string | undefined) => void;
  readonly onEdit: (editing: NoteEditing | undefined) => void;
  /** The reader stopped writing an annotation; what becomes of an empty one is not decided here. */
  readonly onEndEdit: (id: string) => void;
  readonly onChange: (id: string, patch: AnnotationPatch, label?: ChangeLabel) => void;
  readonly onAddCounterpart: (id: string) => void;
  readonly onDelete: (id: string) => void;
  /** The note that had the focus went: the focus belongs to the text again. */
  readonly onLeave: () => void;
}
