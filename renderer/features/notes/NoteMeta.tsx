import { X } from 'lucide-react';
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
  /** Whether its words stand on lines of their own, each with a button that removes them. */
  readonly isOpen: boolean;
  readonly onRemoveTarget: (target: AnnotationTarget) => void;
}

/** The small line under a note: its colour, what kind it is, the words it stands on in each language, its tags. */
export function NoteMeta(props: Props) {
  const { annotation, orphanedTargets, colorName, isWriting, isOpen, onRemoveTarget } = props;
  const text = useText();
  const { kind, color, scope, targets, tags, isAnswered } = annotation;
  const facts = [
    colorName(color),
    ...(kind === 'question' || kind === 'bookmark' ? [text(`notes.kind.${kind}`)] : []),
    ...(kind === 'question' ? [text(isAnswered ? 'notes.answered' : 'notes.open')] : []),
    ...(scope.type === 'words' ? [] : [text(`notes-reading.on.${scope.type}`)]),
  ];
  const isListed = isOpen && targets.length > 1;
  const quotes = targets.map((target, index) => (
    <Fragment key={keyOf(target)}>
      {index === 0 ? null : ' ↔ '}
      <Quote target={target} isDetached={orphanedTargets.includes(target)} />
    </Fragment>
  ));
  return (
    <div className={styles.meta}>
      <p className={styles.facts}>
        {isWriting ? null : (
          <>
            <ColorSwatch color={color} size="dot" /> {facts.join(' · ')}
            {isListed || targets.length === 0 ? null : ' · '}
          </>
        )}
        {isListed ? null : quotes}
      </p>
      {isListed ? (
        <ul className={styles.targets}>
          {targets.map((target, index) => (
            <li key={keyOf(target)} className={styles.target}>
              <span className={styles.words}>
                {index === 0 ? null : ' ↔ '}
                <Quote target={target} isDetached={orphanedTargets.includes(target)} />
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={text('notes-reading.remove-target', { quote: target.selector[0].exact })}
                onClick={(event) => {
                  event.stopPropagation();
                  onRemoveTarget(target);
                }}
              >
                <X size={13} strokeWidth={1.6} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isWriting || tags.length === 0 ? null : (
        <p className={styles.tags}>{tags.map((tag) => `#${tag}`).join('  ')}</p>
      )}
    </div>
  );
}

function keyOf({ unit, language, selector }: AnnotationTarget): string {
  return `${unit} ${language} ${selector[1].start}`;
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
