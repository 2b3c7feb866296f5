import { useState, type Dispatch } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './AsideList.module.css';
import type { ImportAction, ImportState } from './import-state.ts';

interface Props {
  readonly state: ImportState;
  readonly dispatch: Dispatch<ImportAction>;
}

/** How many are shown at first, and with each press more: a site's navigation can have thousands of lines. */
const BATCH = 100;

/** What stands in the files and was not taken for a part of the text; a tick brings it back. */
export function AsideList({ state, dispatch }: Props) {
  const text = useText();
  const [shownCount, setShownCount] = useState(BATCH);
  const { asides, restored } = state;
  const hiddenCount = asides.length - shownCount;
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{text('import.asides')}</h3>
      <p className={styles.hint}>{text(asides.length === 0 ? 'import.asides.none' : 'import.asides.hint')}</p>
      <ul>
        {asides.slice(0, shownCount).map(({ id, text: words, reason, language }) => {
          const isRestored = restored.has(id);
          return (
            <li key={id}>
              <label className={styles.aside} data-restored={isRestored ? '' : undefined}>
                <input
                  type="checkbox"
                  className={styles.tick}
                  checked={isRestored}
                  onChange={({ currentTarget: { checked } }) =>
                    dispatch({ type: 'aside-restored', id, isRestored: checked })
                  }
                />
                <span className={styles.words} {...(language === undefined ? {} : { lang: language })}>
                  {words}
                </span>
                <span className={styles.reason}>
                  {text(isRestored ? 'import.asides.restored' : `import.reason.${reason}`)}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {hiddenCount <= 0 ? null : (
        <ActionButton onPress={() => setShownCount(shownCount + BATCH)}>
          {text('import.asides.more', { count: Math.min(BATCH, hiddenCount) })}
        </ActionButton>
      )}
    </section>
  );
}
