import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../core/annotation/annotation.ts';
import { Kbd } from '../../components/Kbd.tsx';
import type { MessageId } from '../../i18n/catalogues.ts';
import { useText } from '../../i18n/use-text.ts';
import { placeToolbar } from './place-toolbar.ts';
import styles from './SelectionToolbar.module.css';
import type { TextSelection } from './use-text-selection.ts';

/** What the toolbar can do with the selected words. */
export type SelectionAction = 'note' | 'question' | 'tag' | 'counterpart' | 'search' | 'copy';

interface Props {
  readonly selection: TextSelection;
  /** The names of the colours as the reader has given them. */
  readonly colorName: (color: HighlightColor) => string;
  readonly hasCounterpart: boolean;
  /** A note waits for its words: the selected ones can be given to it, in the counterpart's stead. */
  readonly isAttaching: boolean;
  readonly onHighlight: (color: HighlightColor) => void;
  readonly onAct: (action: SelectionAction) => void;
}

const ACTIONS: readonly {
  readonly action: SelectionAction;
  readonly label: MessageId;
  readonly key: string;
}[] = [
  { action: 'note', label: 'reader.selection.note', key: 'n' },
  { action: 'question', label: 'reader.selection.question', key: 'q' },
  { action: 'tag', label: 'reader.selection.tag', key: 't' },
  { action: 'counterpart', label: 'reader.selection.counterpart', key: 'c' },
  { action: 'search', label: 'reader.selection.search', key: 'f' },
  { action: 'copy', label: 'reader.selection.copy', key: '' },
];

/** The tools at the selected words. The digits 1 to 5 give the colours while it stands. */
export function SelectionToolbar(props: Props) {
  const { selection, colorName, hasCounterpart, isAttaching, onHighlight, onAct } = props;
  const text = useText();
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();

  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const bounds = { left: 64, top: 52, right: window.innerWidth - 8, bottom: window.innerHeight - 36 };
    setPlace(placeToolbar(selection.rects, listOtherLines(selection), { width, height }, bounds));
  }, [selection]);

  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea')) return;
      const color = /^[1-5]$/.test(event.key) ? HIGHLIGHT_COLORS[Number(event.key) - 1] : undefined;
      if (color === undefined) return;
      event.preventDefault();
      onHighlight(color);
    };
    // Before the digits' own commands, which change the view; after use-text-selection has caught up.
    document.addEventListener('keydown', handleKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', handleKeyDown, { capture: true });
  }, [onHighlight]);

  return (
    <div
      ref={ref}
      className={styles.place}
      style={place === undefined ? { visibility: 'hidden' } : { left: place.left, top: place.top }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Toolbar aria-label={text('reader.selection.toolbar')} className={styles.toolbar ?? ''}>
        <div className={styles.colors}>
          {HIGHLIGHT_COLORS.map((color, index) => (
            <Button
              key={color}
              className={styles.color ?? ''}
              aria-label={text('reader.selection.highlight', { color: colorName(color) })}
              aria-keyshortcuts={String(index + 1)}
              onPress={() => onHighlight(color)}
            >
              <span
                className={styles.swatch}
                data-color={color}
                title={`${colorName(color)} · ${index + 1}`}
              />
            </Button>
          ))}
        </div>
        {ACTIONS.map(({ action, label, key }) =>
          action === 'counterpart' && !hasCounterpart ? null : (
            <Button key={action} className={styles.action ?? ''} onPress={() => onAct(action)}>
              {text(action === 'counterpart' && isAttaching ? 'notes-reading.attach' : label)}
              {key === '' ? null : <Kbd keys={key} />}
            </Button>
          ),
        )}
      </Toolbar>
    </div>
  );
}

/** The lines of text near the selection that it does not cover. */
function listOtherLines(selection: TextSelection): readonly DOMRect[] {
  const rows = new Set(
    selection.spans.flatMap(({ unit }) => {
      const row = document.getElementById(`unit-${unit}`)?.parentElement;
      return [row?.previousElementSibling, row, row?.nextElementSibling];
    }),
  );
  const range = document.createRange();
  return [...rows].flatMap((row) =>
    [...(row?.querySelectorAll('[data-language]') ?? [])].flatMap((segment) => {
      range.selectNodeContents(segment);
      return [...range.getClientRects()].filter(
        (line) =>
          line.width > 1 && !selection.rects.some((rect) => rect.top < line.bottom && line.top < rect.bottom),
      );
    }),
  );
}
