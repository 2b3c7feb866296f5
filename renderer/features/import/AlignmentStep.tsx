import type { Dispatch, KeyboardEvent } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ActionMenu } from '../../components/ActionMenu.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './AlignmentStep.module.css';
import { languageOf } from './edition-drafts.ts';
import type { Found, ImportAction, ImportState } from './import-state.ts';
import { useLanguageNames } from './language-names.ts';
import { UnitsGrid } from './UnitsGrid.tsx';

interface Props {
  readonly state: ImportState;
  readonly found: Found;
  readonly dispatch: Dispatch<ImportAction>;
}

/** The second step: the clauses side by side, the doubtful ones marked, and what is easily mended. */
export function AlignmentStep({ state, found, dispatch }: Props) {
  const text = useText();
  const { row, edits } = state;
  const unit = found.units[row];
  const actions = listActions(state, found);
  const keys: Readonly<Record<string, ImportAction | undefined>> = {
    n: { type: 'doubtful-sought', by: 1 },
    N: { type: 'doubtful-sought', by: -1 },
    y: actions.confirm,
    j: actions.join,
    u: { type: 'edit-undone' },
    ...(found.added === undefined ? {} : { p: actions.passOn }),
    ...Object.fromEntries(actions.separations.map(({ action }, index) => [String(index + 1), action])),
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const action = keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    dispatch(action);
  };
  const run = (action: ImportAction | undefined) => () => {
    if (action !== undefined) dispatch(action);
  };
  return (
    <div className={styles.step} onKeyDown={handleKeyDown}>
      <div role="toolbar" aria-label={text('import.step.alignment')} className={styles.tools}>
        <ToolButton
          words={text('import.alignment.previous')}
          shortcut="Shift+N"
          isDisabled={found.doubtful.size === 0}
          onPress={run({ type: 'doubtful-sought', by: -1 })}
        />
        <ToolButton
          words={text('import.alignment.next')}
          shortcut="n"
          isDisabled={found.doubtful.size === 0}
          onPress={run({ type: 'doubtful-sought', by: 1 })}
        />
        <span className={styles.rule} />
        <ToolButton
          words={text('import.alignment.confirm')}
          shortcut="y"
          isDisabled={unit === undefined || !found.doubtful.has(unit.id)}
          onPress={run(actions.confirm)}
        />
        <ToolButton
          words={text(found.added === undefined ? 'import.alignment.join' : 'import.alignment.take-up')}
          shortcut="j"
          isDisabled={row >= found.units.length - 1}
          onPress={run(actions.join)}
        />
        {found.added === undefined ? null : (
          <ToolButton
            words={text('import.alignment.pass-on')}
            shortcut="p"
            isDisabled={row >= found.units.length - 1}
            onPress={run(actions.passOn)}
          />
        )}
        <Separate separations={actions.separations} state={state} dispatch={dispatch} />
        <ToolButton
          words={text('import.alignment.undo')}
          shortcut="u"
          isDisabled={edits.length === 0}
          onPress={run({ type: 'edit-undone' })}
        />
        <span role="status" className={found.doubtful.size > 0 ? styles.left : styles.none}>
          {text('import.alignment.left', { count: found.doubtful.size })}
        </span>
      </div>
      <UnitsGrid state={state} found={found} onRow={(at) => dispatch({ type: 'row-chosen', row: at })} />
    </div>
  );
}

interface ToolProps {
  readonly words: string;
  readonly shortcut: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

/** A button with the key that does the same beside its words. */
function ToolButton({ words, shortcut, isDisabled, onPress }: ToolProps) {
  return (
    <ActionButton label={words} isDisabled={isDisabled} onPress={onPress}>
      <span className={styles.tool}>
        {words}
        <Kbd keys={shortcut} />
      </span>
    </ActionButton>
  );
}

interface Separation {
  readonly language: string;
  readonly action: ImportAction;
}

function Separate({
  separations,
  state,
  dispatch,
}: Omit<Props, 'found'> & { readonly separations: readonly Separation[] }) {
  const text = useText();
  const languageName = useLanguageNames();
  return (
    <ActionMenu
      label={text('import.alignment.separate')}
      items={separations.map(({ language }) => ({
        id: language,
        label: text('import.edition', { language: languageName(languageOf(state, language)) }),
      }))}
      onChoose={(language) => {
        const chosen = separations.find((one) => one.language === language);
        if (chosen !== undefined) dispatch(chosen.action);
      }}
    />
  );
}

/** What can be done to the current row. */
function listActions({ row }: ImportState, { units, result, added }: Found) {
  const unit = units[row]?.id ?? '';
  return {
    confirm: { type: 'edited', edit: { type: 'confirm', unit } },
    join: { type: 'edited', edit: { type: 'join', unit } },
    passOn: { type: 'edited', edit: { type: 'pass-on', unit } },
    separations: (added === undefined ? result.languages : [added]).map((language): Separation => ({
      language,
      action: { type: 'edited', edit: { type: 'separate', unit, language } },
    })),
  } as const satisfies {
    readonly confirm: ImportAction;
    readonly join: ImportAction;
    readonly passOn: ImportAction;
    readonly separations: readonly Separation[];
  };
}
