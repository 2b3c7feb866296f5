import { Fragment } from 'react';
import type { Annotation, AnnotationTarget, HighlightColor } from '../../../core/annotation/annotation.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorSwatch } from './ColorSwatch.tsx';
import styles from './NoteMeta.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly orphanedTargets: readonly AnnotationTarget[];
  readonly colorName: (color: HighlightColor) => string;
  /** While the note is being written, its editor says all but the words it stands on. */
  readonly isWriting: boolean;
}

/** The small line under a note: its colour, what kind it is, the words it stands on in each language, its tags. */
export function NoteMeta({ annotation, orphanedTargets, colorName, isWriting }: Props) {
  const text = useText();
  const { kind, color, targets, tags, isAnswered } = annotation;
  const facts = [
    colorName(color),
    ...(kind === 'question' || kind === 'bookmark' ? [text(`notes.kind.${kind}`)] : []),
    ...(kind === 'question' ? [text(isAnswered ? 'notes.answered' : 'notes.open')] : []),
  ];
  return (
    <div className={styles.meta}>
      <p className={styles.facts}>
        {isWriting ? null : (
          <>
            <ColorSwatch color={color} size="dot" /> {facts.join(' · ')}
            {' · '}
          </>
        )}
        {targets.map((target, index) => (
          <Fragment key={`${target.unit} ${target.language} ${target.selector[1].start}`}>
            {index === 0 ? null : ' ↔ '}
            <Quote target={target} isDetached={orphanedTargets.includes(target)} />
          </Fragment>
        ))}
      </p>
      {isWriting || tags.length === 0 ? null : (
        <p className={styles.tags}>{tags.map((tag) => `#${tag}`).join('  ')}</p>
      )}
    </div>
  );
}

interface QuoteProps {
  readonly target: AnnotationTarget;
  readonly isDetached: boolean;
}

function Quote({ target, isDetached }: QuoteProps) {
  const text = useText();
  const words = <span lang={target.language}>{target.selector[0].exact}</span>;
  return isDetached ? (
    <span className={styles.detached} title={text('notes.detached.text')}>
      {words} ({text('notes.detached')})
    </span>
  ) : (
    words
  );
}
