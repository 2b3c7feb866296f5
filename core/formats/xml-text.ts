// Written as a string because the set difference needs the flag v, which the compiler knows only from ES2024 on.
const FORBIDDEN = new RegExp('[[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]--[\\t\\n\\r\\u007F-\\u009F]]', 'gv');

/** A text without what no XML 1.0 document may hold, not even as a reference: control characters, halves of characters. */
export function replaceForbidden(text: string): string {
  return text.replaceAll(FORBIDDEN, '\uFFFD');
}
