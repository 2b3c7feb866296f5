import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Occurrence } from '../../../core/text/find-occurrences.ts';
import type { Work } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import type { GlossaryEntry, GlossaryOrder } from './glossary-entries.ts';
import type { GlossaryAction } from './glossary-state.ts';
import { TermRow } from './TermRow.tsx';
import styles from './TermTable.module.css';

interface Props {
  readonly work: Work;
  /** Never empty. */
  readonly entries: readonly GlossaryEntry[];
  readonly order: GlossaryOrder;
  readonly openId: string | null;
  readonly dispatch: (action: GlossaryAction) => void;
  readonly onJump: (occurrence: Occurrence) => void;
}

// What the arrow keys stop at, in the order of the page: the terms, and the lines of the open one.
const STOPS = '[data-stop]';

/** The terms as a table. One of its stops is in the tab order; the arrow keys go through them all. */
export function TermTable({ work, entries, order, openId, dispatch, onJump }: Props) {
  const text = useText();
  const table = useRef<HTMLTableElement>(null);
  const hintId = useId();
  const [lastFocusedId, setLastFocusedId] = useState<string | null>(openId);
  const tabStopId = entries.some(({ id }) => id === lastFocusedId) ? lastFocusedId : entries[0]?.id;

  const handleKeyDown = (event: KeyboardEvent) => {
    const stops = [...(table.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextStop(event.key, stops, at);
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape' && openId !== null) {
      event.preventDefault();
      table.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
      dispatch({ type: 'entry-closed' });
    }
  };

  return (
    <>
      <p id={hintId} className="visually-hidden">
        {text('glossary.keys')}
      </p>
      <table ref={table} className={styles.table} aria-describedby={hintId} onKeyDown={handleKeyDown}>
        <caption className="visually-hidden">{text('glossary.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('glossary.column.chinese')}</th>
            <th scope="col" aria-sort={order === 'pinyin' ? 'ascending' : 'none'}>
              {text('glossary.column.pinyin')}
            </th>
            <th scope="col" aria-sort={order === 'english' ? 'ascending' : 'none'}>
              {text('glossary.column.english')}
            </th>
            <th scope="col" className={styles.places}>
              {text('glossary.column.places')}
            </th>
          </tr>
        </thead>
        {entries.map((entry) => (
          <TermRow
            key={entry.id}
            work={work}
            entry={entry}
            isOpen={entry.id === openId}
            isTabStop={entry.id === tabStopId}
            onToggle={() => dispatch({ type: 'entry-toggled', id: entry.id })}
            onFocus={() => setLastFocusedId(entry.id)}
            onJump={onJump}
          />
        ))}
      </table>
    </>
  );
}

function nextStop(key: string, stops: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return stops[at + 1];
    case 'ArrowUp':
      return stops[at - 1];
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    default:
      return undefined;
  }
}
