/**
 * What a reader can tell the program to do, by menu, key or palette. Main puts them into the application menu and sends
 * the id; the renderer carries them out. Labels are `commands.<id>` in the catalogues.
 */
export const COMMAND_IDS = [
  'go-to-library',
  'go-to-reader',
  'go-to-notes',
  'go-to-search',
  'go-to-glossary',
  'go-to-settings',
  'go-to-backups',
  'view-side-by-side',
  'view-line-by-line',
  'view-single-first',
  'view-single-second',
  'toggle-links',
  'toggle-remarks',
  'toggle-contents',
  'go-to-unit',
  'next-unit',
  'previous-unit',
  'switch-language',
  'go-back',
  'go-forward',
  'highlight',
  'add-note',
  'add-question',
  'add-tag',
  'add-bookmark',
  'add-counterpart',
  'copy-selection',
  'search-selection',
  'mark-read',
  'mark-in-work',
  'mark-understood',
  'undo',
  'redo',
  'larger-type',
  'smaller-type',
  'reset-type',
  'switch-theme',
  'switch-interface-language',
  'show-keys',
  'show-palette',
] as const;

/** One of {@link COMMAND_IDS}. */
export type CommandId = (typeof COMMAND_IDS)[number];
