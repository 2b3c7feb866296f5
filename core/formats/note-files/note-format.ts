/** The formats notes can be exported in. Only JSON-LD can be read back. */
export const NOTE_FORMATS = ['jsonld', 'markdown', 'html', 'csv', 'text'] as const;

/** One of {@link NOTE_FORMATS}. */
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** The ending of a file of each format, without the dot. */
export const NOTE_FILE_ENDINGS: Readonly<Record<NoteFormat, string>> = {
  jsonld: 'jsonld',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
  text: 'txt',
};
