import { randomUUID } from 'node:crypto';
import type { ExportWords } from '../../core/formats/work-files/export-words.ts';
import { selectEditions } from '../../core/formats/work-files/select-editions.ts';
import { writeWorkArchive } from '../../core/formats/work-files/work-archive.ts';
import { WORK_FILE_ENDINGS } from '../../core/formats/work-files/work-format.ts';
import { writeBilingualHtml } from '../../core/formats/work-files/write-bilingual-html.ts';
import { writeTmx } from '../../core/formats/work-files/write-tmx.ts';
import { writeTsv } from '../../core/formats/work-files/write-tsv.ts';
import { writeJsonLd } from '../../core/formats/note-files/write-json-ld.ts';
import type { Notebook } from '../../core/annotation/notebook.ts';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import { chooseTitle } from '../../core/text/choose-title.ts';
import type { Work } from '../../core/text/work.ts';
import type { WorkTitles } from '../../core/text/work-titles.ts';
import type { WorkExport } from '../../ipc/works.ts';
import englishFiles from '../../resources/messages/en/work-files.json';
import chineseFiles from '../../resources/messages/zh-Hans/work-files.json';
import type { FileQuestion } from './file-dialogs.ts';
import { composeFileName } from './file-name.ts';
import { hashContent } from './storage/flushed-file.ts';

const MESSAGES: Readonly<Record<InterfaceLanguage, typeof englishFiles>> = {
  en: englishFiles,
  'zh-Hans': chineseFiles,
};

/** What an export is made of. */
export interface ExportContent {
  /** The text as it is kept, under the titles it has itself. */
  readonly work: Work;
  /** What the reader calls it; empty where nothing else. */
  readonly titles: WorkTitles;
  /** Null where notes do not come along. */
  readonly notebook: Notebook | null;
  readonly now: Date;
  readonly appVersion: string;
}

/** The content of a file in the format that is wanted. */
export async function writeExport(
  wanted: WorkExport,
  { work, titles, notebook, now, appVersion }: ExportContent,
): Promise<string | Uint8Array> {
  const written = now.toISOString();
  if (wanted.format === 'archive') {
    const stamp = { id: randomUUID(), time: written };
    const notes = notebook === null ? null : writeJsonLd([{ work, notebook }], stamp);
    return writeWorkArchive({ work, titles, notes, written }, (bytes) => hashContent(Buffer.from(bytes)));
  }
  const named = { ...work, titles: { ...work.titles, ...titles } };
  const text = selectEditions(named, wanted.languages);
  switch (wanted.format) {
    case 'tmx':
      return writeTmx(text, { time: written, version: appVersion });
    case 'tsv':
      return writeTsv(text);
    case 'html':
      return writeBilingualHtml(text, composeWords(wanted.language));
    case 'docx': {
      // The largest thing main has, and seldom wanted: it is not unpacked at the start.
      const { writeDocx } = await import('../../core/formats/work-files/write-docx.ts');
      return writeDocx(text, composeWords(wanted.language));
    }
  }
}

/** What the dialog says that asks where to export to. */
export function askWhereTo(
  { format, language }: WorkExport,
  { work, titles }: Pick<ExportContent, 'work' | 'titles'>,
): FileQuestion & { readonly name: string } {
  const words = MESSAGES[language];
  const title = chooseTitle({ ...work.titles, ...titles }, language)?.title ?? work.id;
  return {
    title: words['work-files.export.title'],
    name: `${composeFileName(title)}.${WORK_FILE_ENDINGS[format]}`,
    filters: [{ name: words[`work-files.format.${format}`], extensions: [WORK_FILE_ENDINGS[format]] }],
  };
}

/** What the dialog says that asks for a work archive. */
export function askForArchive(language: InterfaceLanguage): FileQuestion {
  const words = MESSAGES[language];
  return {
    title: words['work-files.open.title'],
    filters: [{ name: words['work-files.format.archive'], extensions: [WORK_FILE_ENDINGS.archive] }],
  };
}

function composeWords(language: InterfaceLanguage): ExportWords {
  const words = MESSAGES[language];
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    language,
    statuses: {
      official: words['work-files.status.official'],
      unofficial: words['work-files.status.unofficial'],
      unknown: words['work-files.status.unknown'],
    },
    source: ({ source }) =>
      words['work-files.source']
        .replace('{name}', () => source.name)
        .replace('{date}', () => dates.format(new Date(source.date))),
  };
}
