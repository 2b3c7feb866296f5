/** Longer names are refused by some file systems (255 bytes; a Han character has three). */
const MAX_NAME_LENGTH = 70;

/** A name that may be given to a file on all three systems, without an ending. */
export function composeFileName(words: string): string {
  // What the three systems forbid in names; a dot at the end, too, on Windows.
  const safe = words.replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ');
  return safe.slice(0, MAX_NAME_LENGTH).trim().replace(/\.+$/, '') || 'duizhao';
}
