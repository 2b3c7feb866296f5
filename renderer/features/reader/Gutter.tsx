import { Check, Diamond } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { UnitProgress } from '../../../core/annotation/notebook.ts';
import { isChinese, type LanguageTag } from '../../../core/text/language.ts';
import { findNumberLabel } from '../../../core/text/number-label.ts';
import type { Unit } from '../../../core/text/work.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ReaderLayout } from './reader-layout.ts';
import styles from './Gutter.module.css';

interface Props {
  readonly unit: Unit;
  readonly layout: ReaderLayout;
  readonly progress: UnitProgress | undefined;
  readonly remarkCount: number;
  readonly areRemarksOpen: boolean;
  readonly isPeeked: boolean;
  readonly onToggleRemarks: () => void;
  readonly onTogglePeek: () => void;
}

/** What stands between the editions: the printed numbers, the remark mark and, in the single view, the way to peek. */
export function Gutter(props: Props) {
  const { unit, layout, progress, remarkCount, areRemarksOpen, isPeeked } = props;
  const text = useText();
  const languages = layout.view === 'single' ? [layout.single] : layout.languages;
  return (
    <div className={styles.gutter}>
      {listLabels(unit, languages).map(({ language, label }) => {
        return (
          <span
            key={language}
            aria-hidden
            lang={language}
            className={isChinese(language) ? styles.chinese : styles.latin}
          >
            {label}
          </span>
        );
      })}
      {layout.view === 'single' ? (
        <Button
          className={styles.peek ?? ''}
          aria-label={text(isPeeked ? 'reader.peek.hide' : 'reader.peek.show')}
          aria-expanded={isPeeked}
          onPress={props.onTogglePeek}
        >
          ⇅
        </Button>
      ) : null}
      {remarkCount > 0 && layout.reading.showRemarks ? (
        <Button
          className={styles.remark ?? ''}
          aria-label={text('reader.remarks.open', { count: remarkCount })}
          aria-expanded={areRemarksOpen}
          onPress={props.onToggleRemarks}
        >
          <Diamond size={9} fill="currentColor" strokeWidth={0} />
        </Button>
      ) : null}
      {progress === undefined ? null : (
        <span className={styles.progress} data-progress={progress}>
          <Check size={12} strokeWidth={2} aria-hidden />
          <span className="visually-hidden">{text(`reader.progress.${progress}`)}</span>
        </span>
      )}
    </div>
  );
}

/** The printed numbers, each once: most languages write the same digits. */
function listLabels(
  unit: Unit,
  languages: readonly LanguageTag[],
): readonly { readonly language: LanguageTag; readonly label: string }[] {
  const labels = new Map<string, LanguageTag>();
  for (const language of languages) {
    const label = findNumberLabel(unit.segments[language] ?? '')?.label;
    if (label !== undefined && !labels.has(label)) labels.set(label, language);
  }
  return [...labels].map(([label, language]) => ({ label, language }));
}
