import type { SaveState } from './StatusLine.tsx';

/** "Saved" is only said when both the notes and the settings are on disk. */
export function combineSaveStates(notes: SaveState, settings: SaveState): SaveState {
  if (notes.type === 'failed' || settings.type === 'saved') return notes;
  return settings;
}
