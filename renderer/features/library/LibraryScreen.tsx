import { useMemo, useState } from 'react';
import { GridList } from 'react-aria-components';
import type { LibraryOrder } from '../../../core/settings/settings.ts';
import type { Failure } from '../../../ipc/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { findWorks, sortWorks, type ListedWork } from './library-list.ts';
import { LibraryTools } from './LibraryTools.tsx';
import { WorkCard, type WorkAction } from './WorkCard.tsx';
import styles from './LibraryScreen.module.css';

interface Props {
  readonly works: readonly ListedWork[];
  /** The language of the interface. */
  readonly language: string;
  readonly order: LibraryOrder;
  readonly onOrder: (order: LibraryOrder) => void;
  /** The work that is open in the reader; undefined while none is. */
  readonly currentWorkId: string | undefined;
  /** Why the works could not be listed; `works` is then not shown. */
  readonly failure?: Failure | undefined;
  readonly onAction: (action: WorkAction, id: string) => void;
  readonly onOpenFile: () => void;
  readonly onShowBin: () => void;
  /** Begins the import of a text. */
  readonly onImport: () => void;
  /** Lists the works once more, after a failure. */
  readonly onRetry: () => void;
}

/** The works there are: found by their titles, sorted, opened by a press or by Enter; what else can be done is in their menus. */
export function LibraryScreen(props: Props) {
  const { works, language, order, failure, currentWorkId } = props;
  const text = useText();
  const [query, setQuery] = useState('');
  const shown = useMemo(
    () => sortWorks(findWorks(works, query), order, language),
    [works, query, order, language],
  );
  if (failure !== undefined) return <Unlisted failure={failure} onRetry={props.onRetry} />;
  return (
    <Screen
      width="wide"
      title={text('library.title')}
      subtitle={text('library.count', { count: works.length })}
      actions={
        <div className={styles.actions}>
          <ActionButton onPress={props.onShowBin}>{text('library.bin')}</ActionButton>
          <ActionButton onPress={props.onOpenFile}>{text('library.open-file')}</ActionButton>
          <ActionButton onPress={props.onImport}>{text('import.open')}</ActionButton>
        </div>
      }
    >
      {works.length > 1 ? (
        <LibraryTools query={query} order={order} onQuery={setQuery} onOrder={props.onOrder} />
      ) : null}
      <GridList
        aria-label={text('library.works')}
        className={styles.works ?? ''}
        items={shown}
        {...(query === '' ? { autoFocus: 'first' as const } : {})}
        onAction={(key) => props.onAction('open', String(key))}
        renderEmptyState={() =>
          works.length === 0 ? (
            <EmptyState title={text('library.empty')}>{text('library.empty.text')}</EmptyState>
          ) : (
            <EmptyState title={text('library.none-found')}>
              <ActionButton onPress={() => setQuery('')}>{text('library.show-all')}</ActionButton>
            </EmptyState>
          )
        }
      >
        {(work) => (
          <WorkCard
            work={work}
            isCurrent={work.id === currentWorkId}
            onAction={(action) => props.onAction(action, work.id)}
          />
        )}
      </GridList>
      {works.length > 0 && works.every(({ isBundled }) => isBundled) ? (
        <p className={styles.hint}>{text('library.hint')}</p>
      ) : null}
    </Screen>
  );
}

function Unlisted({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const text = useText();
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
