import { GridList } from 'react-aria-components';
import type { WorkSummary } from '../../../ipc/contract.ts';
import type { Failure } from '../../../ipc/result.ts';
import type { WorkCounts } from '../../../ipc/works.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { WorkCard } from './WorkCard.tsx';
import styles from './LibraryScreen.module.css';

interface Props {
  readonly works: readonly WorkSummary[];
  /** How many notes each work has, by id; undefined until that is known. */
  readonly noteCounts: Readonly<Record<string, WorkCounts>> | undefined;
  /** The work that is open in the reader; undefined while none is. */
  readonly currentWorkId: string | undefined;
  /** Why the works could not be listed; `works` is then not shown. */
  readonly failure?: Failure | undefined;
  readonly onOpen: (id: string) => void;
  /** Begins the import of a text. */
  readonly onImport: () => void;
  /** Lists the works once more, after a failure. */
  readonly onRetry: () => void;
}

/** The works there are; one of them is opened by a press or by Enter. */
export function LibraryScreen(props: Props) {
  const { works, noteCounts, currentWorkId, failure, onOpen, onImport, onRetry } = props;
  const text = useText();
  const importButton = <ActionButton onPress={onImport}>{text('import.open')}</ActionButton>;
  if (failure !== undefined) {
    return (
      <Screen title={text('library.title')}>
        <div role="alert">
          <EmptyState title={text('library.failed')}>
            <p>{text('library.failed.kept')}</p>
            <p className={styles.detail}>{text('library.failed.detail', { detail: failure.detail })}</p>
            <ActionButton onPress={onRetry} autoFocus>
              {text('library.retry')}
            </ActionButton>
          </EmptyState>
        </div>
      </Screen>
    );
  }
  if (works.length === 0) {
    return (
      <Screen title={text('library.title')}>
        <EmptyState title={text('library.empty')}>
          <p>{text('library.empty.text')}</p>
          {importButton}
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen
      title={text('library.title')}
      subtitle={text('library.count', { count: works.length })}
      actions={importButton}
    >
      <GridList
        aria-label={text('library.works')}
        className={styles.works ?? ''}
        autoFocus="first"
        onAction={(key) => onOpen(String(key))}
      >
        {works.map((work) => (
          <WorkCard
            key={work.id}
            work={work}
            noteCount={noteCounts === undefined ? undefined : (noteCounts[work.id]?.notes ?? 0)}
            isCurrent={work.id === currentWorkId}
          />
        ))}
      </GridList>
    </Screen>
  );
}
