import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import type { ComposedEdition } from '../../../core/import/review/compose-work.ts';
import { chooseTitle } from '../../../core/text/choose-title.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AlignmentStep } from './AlignmentStep.tsx';
import { areComplete, draftEditions } from './edition-drafts.ts';
import { FoundStep } from './FoundStep.tsx';
import { IMPORT_STEPS, type ImportSource, type ImportState } from './import-state.ts';
import styles from './ImportScreen.module.css';
import { makePastedSources } from './pasted-source.ts';
import { ProvenanceStep } from './ProvenanceStep.tsx';
import { SourceChooser } from './SourceChooser.tsx';
import { StepList } from './StepList.tsx';
import type { ImportHandle } from './use-import.ts';

interface Props {
  readonly handle: ImportHandle;
  /** ISO 8601, the date in the reader's time zone. */
  readonly today: string;
  /** Puts what was found into the library. */
  readonly onAdd: (editions: readonly ComposedEdition[]) => void;
  /** Puts the import away. */
  readonly onPutAway: () => void;
}

/** The wizard: from files to a work in three steps, which one can go back and forth between. */
export function ImportScreen({ handle, today, onAdd, onPutAway }: Props) {
  const { state, dispatch, stop } = handle;
  const text = useText();
  const names = { html: text('import.pasted.html'), text: text('import.pasted.text') };
  const take = (sources: readonly ImportSource[]) => {
    if (sources.length > 0) dispatch({ type: 'sources-added', sources });
  };
  const takeFiles = (files: readonly File[]) => take(files.map((file) => ({ name: file.name, blob: file })));
  usePaste(state.step === 'found', (data) =>
    take(
      makePastedSources(
        {
          files: [...data.files],
          html: data.getData('text/html'),
          text: data.getData('text/plain'),
        },
        names,
      ),
    ),
  );
  const title = useTitle(state);
  if (state.sources.length === 0) {
    const { putAway, purpose } = state;
    return (
      <Screen title={title}>
        <SourceChooser
          purpose={purpose.type}
          onFiles={takeFiles}
          onText={(typed) => take(makePastedSources({ files: [], html: '', text: typed }, names))}
          onBringBack={putAway === undefined ? undefined : () => dispatch({ type: 'brought-back' })}
        />
      </Screen>
    );
  }
  const { found, step } = state;
  const editions = draftEditions(state, today);
  return (
    <Screen title={title} width={step === 'alignment' ? 'full' : 'wide'} isFixed>
      <StepList
        step={step}
        isReady={isReady(state)}
        onStep={(chosen) => dispatch({ type: 'step-chosen', step: chosen })}
      />
      <div className={styles.body}>
        {found === undefined || step === 'found' ? (
          <FoundStep state={state} dispatch={dispatch} onFiles={takeFiles} onStop={stop} />
        ) : step === 'alignment' ? (
          <AlignmentStep state={state} found={found} dispatch={dispatch} />
        ) : (
          <ProvenanceStep
            editions={editions}
            isComplete={areComplete(editions)}
            adding={state.adding}
            dispatch={dispatch}
          />
        )}
      </div>
      <Footer {...{ handle, onPutAway }} editions={editions} onAdd={() => onAdd(editions)} />
    </Screen>
  );
}

/** What the import is for. */
function useTitle({ purpose }: ImportState): string {
  const text = useText();
  const { locale } = useIntl();
  if (purpose.type === 'new') return text('import.title');
  const { work } = purpose;
  return text(`import.title.${purpose.type}`, { title: chooseTitle(work.titles, locale)?.title ?? work.id });
}

type FooterProps = Pick<Props, 'handle' | 'onPutAway'> & {
  readonly editions: readonly ComposedEdition[];
  readonly onAdd: () => void;
};

function Footer({ handle: { state, dispatch, stop }, editions, onAdd, onPutAway }: FooterProps) {
  const text = useText();
  const at = IMPORT_STEPS.indexOf(state.step);
  const before = IMPORT_STEPS[at - 1];
  const after = IMPORT_STEPS[at + 1];
  const isAdding = state.adding.type === 'adding';
  return (
    <footer className={styles.footer}>
      <ActionButton isDisabled={isAdding} onPress={onPutAway}>
        {text('import.put-away')}
      </ActionButton>
      <span className={styles.space} />
      {before === undefined ? null : (
        <ActionButton isDisabled={isAdding} onPress={() => dispatch({ type: 'step-chosen', step: before })}>
          {text('import.back')}
        </ActionButton>
      )}
      {state.adding.type === 'adding' && state.adding.linked > 0 ? (
        <ActionButton onPress={stop}>{text('import.linking.skip')}</ActionButton>
      ) : null}
      {after === undefined ? (
        <ActionButton tone="primary" isDisabled={isAdding || !areComplete(editions)} onPress={onAdd}>
          {isAdding ? (
            <AddingWords adding={state.adding} />
          ) : (
            text(state.purpose.type === 'new' ? 'import.add' : 'import.propose')
          )}
        </ActionButton>
      ) : (
        <ActionButton
          tone="primary"
          isDisabled={!isReady(state)}
          onPress={() => dispatch({ type: 'step-chosen', step: after })}
        >
          {text('import.next')}
        </ActionButton>
      )}
    </footer>
  );
}

/** How far the addition has come; a short text is added before anything could be read of that. */
function AddingWords({ adding }: Pick<ImportState, 'adding'>) {
  const text = useText();
  const share = adding.type === 'adding' ? adding.linked : 0;
  return (
    <>{share === 0 ? text('import.adding') : text('import.linking', { percent: Math.floor(100 * share) })}</>
  );
}

function isReady({ found, reading }: ImportState): boolean {
  return found !== undefined && reading.type === 'read';
}

/** Hears what is pasted while nothing is written in, or in what is there for it. */
function usePaste(isListening: boolean, onPaste: (data: DataTransfer) => void): void {
  useEffect(() => {
    if (!isListening) return undefined;
    const handlePaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const isElsewhere =
        target instanceof Element && target.matches('input, textarea:not([data-takes-paste]), select');
      if (clipboardData === null || isElsewhere) return;
      event.preventDefault();
      onPaste(clipboardData);
    };
    document.addEventListener('paste', handlePaste);
    return () => document.removeEventListener('paste', handlePaste);
  });
}
