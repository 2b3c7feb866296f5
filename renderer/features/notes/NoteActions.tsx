import { ArrowLeftRight, Check, Palette, Pencil, RotateCcw, TagIcon, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Popover,
  Toolbar,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import type { Annotation, HighlightColor } from '../../../core/annotation/annotation.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColorChoice } from './ColorChoice.tsx';
import type { AnnotationPatch } from './notebook-state.ts';
import styles from './NoteActions.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly colorName: (color: HighlightColor) => string;
  readonly onEdit: (part: 'body' | 'tags') => void;
  readonly onChange: (patch: AnnotationPatch) => void;
  readonly onAddCounterpart: () => void;
  readonly onDelete: () => void;
}

const ICON = { size: 15, strokeWidth: 1.6 };

/** What can be done with a note; one stop for Tab, arrow keys within. */
export function NoteActions({ annotation, colorName, onEdit, onChange, onAddCounterpart, onDelete }: Props) {
  const text = useText();
  const { kind, color, isAnswered, targets } = annotation;
  const hasOneLanguage = new Set(targets.map(({ language }) => language)).size === 1;
  return (
    <Toolbar aria-label={text('notes.actions')} className={styles.actions ?? ''}>
      <Action label={text('notes.edit')} icon={<Pencil {...ICON} />} onPress={() => onEdit('body')} />
      <DialogTrigger>
        <Action label={text('notes.color')} icon={<Palette {...ICON} />} />
        <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
          <Dialog aria-label={text('notes.color')} className={styles.dialog ?? ''}>
            <ColorChoice
              color={color}
              colorName={colorName}
              onChange={(chosen) => onChange({ color: chosen })}
              autoFocus
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Action label={text('notes.tag')} icon={<TagIcon {...ICON} />} onPress={() => onEdit('tags')} />
      {kind === 'question' ? (
        <Action
          label={text(isAnswered ? 'notes.reopen' : 'notes.answer')}
          icon={isAnswered ? <RotateCcw {...ICON} /> : <Check {...ICON} />}
          onPress={() => onChange({ isAnswered: !isAnswered })}
        />
      ) : null}
      {hasOneLanguage && kind !== 'bookmark' ? (
        <Action
          label={text('notes.counterpart')}
          icon={<ArrowLeftRight {...ICON} />}
          onPress={onAddCounterpart}
        />
      ) : null}
      <Action label={text('notes.delete')} icon={<Trash2 {...ICON} />} onPress={onDelete} />
    </Toolbar>
  );
}

interface ActionProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: () => void;
}

function Action({ label, icon, onPress }: ActionProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        aria-label={label}
        className={styles.action ?? ''}
        {...(onPress === undefined ? {} : { onPress })}
      >
        {icon}
      </Button>
      <Tooltip className={styles.tooltip ?? ''} placement="bottom" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
