import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Annotation, AnnotationTarget, HighlightColor } from '../../../core/annotation/annotation.ts';
import type { Candidate } from '../../../core/annotation/find-candidates.ts';
import type { Excerpt } from '../../../core/search/excerpt.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { MarkedText } from '../../components/MarkedText.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { QuotedWords } from '../../components/QuotedWords.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import styles from './DetachedNotes.module.css';

/** Words that are lost, or a clause that is, with the note that stood there. */
export interface DetachedNote {
  readonly key: string;
  readonly annotation: Annotation;
  readonly target: AnnotationTarget | undefined;
  /** Whether the note has no other place. */
  readonly isLost: boolean;
  /** The clause it stood in; undefined if that is gone. */
  readonly oldPlace: string | undefined;
}

/** A place that is offered for a note. */
export interface CandidatePlace {
  readonly candidate: Candidate;
  readonly unitLabel: string;
  readonly excerpt: Excerpt;
}

interface Props {
  readonly notes: readonly DetachedNote[];
  readonly colorName: (color: HighlightColor) => string;
  /** Looks for places; asked only for the note that is looked at. */
  readonly findPlaces: (note: DetachedNote) => readonly CandidatePlace[];
  readonly onAttach: (note: DetachedNote, candidate: Candidate) => void;
  /** The reader will select the words in the text. */
  readonly onSelect: (note: DetachedNote) => void;
  readonly onFree: (note: DetachedNote) => void;
  readonly onRemove: (note: DetachedNote) => void;
  readonly onClose: () => void;
}

/** The notes whose words cannot be found, each with the places it may belong to. */
export function DetachedNotes({ notes, onClose, ...props }: Props) {
  const text = useText();
  const [openKey, setOpenKey] = useState(notes[0]?.key);
  const open = notes.find(({ key }) => key === openKey) ?? notes[0];
  return (
    <ModalDialog
      title={text('notes-reading.detached.title')}
      closeLabel={text('shell.close')}
      size="large"
      onClose={onClose}
    >
      <p className={styles.intro}>
        {text(notes.length === 0 ? 'notes-reading.detached.none' : 'notes-reading.detached.text')}
      </p>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.key} className={styles.note}>
            <Lost note={note} colorName={props.colorName} />
            {note === open ? (
              <Choices note={note} {...props} />
            ) : (
              <ActionButton onPress={() => setOpenKey(note.key)}>
                {text('notes-reading.detached.find')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}

function Lost({ note, colorName }: { readonly note: DetachedNote } & Pick<Props, 'colorName'>) {
  const text = useText();
  const { annotation, target, oldPlace } = note;
  const { kind, color, body } = annotation;
  return (
    <QuotedWords
      quote={target === undefined ? undefined : { text: target.selector[0].exact, language: target.language }}
      body={body}
    >
      <ColorSwatch color={color} size="dot" /> {colorName(color)} · {text(`notes.kind.${kind}`)} ·{' '}
      {oldPlace === undefined
        ? text('notes-reading.detached.was-gone')
        : text('notes-reading.detached.was', { place: oldPlace })}
    </QuotedWords>
  );
}

function Choices({ note, ...props }: { readonly note: DetachedNote } & Omit<Props, 'notes' | 'onClose'>) {
  const text = useText();
  const places = props.findPlaces(note);
  return (
    <>
      {note.target === undefined ? null : places.length === 0 ? (
        <p className={styles.facts}>{text('notes-reading.detached.no-candidates')}</p>
      ) : (
        <ul className={styles.places} aria-label={text('notes-reading.detached.candidates')}>
          {places.map(({ candidate, unitLabel, excerpt }) => (
            <li key={`${candidate.unit} ${candidate.span.start}`}>
              <Button className={styles.place ?? ''} onPress={() => props.onAttach(note, candidate)}>
                <span className={styles.unit}>{unitLabel}</span>
                <span lang={candidate.language}>
                  <MarkedText {...excerpt} />
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <ActionButton onPress={() => props.onSelect(note)}>
          {text('notes-reading.detached.select')}
        </ActionButton>
        {note.isLost ? (
          <ActionButton onPress={() => props.onFree(note)}>
            {text(
              note.oldPlace === undefined
                ? 'notes-reading.detached.free-work'
                : 'notes-reading.detached.free-unit',
            )}
          </ActionButton>
        ) : null}
        <ActionButton onPress={() => props.onRemove(note)}>
          {text(note.isLost ? 'notes-reading.detached.delete' : 'notes-reading.detached.remove')}
        </ActionButton>
      </div>
    </>
  );
}
