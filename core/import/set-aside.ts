import type { LanguageTag } from '../text/language.ts';

/** Why a part of a file is not taken for a part of its text. */
export const SET_ASIDE_REASONS = [
  'advert',
  'byline',
  'caption',
  'comments',
  'copyright',
  'duplicate-headline',
  'hidden',
  'metadata',
  'navigation',
  'other-language',
  'page-number',
  'page-tools',
  'running-head',
  'separator',
  'share',
  'table-header',
] as const;

/** One of {@link SET_ASIDE_REASONS}. */
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Something that stands in a file and was not taken for a part of its text. */
export interface SetAside {
  /** Names it in `ImportOptions.restore`; the same in every import of the same file. */
  readonly id: string;
  readonly text: string;
  readonly reason: SetAsideReason;
  readonly file: string;
  /** Where its letters show one. */
  readonly language?: LanguageTag;
}
