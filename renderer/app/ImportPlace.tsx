import { ImportScreen } from '../features/import/ImportScreen.tsx';
import type { ImportingHandle } from './use-importing.ts';

interface Props {
  readonly isShown: boolean;
  readonly importing: ImportingHandle;
}

/** The wizard of the import, while it is shown; what was chosen in it outlives leaving it. */
export function ImportPlace({ isShown, importing }: Props) {
  if (!isShown) return null;
  return (
    <ImportScreen
      handle={importing.handle}
      today={formatDay(new Date())}
      onAdd={importing.add}
      onPutAway={importing.putAway}
    />
  );
}

/** ISO 8601, in the reader's time zone. */
function formatDay(date: Date): string {
  return [
    String(date.getFullYear()),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
