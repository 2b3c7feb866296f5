import { useIntl } from 'react-intl';
import type { ShownRendering } from '../../../core/concordance/concordance-question.ts';
import { isChinese } from '../../../core/text/language.ts';
import { SpreadPlot } from '../../components/SpreadPlot.tsx';
import { VirtualGrid } from '../../components/VirtualGrid.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { PlaceNames } from './place-names.ts';
import { hasWords, nameRendering } from './rendering-name.ts';
import styles from './Tables.module.css';

interface Props {
  readonly rows: readonly ShownRendering[];
  readonly total: number;
  readonly counterpart: string;
  readonly names: PlaceNames;
  readonly row: number;
  readonly onRow: (row: number) => void;
  readonly onOpen: (row: ShownRendering) => void;
}

/** Places named in a row; the rest is counted. */
const NAMED_PLACES = 3;

/** How the words were rendered: how often, where; what has no rendering has rows of its own. */
export function RenderingsTable({ rows, total, counterpart, names, row, onRow, onOpen }: Props) {
  const text = useText();
  const script = isChinese(counterpart) ? styles.chinese : styles.latin;
  return (
    <VirtualGrid
      label={text('concordance.view.renderings')}
      hint={text('concordance.keys.renderings')}
      items={rows}
      rowHeight={45}
      rowClass={`${styles.row} ${styles.renderings}`}
      header={
        <>
          <span role="columnheader">{text('concordance.column.rendering')}</span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.count')}
          </span>
          <span role="columnheader" className={styles.number}>
            {text('concordance.column.share')}
          </span>
          <span role="columnheader">{text('concordance.column.spread')}</span>
          <span role="columnheader">{text('concordance.column.places')}</span>
        </>
      }
      renderRow={(one) => {
        const isRendered = hasWords(one.rendering);
        const others = one.forms.slice(1).map((form) => form.text);
        const places = [...new Set(one.places.map(names.namePlace))];
        const rest = places.length - NAMED_PLACES;
        return (
          <>
            <span
              role="gridcell"
              className={isRendered ? script : styles.absence}
              lang={isRendered ? counterpart : undefined}
            >
              {nameRendering(one, text)}
              {others.length === 0 ? null : <small className={styles.forms}>{others.join(' · ')}</small>}
              <Proposed count={one.proposedCount} total={one.count} />
            </span>
            <span role="gridcell" className={styles.number}>
              {one.count}
            </span>
            <span role="gridcell" className={styles.number}>
              {text('concordance.share', { share: Math.round((100 * one.count) / Math.max(1, total)) })}
            </span>
            <span role="gridcell" className={styles.plot}>
              <SpreadPlot bars={one.spread} label={text('concordance.spread', { count: one.count })} />
            </span>
            <span role="gridcell" className={styles.places}>
              {places.slice(0, NAMED_PLACES).join(' · ')}
              {rest > 0 ? ` ${text('concordance.places.more', { count: rest })}` : ''}
            </span>
          </>
        );
      }}
      row={row}
      onRow={onRow}
      onOpen={onOpen}
    />
  );
}

/** Says how many of the places of a rendering rest on what the program takes for its answer. */
function Proposed({ count, total }: { readonly count: number; readonly total: number }) {
  const text = useText();
  const { locale } = useIntl();
  if (count === 0) return null;
  return (
    <small lang={locale} className={styles.proposed} title={text('concordance.proposed.detail')}>
      {text(count === total ? 'concordance.proposed' : 'concordance.proposed.some', { count })}
    </small>
  );
}
