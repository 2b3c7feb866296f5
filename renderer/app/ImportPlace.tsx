import { useState } from 'react';
import { localDay } from '../../core/local-day.ts';
import { ImportScreen } from '../features/import/ImportScreen.tsx';
import type { ImportingHandle } from './use-importing.ts';

interface Props {
  readonly importing: ImportingHandle;
}

/** The wizard of the import, while it is shown; what was chosen in it outlives leaving it. */
export function ImportPlace({ importing }: Props) {
  const [today] = useState(() => localDay(new Date()));
  return (
    <ImportScreen
      handle={importing.handle}
      today={today}
      onAdd={importing.add}
      onPutAway={importing.putAway}
    />
  );
}
