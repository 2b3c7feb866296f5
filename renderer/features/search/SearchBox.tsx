import { Search, X } from 'lucide-react';
import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useText } from '../../i18n/use-text.ts';
import { CompletionList } from './CompletionList.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import { completionId, COMPLETIONS_ID, lineId, PANE_ID, RESULTS_ID } from './result-ids.ts';
import { moveAmongChoices } from './panel-keys.ts';
import { RememberedSearches } from './RememberedSearches.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import styles from './SearchBox.module.css';
import { useCompletions, type CompletionsHandle } from './use-completions.ts';
import type { SearchHandle } from './use-search.ts';

interface Props {
  readonly search: SearchHandle;
}

/** The box in the title bar. Results come as it is typed into; the arrow keys go through them from here. */
export function SearchBox({ search }: Props) {
  const text = useText();
  const problemsId = useId();
  const [isFocused, setFocused] = useState(false);
  const { state, outcome, lines, isOpen, inputRef, insert } = search;
  const completions = useCompletions({
    complete: search.complete,
    text: state.text,
    inputRef,
    isNothingFound: search.isReady && lines.length === 0,
    onType: (typed) => search.type(typed, false),
  });
  const isCompleting = isFocused && completions.isOpen;
  const isTeaching = isFocused && state.text === '' && !isCompleting;
  // What is missing at the caret is what is being offered.
  const problems = (outcome?.problems ?? []).filter(
    ({ code }) => !(isCompleting && code === 'field-without-term'),
  );

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
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
        if (isTeaching && by !== undefined && moveAmongChoices(event.currentTarget, by))
          event.preventDefault();
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
        aria-controls={isCompleting ? COMPLETIONS_ID : isOpen ? RESULTS_ID : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isCompleting ? pointAtCompletion(completions) : pointAtLine(search)}
        aria-describedby={problems.length > 0 ? problemsId : undefined}
        placeholder={text('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={state.text}
        onChange={(event) => {
          const { isComposing } = event.nativeEvent as InputEvent;
          search.type(event.currentTarget.value, isComposing);
          completions.update(event.currentTarget.value, isComposing);
        }}
        onCompositionEnd={(event) => {
          search.type(event.currentTarget.value, false);
          completions.update(event.currentTarget.value, false);
        }}
        onKeyDown={(event) => {
          if (!completeByKey(event, completions, isCompleting)) handleKey(event, search);
        }}
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
        <div className={`${styles.panel} ${styles.teaching}`}>
          <RememberedSearches
            memory={search.memory}
            onInsert={insert}
            onForget={() => {
              // The button goes with what it clears.
              search.focus();
              search.memory.forgetRecent();
            }}
          />
          <SearchHelp onInsert={insert} />
        </div>
      ) : null}
      {isCompleting || (isFocused && problems.length > 0) ? (
        <div className={styles.panel}>
          {isCompleting ? <CompletionList completions={completions} /> : null}
          {problems.length > 0 ? <QueryProblems id={problemsId} problems={problems} /> : null}
        </div>
      ) : null}
      <p role="status" className="visually-hidden">
        {isCompleting ? text('search.completions.count', { count: completions.items.length }) : null}
      </p>
    </search>
  );
}

function pointAtCompletion({ active }: CompletionsHandle): string | undefined {
  return active === undefined ? undefined : completionId(active);
}

function pointAtLine({ active, lines }: SearchHandle): string | undefined {
  return active === undefined ? undefined : lineId(lines.indexOf(active));
}

/** Whether a key was meant for what is offered at the caret. Where nothing is, only Alt+↓ is, which asks for it. */
function completeByKey(event: KeyboardEvent, completions: CompletionsHandle, isOpen: boolean): boolean {
  // The keys of an input method that is composing are its own.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
  const isKnown = (): boolean => {
    if (event.altKey) {
      if (event.key === 'ArrowDown') completions.ask();
      return event.key === 'ArrowDown';
    }
    if (!isOpen) return false;
    const item = completions.active === undefined ? undefined : completions.items[completions.active];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        completions.move(event.key === 'ArrowDown' ? 1 : -1);
        return true;
      case 'Enter':
        if (item !== undefined) completions.accept(item);
        return item !== undefined;
      case 'Escape':
        completions.dismiss();
        // The search itself stays open.
        event.stopPropagation();
        return true;
      default:
        return false;
    }
  };
  const isDone = isKnown();
  if (isDone) event.preventDefault();
  return isDone;
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
