import type { ReactNode } from 'react';
import type { NearRows } from './near-rows.ts';
import { useIsNear } from './use-near-rows.ts';

/** What the margin carries beside one clause. */
export interface MarginContent {
  readonly notes: ReactNode;
  /** Something is being done here: it stays although the clause is far from the window. */
  readonly isHeld: boolean;
}

interface Props {
  readonly unit: string;
  readonly rows: NearRows;
  readonly content: MarginContent;
}

/**
 * The notes beside a clause, as long as it is near. A clause that is far keeps its height without them: the browser skips
 * what is in it (content-visibility) and remembers how high it was.
 */
export function Margin({ unit, rows, content }: Props) {
  return useIsNear(rows, unit) || content.isHeld ? content.notes : null;
}
