// A link of Markdown with its address, in angle brackets or without: only its label is read.
const LINK =
  /!?\[((?:[^\][\\]|\\.)*)\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/gu;

/**
 * The words of a note as they are read: of a Markdown link only the label stays, since its address is shown nowhere and
 * would be found, quoted and marked in place of words. All other Markdown stays as the reader wrote it.
 * @param body the note's Markdown.
 */
export function noteWords(body: string): string {
  return body.replace(LINK, '$1');
}
