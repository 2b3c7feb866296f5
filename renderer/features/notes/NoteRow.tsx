import { Bookmark, Trash2 } from 'lucide-react';
import { Fragment, memo } from 'react';
import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { PlacedAnnotation } from '../../../core/annotation/place-annotations.ts';
import { isChinese } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import { Markdown } from './Markdown.tsx';
import styles from './NoteRow.module.css';

interface Props {
  readonly placed: PlacedAnnotation;
  /** Where in the text it stands; undefined for a detached one. */
  readonly unitLabel: string | undefined;
  readonly colorName: (color: HighlightColor) => string;
  /** Whether Tab leads here; the arrow keys lead to the others. */
  readonly isReachable: boolean;
  readonly events: {
    readonly onFocus: (id: string) => void;
    readonly onJump: (placed: PlacedAnnotation) => void;
    readonly onDelete: (placed: PlacedAnnotation) => void;
  };
}

/** A note in the list: its clause, its words in each language, what was written, tags and time. */
export const NoteRow = memo(function NoteRow({ placed, unitLabel, colorName, isReachable, events }: Props) {
  const { annotation, orphanedTargets } = placed;
  const { kind, color, body, tags, targets, isAnswered, modified } = annotation;
  const text = useText();
  const intl = useIntl();
  const facts = [
    colorName(color),
    text(`notes.kind.${kind}`),
    ...(kind === 'question' ? [text(isAnswered ? 'notes.answered' : 'notes.open')] : []),
  ];
  return (
    <div
      role="row"
      tabIndex={isReachable ? 0 : -1}
      className={styles.row}
      aria-label={text(`notes.card.${kind}`, { quote: targets[0]?.selector[0].exact ?? '' })}
      onFocus={() => events.onFocus(annotation.id)}
      onClick={(event) => {
        const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
        if (!isOnButton) events.onJump(placed);
      }}
    >
      <div role="gridcell" className={styles.place}>
        {unitLabel ?? text('notes.detached')}
      </div>
      <div role="gridcell" className={styles.content}>
        <p className={styles.quotes}>
          {kind === 'bookmark' ? (
            <Bookmark className={styles.ribbon} size={14} strokeWidth={1.6} aria-hidden="true" />
          ) : null}
          {targets.map((target, index) => (
            <Fragment key={`${target.unit} ${target.language} ${target.selector[1].start}`}>
              {index === 0 ? null : <span className={styles.joint}> ↔ </span>}
              <span
                lang={target.language}
                className={`${styles.quote} ${isChinese(target.language) ? styles.chinese : styles.latin}`}
                data-color={kind === 'bookmark' ? undefined : color}
                {...(orphanedTargets.includes(target)
                  ? { 'data-detached': '', title: text('notes.detached.text') }
                  : {})}
              >
                {target.selector[0].exact}
              </span>
            </Fragment>
          ))}
        </p>
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
      </div>
      <div role="gridcell" className={styles.side}>
        <time className={styles.time} dateTime={modified} title={intl.formatDate(modified, EXACT)}>
          {intl.formatDate(modified, SHORT)}
        </time>
        <Button
          className={styles.delete ?? ''}
          aria-label={text('notes.delete')}
          excludeFromTabOrder={!isReachable}
          onPress={() => events.onDelete(placed)}
        >
          <Trash2 size={16} strokeWidth={1.6} />
        </Button>
      </div>
    </div>
  );
});

const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const EXACT = { dateStyle: 'full', timeStyle: 'short' } as const;
