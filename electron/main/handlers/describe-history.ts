import type { DescribedHistory } from '../../../ipc/history.ts';
import { succeed, type Result } from '../../../ipc/result.ts';

export interface HistoryParts {
  /** Lets the Edit menu say what can be undone. */
  readonly onHistoryDescribed: (history: DescribedHistory) => void;
}

export function describeHistory(
  { onHistoryDescribed }: HistoryParts,
  history: DescribedHistory,
): Result<null> {
  onHistoryDescribed(history);
  return succeed(null);
}
