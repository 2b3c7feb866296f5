/**
 * The Chinese typefaces come in parts of some hundred characters, and a part is loaded when one of its characters is drawn
 * for the first time. Until it is there, the system is asked for another typeface, character by character; then everything
 * is laid out once more.
 */
const FAMILY = 'Noto Serif SC Variable';
const TYPEFACE = `1em "${FAMILY}"`;

/** Nothing waits longer for its typeface; what is late is drawn in another one first, as if nobody had waited. */
const LONGEST_WAIT_MS = 100;

/** Is resolved when all characters of `text` can be drawn in the typeface of Chinese text, or it takes too long. */
export async function loadGlyphs(text: string): Promise<void> {
  if (document.fonts.check(TYPEFACE, text)) return;
  // A part that cannot be read is missing, not waited for.
  const loaded = document.fonts.load(TYPEFACE, text).catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}

/** How many parts are asked for at a time: each arrival has what is on the page laid out once more. */
const PARTS_AT_A_TIME = 4;

/**
 * Loads the whole typeface, whenever there is nothing else to do, until the returned function is called. It is for whoever
 * goes through many texts: without it each of them would have characters that come late. It takes 43 MB.
 */
export function loadAllGlyphs(): () => void {
  const parts = [...document.fonts].filter(({ family }) => family.includes(FAMILY));
  let idle = 0;
  const loadSome = async () => {
    const some = parts.splice(0, PARTS_AT_A_TIME);
    await Promise.allSettled(some.map((part) => part.load()));
    if (parts.length > 0 && idle !== -1) idle = requestIdleCallback(() => void loadSome());
  };
  idle = requestIdleCallback(() => void loadSome());
  return () => {
    cancelIdleCallback(idle);
    idle = -1;
  };
}
