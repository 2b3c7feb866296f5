import { useCallback, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import type { Failure, Result } from '../../ipc/result.ts';

/** The settings and the way to change them. */
export interface SettingsHandle {
  readonly value: Settings;
  readonly change: (update: (settings: Settings) => Settings) => void;
  /** Why the latest change is not on disk, if it is not. */
  readonly failure: Failure | undefined;
}

/** Holds the settings; every change applies at once and is sent to main, which writes it. */
export function useSettings(
  initial: Settings,
  save: (settings: Settings) => Promise<Result<null>>,
): SettingsHandle {
  const [value, setValue] = useState(initial);
  const [failure, setFailure] = useState<Failure>();
  const sent = useRef(initial);

  useEffect(() => {
    if (sent.current === value) return;
    sent.current = value;
    void save(value).then((result) => setFailure(result.ok ? undefined : result.failure));
  }, [value, save]);

  const change = useCallback((update: (settings: Settings) => Settings) => setValue(update), []);
  return { value, change, failure };
}
