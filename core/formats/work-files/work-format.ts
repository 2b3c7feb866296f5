import { WORK_ARCHIVE_ENDING } from './work-archive.ts';

/** The formats a text can be exported in. The first is a work archive, which takes everything along. */
export const WORK_FORMATS = ['archive', 'tmx', 'tsv', 'html', 'docx'] as const;

/** One of {@link WORK_FORMATS}. */
export type WorkFormat = (typeof WORK_FORMATS)[number];

/** The ending of a file of each format, without the dot. */
export const WORK_FILE_ENDINGS: Readonly<Record<WorkFormat, string>> = {
  archive: WORK_ARCHIVE_ENDING,
  tmx: 'tmx',
  tsv: 'tsv',
  html: 'html',
  docx: 'docx',
};
