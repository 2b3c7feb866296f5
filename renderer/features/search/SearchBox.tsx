import { Search, X } from 'lucide-react';
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useText } from '../../i18n/use-text.ts';
import { QueryProblems } from './QueryProblems.tsx';
import { lineId, PANE_ID, RESULTS_ID } from './result-ids.ts';
import { SearchHelp } from './SearchHelp.tsx';
import styles from './SearchBox.module.css';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** The box in the title bar. Results come as it is typed into; the arrow keys go through them from here. */
export function SearchBox({ search }: Props) {
  const text = useText();
  const problemsId = useId();
  const [isFocused, setFocused] = useState(false);
  const { state, outcome, lines, active, isOpen, inputRef, insert } = search;
  const problems = outcome?.problems ?? [];
  const isTeaching = isFocused && state.text === '';

  const handleBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setFocused(false);
    const isInResults =
      event.relatedTarget instanceof Element && event.relatedTarget.closest(`#${PANE_ID}`) !== null;
    // Where the window was left, or the results are worked with, what they show is still only looked at.
    if (document.hasFocus() && !isInResults) search.settle();
  };
  return (
    <search
      className={styles.box}
      data-open={isTeaching ? '' : undefined}
      onFocus={() => {
        setFocused(true);
        search.wake();
      }}
      onBlur={handleBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        search.close();
        inputRef.current?.blur();
      }}
    >
      <Search size={15} strokeWidth={1.6} className={styles.icon} aria-hidden />
      <input
        ref={inputRef}
        className={styles.input}
        role="searchbox"
        aria-label={text('search.box')}
        aria-controls={isOpen ? RESULTS_ID : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : lineId(lines.indexOf(active))}
        aria-describedby={problems.length > 0 ? problemsId : undefined}
        placeholder={text('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={state.text}
        onChange={(event) => {
          const { isComposing } = event.nativeEvent as InputEvent;
          search.type(event.currentTarget.value, isComposing);
        }}
        onCompositionEnd={(event) => search.type(event.currentTarget.value, false)}
        onKeyDown={(event) => handleKey(event, search)}
      />
      {state.text === '' ? (
        <Kbd keys="/" />
      ) : (
        <IconButton
          label={text('search.clear')}
          icon={<X size={15} strokeWidth={1.6} />}
          onPress={() => insert('')}
        />
      )}
      {isTeaching ? (
        <div className={styles.panel}>
          <SearchHelp onInsert={insert} />
        </div>
      ) : null}
      {isFocused && problems.length > 0 ? (
        <div className={styles.panel}>
          <QueryProblems id={problemsId} problems={problems} />
        </div>
      ) : null}
    </search>
  );
}

function handleKey(event: KeyboardEvent, search: SearchHandle): void {
  // Arrows and Enter choose among what an input method offers while it is composing.
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      event.preventDefault();
      search.move(event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'Enter':
      event.preventDefault();
      search.go();
      break;
  }
}
