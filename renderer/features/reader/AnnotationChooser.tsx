import { useLayoutEffect, useState, type RefObject } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { HighlightColor } from '../../../core/annotation/annotation.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { createSegmentRange, findSegmentElement, type SegmentPoint } from '../../dom/segment-range.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './AnnotationChooser.module.css';

/** One of the annotations to choose from. */
export interface ChooserItem {
  readonly id: string;
  readonly color: HighlightColor;
  /** Its colour's name and its kind. */
  readonly label: string;
  /** What was written, or the words it stands on. */
  readonly excerpt: string;
  /** Of the excerpt; undefined for what the reader has written. */
  readonly language: LanguageTag | undefined;
}

interface Props {
  readonly rootRef: RefObject<HTMLElement | null>;
  /** Where the annotations lie over each other. */
  readonly place: SegmentPoint;
  readonly items: readonly ChooserItem[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (id: string) => void;
  /** The text has moved away from under it. */
  readonly onLeave: () => void;
}

/** A small label at words under several annotations that says how many they are, and lists them. */
export function AnnotationChooser(props: Props) {
  const { rootRef, place, items, onLeave } = props;
  const text = useText();
  const [corner, setCorner] = useState<{ readonly left: number; readonly top: number }>();

  useLayoutEffect(() => {
    const box = measureLetter(place);
    setCorner(box === undefined ? undefined : { left: box.left, top: box.bottom + 5 });
    const root = rootRef.current;
    root?.addEventListener('scroll', onLeave, { passive: true, once: true });
    return () => root?.removeEventListener('scroll', onLeave);
  }, [place, rootRef, onLeave]);

  if (corner === undefined) return null;
  const label = text('notes-reading.here', { count: items.length });
  return (
    <MenuTrigger isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <Button className={styles.label ?? ''} style={corner}>
        {label}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <Menu
          className={styles.list ?? ''}
          aria-label={label}
          items={items}
          autoFocus="first"
          onAction={(id) => props.onChoose(String(id))}
        >
          {(item) => (
            <MenuItem id={item.id} className={styles.item ?? ''} textValue={`${item.label}: ${item.excerpt}`}>
              <span className={styles.dot} data-color={item.color} />
              <span>
                <span className={styles.kind}>{item.label}</span>
                <span className={styles.excerpt} lang={item.language}>
                  {item.excerpt}
                </span>
              </span>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function measureLetter({ unit, language, offset }: SegmentPoint): DOMRect | undefined {
  const segment = findSegmentElement(unit, language);
  const span = { start: offset, end: offset + 1 };
  return segment === undefined ? undefined : createSegmentRange(segment, span)?.getBoundingClientRect();
}
