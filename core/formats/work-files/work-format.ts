/** No work archive is larger, nor the text in it: what is was chosen by mistake. In bytes. */
export const MAX_WORK_ARCHIVE_BYTES = 64 * 1024 * 1024;

/** The formats a text can be exported in. The first is a work archive, which takes everything along. */
export const WORK_FORMATS = ['archive', 'tmx', 'tsv', 'html', 'docx'] as const;

/** One of {@link WORK_FORMATS}. */
export type WorkFormat = (typeof WORK_FORMATS)[number];

/** The ending of a file of each format, without the dot. */
export const WORK_FILE_ENDINGS: Readonly<Record<WorkFormat, string>> = {
  archive: 'duizhao',
  tmx: 'tmx',
  tsv: 'tsv',
  html: 'html',
  docx: 'docx',
};
