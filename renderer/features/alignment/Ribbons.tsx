import { memo, useLayoutEffect, useState, type RefObject } from 'react';
import type { Ribbon } from '../../../core/alignment/edit/ribbons.ts';
import styles from './AlignmentGrid.module.css';
import type { RowMark } from './describe-alignment.ts';

interface Props {
  readonly rowRef: RefObject<HTMLElement | null>;
  readonly ribbons: readonly Ribbon[];
  readonly mark: RowMark;
  /** Whether a sentence of the row is being written: it is another element then. */
  readonly isWriting: boolean;
}

/** The width of the column, in units of the drawing. */
const WIDTH = 64;

/** How high a sentence is on its side, in px from the top of the row. */
interface Extent {
  readonly top: number;
  readonly bottom: number;
}

type Extents = readonly [source: readonly Extent[], target: readonly Extent[]];

/** The bands between sentences that answer each other; a drawing of what the rows say already. */
export const Ribbons = memo(function Ribbons(props: Props) {
  const { ribbons, mark } = props;
  const extents = useExtents(props);
  return (
    <div aria-hidden className={styles.ribbons}>
      <svg width={WIDTH} height="100%" className={styles.drawing} data-mark={mark}>
        {ribbons.map((ribbon) => {
          const source = join(extents[0], ribbon.source);
          const target = join(extents[1], ribbon.target);
          if (source === undefined || target === undefined) return null;
          return <path key={`${ribbon.source[0]}-${ribbon.target[0]}`} d={drawBand(source, target)} />;
        })}
      </svg>
    </div>
  );
});

function join(extents: readonly Extent[], places: readonly number[]): Extent | undefined {
  const found = places.flatMap((place) => extents[place] ?? []);
  if (found.length === 0) return undefined;
  return {
    top: Math.min(...found.map(({ top }) => top)),
    bottom: Math.max(...found.map(({ bottom }) => bottom)),
  };
}

/** A band from one side to the other, curved as a ribbon hangs. */
function drawBand(source: Extent, target: Extent): string {
  const middle = WIDTH / 2;
  return [
    `M0 ${source.top}`,
    `C${middle} ${source.top} ${middle} ${target.top} ${WIDTH} ${target.top}`,
    `V${target.bottom}`,
    `C${middle} ${target.bottom} ${middle} ${source.bottom} 0 ${source.bottom}`,
    'Z',
  ].join('');
}

const NOTHING: Extents = [[], []];

/** Measures the sentences of a row, again whenever one is another or changes its size. */
function useExtents({ rowRef, ribbons, isWriting }: Props): Extents {
  const [extents, setExtents] = useState(NOTHING);
  useLayoutEffect(() => {
    const row = rowRef.current;
    if (row === null) return undefined;
    // An observer tells the sizes of what it is given at once, and every change.
    const observer = new ResizeObserver(() => setExtents((before) => keepSame(before, measureSides(row))));
    for (const element of row.querySelectorAll('[data-block]')) observer.observe(element);
    return () => observer.disconnect();
  }, [rowRef, ribbons, isWriting]);
  return extents;
}

/** React draws again only for another value. */
function keepSame(before: Extents, after: Extents): Extents {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function measureSides(row: HTMLElement): Extents {
  const { top } = row.getBoundingClientRect();
  const measure = (side: 0 | 1): readonly Extent[] =>
    Array.from(row.querySelectorAll(`[data-side="${side}"] [data-block]`), (element) => {
      const box = element.getBoundingClientRect();
      return { top: Math.round(box.top - top), bottom: Math.round(box.bottom - top) };
    });
  return [measure(0), measure(1)];
}
