import { Bookmark, RotateCcw, Trash2 } from 'lucide-react';
import { Fragment, memo, type MouseEvent, type Ref } from 'react';
import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { LibraryNote } from '../../../core/annotation/library-note.ts';
import { isChinese } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import { Markdown } from './Markdown.tsx';
import { NotePlace } from './NotePlace.tsx';
import type { NoteRowContext } from './note-row-context.ts';
import styles from './NoteRow.module.css';

/** What can be done to a row. */
export interface NoteRowEvents {
  readonly onFocus: (index: number) => void;
  readonly onOpen: (note: LibraryNote) => void;
  readonly onDelete: (note: LibraryNote) => void;
  readonly onToggle: (index: number) => void;
  /** Selects from the row of the focus to this one. */
  readonly onSelectTo: (index: number) => void;
}

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly index: number;
  /** Where in the list it begins, in px. */
  readonly start: number;
  /** Undefined while it is being fetched. */
  readonly note: LibraryNote | undefined;
  readonly isSelected: boolean;
  /** Whether Tab leads here; the arrow keys lead to the others. */
  readonly isReachable: boolean;
  readonly context: NoteRowContext;
  readonly events: NoteRowEvents;
}

/** A note in the list: its clause, its words in each language, what was written, tags and time. */
export const LibraryNoteRow = memo(function LibraryNoteRow(props: Props) {
  const { ref, index, start, note, isSelected, isReachable, context, events } = props;
  const text = useText();
  const handleClick = (event: MouseEvent) => {
    const isOnControl = event.target instanceof Element && event.target.closest('button, label') !== null;
    if (isOnControl || note === undefined) return;
    if (event.shiftKey) events.onSelectTo(index);
    else if (event.ctrlKey || event.metaKey) events.onToggle(index);
    else events.onOpen(note);
  };
  return (
    <div
      ref={ref}
      role="row"
      data-index={index}
      tabIndex={isReachable ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-busy={note === undefined}
      aria-label={note === undefined ? text('library-notes.loading') : nameNote(note, text)}
      onFocus={() => events.onFocus(index)}
      onClick={handleClick}
    >
      {note === undefined ? (
        <div role="gridcell" className={styles.pending}>
          {text('library-notes.loading')}
        </div>
      ) : (
        <>
          <div role="gridcell" className={styles.select}>
            <label className={styles.box}>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={text('library-notes.select')}
                checked={isSelected}
                onChange={() => events.onToggle(index)}
              />
            </label>
          </div>
          <div role="gridcell" className={styles.place}>
            <NotePlace note={note} context={context} />
          </div>
          <div role="gridcell" className={styles.content}>
            <NoteContent note={note} colorName={context.colorName} />
          </div>
          <div role="gridcell" className={styles.side}>
            <RowSide {...{ note, isReachable, context, events }} />
          </div>
        </>
      )}
    </div>
  );
});

function nameNote({ kind, words, scope }: LibraryNote, text: ReturnType<typeof useText>): string {
  const [first] = words;
  if (first !== undefined) return text(`notes.card.${kind}`, { quote: first.text });
  return text(scope === 'work' ? 'library-notes.row.work' : 'library-notes.row.unit');
}

function NoteContent({
  note,
  colorName,
}: { readonly note: LibraryNote } & Pick<NoteRowContext, 'colorName'>) {
  const { kind, color, body, words, tags, isAnswered } = note;
  const text = useText();
  const facts = [
    colorName(color),
    text(`notes.kind.${kind}`),
    ...(kind === 'question' ? [text(isAnswered ? 'notes.answered' : 'notes.open')] : []),
  ];
  return (
    <>
      {words.length === 0 ? null : (
        <p className={styles.quotes}>
          {kind === 'bookmark' ? (
            <Bookmark className={styles.ribbon} size={14} strokeWidth={1.6} aria-hidden="true" />
          ) : null}
          {nameApart(words).map(({ key, language, text: quote, isDetached }, index) => (
            <Fragment key={key}>
              {index === 0 ? null : <span className={styles.joint}> ↔ </span>}
              <span
                lang={language}
                className={`${styles.quote} ${isChinese(language) ? styles.chinese : styles.latin}`}
                data-color={kind === 'bookmark' ? undefined : color}
                {...(isDetached ? { 'data-detached': '', title: text('notes.detached.text') } : {})}
              >
                {quote}
              </span>
            </Fragment>
          ))}
        </p>
      )}
      {body.trim() === '' ? null : (
        <div className={styles.body}>
          <Markdown>{body}</Markdown>
        </div>
      )}
      <p className={styles.facts}>
        <ColorSwatch color={color} size="dot" /> {facts.join(' · ')}
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            #{tag}
          </span>
        ))}
      </p>
    </>
  );
}

function RowSide({
  note,
  isReachable,
  context,
  events,
}: Pick<Props, 'isReachable' | 'context' | 'events'> & {
  readonly note: LibraryNote;
}) {
  const text = useText();
  const intl = useIntl();
  const { deleted, modified } = note;
  return (
    <>
      <time className={styles.time} dateTime={modified} title={intl.formatDate(modified, EXACT)}>
        {deleted === null ? intl.formatDate(modified, SHORT) : context.describeDeletion(deleted)}
      </time>
      {deleted === null ? null : (
        <Button
          className={styles.restore ?? ''}
          aria-label={text('library-notes.restore')}
          excludeFromTabOrder={!isReachable}
          onPress={() => context.onRestore(note)}
        >
          <RotateCcw size={16} strokeWidth={1.6} />
        </Button>
      )}
      <Button
        className={styles.delete ?? ''}
        aria-label={text(deleted === null ? 'notes.delete' : 'library-notes.erase')}
        excludeFromTabOrder={!isReachable}
        onPress={() => events.onDelete(note)}
      >
        <Trash2 size={16} strokeWidth={1.6} />
      </Button>
    </>
  );
}

const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const EXACT = { dateStyle: 'full', timeStyle: 'short' } as const;

/** Two targets may have the same words in the same language: they are told apart by how often they came before. */
function nameApart(words: LibraryNote['words']) {
  const seen = new Map<string, number>();
  return words.map((each) => {
    const name = `${each.language} ${each.text}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { ...each, key: `${name} ${count}` };
  });
}
