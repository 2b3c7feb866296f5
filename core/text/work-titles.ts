import { z } from '../schema.ts';
import type { LanguageTag } from './language.ts';
import { languageTagSchema } from './work-file.ts';

/** The longest title a reader can give to a work, in UTF-16 code units. */
export const MAX_TITLE_LENGTH = 500;

/** Titles of a work by language. */
export type WorkTitles = Readonly<Record<LanguageTag, string>>;

/** Validates titles that a reader has given to a work: none of them empty. */
export const workTitlesSchema = z
  .record(languageTagSchema, z.string().trim().min(1).max(MAX_TITLE_LENGTH))
  .readonly();
