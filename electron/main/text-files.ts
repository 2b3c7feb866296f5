import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import type { Work } from '../../core/text/work.ts';
import englishRevisions from '../../resources/messages/en/revisions.json';
import chineseRevisions from '../../resources/messages/zh-Hans/revisions.json';
import type { FileQuestion } from './file-dialogs.ts';

const MESSAGES = { en: englishRevisions, 'zh-Hans': chineseRevisions } as const;

/** What the dialog says that asks for a file with a corrected text. */
export function askForText(language: InterfaceLanguage): FileQuestion {
  const words = MESSAGES[language];
  return {
    title: words['revisions.choose.title'],
    filters: [{ name: words['revisions.file'], extensions: ['json'] }],
  };
}

/** What the dialog says that asks where a text goes. */
export function askForTextPlace(
  work: Work,
  language: InterfaceLanguage,
): FileQuestion & { readonly name: string } {
  const words = MESSAGES[language];
  return {
    title: words['revisions.export.title'],
    name: `${work.id}.json`,
    filters: [{ name: words['revisions.file'], extensions: ['json'] }],
  };
}
