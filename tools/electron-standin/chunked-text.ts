/**
 * Long texts in parts: a message of about 100 MB over the debugging pipe ends the browser. Runs in Node and in the page.
 */

/** In UTF-16 code units; JSON may need six bytes for each, twice escaped. */
const PART_LENGTH = 4_000_000;

/** Calls `send` with the parts of a text, in order. Each starts with '+' when more follow, with '.' when it is the last. */
export function sendInParts(text: string, send: (part: string) => void, partLength = PART_LENGTH): void {
  let start = 0;
  while (text.length - start > partLength) {
    send(`+${text.slice(start, start + partLength)}`);
    start += partLength;
  }
  send(`.${text.slice(start)}`);
}

/** Makes a function that takes parts in order and gives the text with its last part, before that null. */
export function createPartCollector(): (part: string) => string | null {
  let parts: string[] = [];
  return (part) => {
    parts.push(part.slice(1));
    if (part.startsWith('+')) return null;
    const text = parts.join('');
    parts = [];
    return text;
  };
}
