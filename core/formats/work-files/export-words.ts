import type { InterfaceLanguage } from '../../settings/settings.ts';
import { chooseTitle } from '../../text/choose-title.ts';
import type { Edition, EditionStatus } from '../../text/work.ts';
import type { AlignedText } from './select-editions.ts';

/** The words an export says by itself, in one language of the interface. */
export interface ExportWords {
  readonly language: InterfaceLanguage;
  readonly statuses: Readonly<Record<EditionStatus, string>>;
  /** "From {name}, {date}". */
  readonly source: (edition: Edition) => string;
}

/** What the whole text is called in the language of the export; its id where it has no title at all. */
export function titleOf(
  { titles, id }: Pick<AlignedText, 'titles' | 'id'>,
  { language }: ExportWords,
): string {
  return chooseTitle(titles, language)?.title ?? id;
}

/** The head of an edition's column: its title, and where it is from. */
export function describeEdition(
  { titles }: Pick<AlignedText, 'titles'>,
  edition: Edition,
  words: ExportWords,
): { readonly title: string; readonly origin: string } {
  return {
    title: titles[edition.language] ?? edition.title,
    origin: `${words.statuses[edition.status]} · ${words.source(edition)}`,
  };
}
