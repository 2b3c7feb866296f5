import type { ShownColumn, ShownPlace } from '../../../core/concordance/concordance-question.ts';
import type { MatrixRendering, MatrixRow } from '../../../core/concordance/rendering-matrix.ts';
import { renderingId } from '../../../core/concordance/tabulate-renderings.ts';
import { isChinese } from '../../../core/text/language.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './MatrixTable.module.css';
import { letterOf } from './matrix-letters.ts';
import type { PlaceNames } from './place-names.ts';
import { hasWords, nameRendering } from './rendering-name.ts';

interface Props {
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly MatrixRow[];
  readonly language: string;
  readonly counterpart: string;
  /** Whether each rendering has a row of its own, or each term. */
  readonly isByRendering: boolean;
  readonly names: PlaceNames;
  readonly onGo: (place: ShownPlace) => void;
  readonly onLookUp: (term: string) => void;
}

/** Renderings against places: a term that is not rendered alike everywhere stands out. */
export function MatrixTable(props: Props) {
  const { columns, rows, language, counterpart, isByRendering, names, onGo, onLookUp } = props;
  const text = useText();
  const script = (tag: string) => (isChinese(tag) ? styles.chinese : styles.latin);
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className={styles.viewport} role="region" aria-label={text('concordance.view.matrix')} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{text('concordance.view.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {text(isByRendering ? 'concordance.column.rendering' : 'concordance.column.term')}
            </th>
            <th scope="col" className={styles.sum}>
              {text('concordance.column.count')}
            </th>
            {columns.map((column) => (
              <th key={`${column.workId} ${column.unit}`} scope="col" className={styles.column}>
                <button
                  type="button"
                  onClick={() => onGo({ ...column, language, span: { start: 0, end: 0 } })}
                >
                  {names.nameColumn(column)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {isByRendering
            ? rows.flatMap((row) =>
                row.renderings.map((one) => (
                  <tr key={renderingId(one.rendering)}>
                    <th scope="row" className={styles.head}>
                      <RenderingWords one={one} counterpart={counterpart} script={script(counterpart)} />
                    </th>
                    <td className={styles.sum}>{one.count}</td>
                    {columns.map((column, at) => {
                      const count = one.counts[at] ?? 0;
                      return (
                        <td
                          key={`${column.workId} ${column.unit}`}
                          className={styles.cell}
                          style={tint(count, one.counts)}
                        >
                          {count === 0 ? '' : count}
                        </td>
                      );
                    })}
                  </tr>
                )),
              )
            : rows.map((row) => (
                <tr key={row.term} className={row.isInconsistent ? styles.inconsistent : undefined}>
                  <th scope="row" className={styles.head}>
                    <button
                      type="button"
                      lang={language}
                      className={script(language)}
                      onClick={() => onLookUp(row.term)}
                    >
                      {row.term}
                    </button>
                    {row.isInconsistent ? (
                      <span className="visually-hidden">{text('concordance.inconsistent')}</span>
                    ) : null}
                    <span className={styles.legend}>
                      {row.renderings.map((one, index) => (
                        <span key={renderingId(one.rendering)} className={styles.key}>
                          <b className={styles.letter} data-way={index} data-kind={one.rendering.type}>
                            {letterOf(row.renderings, index)}
                          </b>
                          <RenderingWords
                            isBrief
                            one={one}
                            counterpart={counterpart}
                            script={script(counterpart)}
                          />
                        </span>
                      ))}
                    </span>
                  </th>
                  <td className={styles.sum}>{row.count}</td>
                  {columns.map((column, at) => (
                    <td key={`${column.workId} ${column.unit}`} className={styles.cell}>
                      {row.renderings.map((one, index) =>
                        (one.counts[at] ?? 0) === 0 ? null : (
                          <span key={renderingId(one.rendering)} className={styles.way}>
                            <b className={styles.letter} data-way={index} data-kind={one.rendering.type}>
                              {letterOf(row.renderings, index)}
                            </b>
                            {one.counts[at]}
                          </span>
                        ),
                      )}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

function RenderingWords({
  one,
  counterpart,
  script,
  isBrief = false,
}: {
  readonly one: MatrixRendering;
  readonly counterpart: string;
  readonly script: string | undefined;
  /** Whether a sign says already that the rendering is one of a longer phrase. */
  readonly isBrief?: boolean;
}) {
  const text = useText();
  return hasWords(one.rendering) ? (
    <span lang={counterpart} className={script}>
      {isBrief ? (one.forms[0]?.text ?? one.rendering.key) : nameRendering(one, text)}
    </span>
  ) : (
    <em className={styles.absence}>{nameRendering(one, text)}</em>
  );
}

/** The fuller the cell, the more cinnabar. */
function tint(count: number, counts: readonly number[]) {
  if (count === 0) return undefined;
  const share = Math.round(8 + (26 * count) / Math.max(...counts));
  return { background: `color-mix(in srgb, var(--cinnabar) ${share}%, transparent)` };
}
