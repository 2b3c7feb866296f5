import { ArrowLeftRight, Check, Palette, Pencil, RotateCcw, TagIcon, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Annotation, HighlightColor } from '../../../core/annotation/annotation.ts';
import { IconStrip, IconStripButton } from '../../components/IconStrip.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ColorChoice } from './ColorChoice.tsx';
import type { AnnotationPatch } from './annotation-patch.ts';
import styles from './NoteActions.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly colorName: (color: HighlightColor) => string;
  readonly onEdit: (part: 'body' | 'tags') => void;
  readonly onChange: (patch: AnnotationPatch) => void;
  readonly onAddCounterpart: () => void;
  readonly onDelete: () => void;
}

/** What can be done with a note; one stop for Tab, arrow keys within. */
export function NoteActions({ annotation, colorName, onEdit, onChange, onAddCounterpart, onDelete }: Props) {
  const text = useText();
  const colorButton = useRef<HTMLButtonElement>(null);
  const [isChoosingColor, setChoosingColor] = useState(false);
  const { kind, color, isAnswered, targets } = annotation;
  const hasOneLanguage = new Set(targets.map(({ language }) => language)).size === 1;
  return (
    <>
      <IconStrip label={text('notes.actions')}>
        <IconStripButton label={text('notes.edit')} icon={PENCIL} onPress={() => onEdit('body')} />
        <IconStripButton
          ref={colorButton}
          label={text('notes.color')}
          icon={PALETTE}
          isExpanded={isChoosingColor}
          onPress={() => setChoosingColor(!isChoosingColor)}
        />
        <IconStripButton label={text('notes.tag')} icon={TAG} onPress={() => onEdit('tags')} />
        {kind === 'question' ? (
          <IconStripButton
            label={text(isAnswered ? 'notes.reopen' : 'notes.answer')}
            icon={isAnswered ? REOPEN : CHECK}
            onPress={() => onChange({ isAnswered: !isAnswered })}
          />
        ) : null}
        {hasOneLanguage && kind !== 'bookmark' ? (
          <IconStripButton label={text('notes.counterpart')} icon={ARROWS} onPress={onAddCounterpart} />
        ) : null}
        <IconStripButton label={text('notes.delete')} icon={TRASH} onPress={onDelete} />
      </IconStrip>
      {isChoosingColor ? (
        <Popover
          isOpen
          triggerRef={colorButton}
          onOpenChange={setChoosingColor}
          className={styles.popover ?? ''}
          placement="bottom start"
          offset={4}
        >
          <Dialog aria-label={text('notes.color')} className={styles.dialog ?? ''}>
            <ColorChoice
              color={color}
              colorName={colorName}
              onChange={(chosen) => onChange({ color: chosen })}
              autoFocus
            />
          </Dialog>
        </Popover>
      ) : null}
    </>
  );
}

const ICON = { size: 15, strokeWidth: 1.6 };

// The same elements in every card: hundreds of them are drawn.
const PENCIL = <Pencil {...ICON} />;
const PALETTE = <Palette {...ICON} />;
const TAG = <TagIcon {...ICON} />;
const REOPEN = <RotateCcw {...ICON} />;
const CHECK = <Check {...ICON} />;
const ARROWS = <ArrowLeftRight {...ICON} />;
const TRASH = <Trash2 {...ICON} />;
