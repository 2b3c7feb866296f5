/**
 * The Chinese typefaces come in parts of some hundred characters, and a part is loaded when one of its characters is drawn
 * for the first time. Until it is there, the system is asked for another typeface, character by character; then everything
 * is laid out once more.
 */
const TYPEFACE = '1em "Noto Serif SC Variable"';

/** Nothing waits longer for its typeface; what is late is drawn in another one first, as if nobody had waited. */
const LONGEST_WAIT_MS = 100;

/** Is resolved when all characters of `text` can be drawn in the typeface of Chinese text, or it takes too long. */
export async function loadGlyphs(text: string): Promise<void> {
  if (document.fonts.check(TYPEFACE, text)) return;
  // A part that cannot be read is missing, not waited for.
  const loaded = document.fonts.load(TYPEFACE, text).catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}
