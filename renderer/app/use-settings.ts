import { useCallback, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../core/settings/settings.ts';
import type { Result } from '../../ipc/result.ts';
import type { SaveState } from './StatusLine.tsx';

/** The settings and the way to change them. */
export interface SettingsHandle {
  readonly value: Settings;
  readonly change: (update: (settings: Settings) => Settings) => void;
  /** Whether the latest change is on disk. */
  readonly saveState: SaveState;
}

/** Holds the settings; every change applies at once and is sent to main, which writes it. */
export function useSettings(
  initial: Settings,
  save: (settings: Settings) => Promise<Result<null>>,
): SettingsHandle {
  const [value, setValue] = useState(initial);
  const [answered, setAnswered] = useState<Answer>({ value: initial, result: SAVED });
  const sent = useRef(initial);

  useEffect(() => {
    if (sent.current === value) return;
    sent.current = value;
    void save(value).then((result) => setAnswered({ value, result: result.ok ? SAVED : toFailed(result) }));
  }, [value, save]);

  const change = useCallback((update: (settings: Settings) => Settings) => setValue(update), []);
  return { value, change, saveState: answered.value === value ? answered.result : SAVING };
}

/** What became of settings that were sent. */
interface Answer {
  readonly value: Settings;
  readonly result: SaveState;
}

const SAVED: SaveState = { type: 'saved' };
const SAVING: SaveState = { type: 'saving' };

function toFailed({ failure }: Extract<Result<null>, { readonly ok: false }>): SaveState {
  return { type: 'failed', failure, isSettings: true };
}
