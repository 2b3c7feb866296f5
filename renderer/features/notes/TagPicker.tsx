import { useId, useState, type KeyboardEvent } from 'react';
import { addTag, completeTag, MAX_TAG_LENGTH, type TagCount } from '../../../core/annotation/collect-tags.ts';
import { useText } from '../../i18n/use-text.ts';
import { TagChips } from './TagChips.tsx';
import { TagSuggestions } from './TagSuggestions.tsx';
import styles from './TagPicker.module.css';

interface Props {
  readonly tags: readonly string[];
  /** The tags in use in this work, the most used first. */
  readonly knownTags: readonly TagCount[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly autoFocus?: boolean;
}

/** More would push the text under the note out of sight. */
const SUGGESTION_COUNT = 5;

/** The tags of a note, with a field for more: Enter or a comma ends one, known ones are offered while typing. */
export function TagPicker({ tags, knownTags, onChange, autoFocus = false }: Props) {
  const text = useText();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offers = isOpen ? completeTag(knownTags, typed, tags).slice(0, SUGGESTION_COUNT) : [];

  const add = (...entries: readonly string[]) => {
    const next = entries.reduce<readonly string[]>((list, entry) => addTag(list, entry, knownTags), tags);
    if (next !== tags) onChange(next);
    setActive(-1);
  };
  const handleInput = (value: string, isComposing: boolean) => {
    // While an input method composes, a comma is its own; afterwards it ends a tag.
    const parts = isComposing ? [value] : value.split(/[,，、;；\n]/u);
    add(...parts.slice(0, -1));
    setTyped(parts.at(-1) ?? '');
    setOpen(true);
    setActive(-1);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isHandled = actOn(event.key);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const actOn = (key: string): boolean => {
    switch (key) {
      case 'Enter':
        if (typed.trim() === '' && active === -1) return false;
        add(offers[active]?.tag ?? typed);
        setTyped('');
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        setOpen(true);
        setActive(moveActive(active, key === 'ArrowDown' ? 1 : -1, offers.length));
        return true;
      case 'Backspace':
        if (typed !== '' || tags.length === 0) return false;
        onChange(tags.slice(0, -1));
        return true;
      case 'Escape':
        if (offers.length === 0 || (typed === '' && active === -1)) return false;
        setOpen(false);
        setActive(-1);
        return true;
      default:
        return false;
    }
  };
  return (
    <div className={styles.picker}>
      <TagChips tags={tags} onChange={onChange} />
      <input
        className={styles.input}
        role="combobox"
        aria-label={text('notes.tags.add')}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={listId}
        aria-activedescendant={active === -1 ? undefined : `${listId}-${active}`}
        placeholder={text('notes.tags.add')}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_TAG_LENGTH}
        autoFocus={autoFocus}
        value={typed}
        onChange={(event) => handleInput(event.target.value, isComposing(event.nativeEvent))}
        onCompositionEnd={(event) => handleInput(event.currentTarget.value, false)}
        onKeyDown={handleKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          // What was typed is meant, also without Enter.
          add(typed);
          setTyped('');
          setOpen(false);
        }}
      />
      <TagSuggestions
        id={listId}
        offers={offers}
        active={active}
        onChoose={(tag) => {
          add(tag);
          setTyped('');
        }}
      />
    </div>
  );
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

/** -1 stands for the field itself, between the last suggestion and the first. */
function moveActive(active: number, step: 1 | -1, count: number): number {
  const moved = active + step;
  if (moved < -1) return count - 1;
  return moved >= count ? -1 : moved;
}
