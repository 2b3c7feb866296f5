import { HIGHLIGHT_COLORS, type HighlightColor } from '../annotation/annotation.ts';
import { z } from '../schema.ts';
import { NO_SEARCHES, searchesSchema } from './searches.ts';

/** The languages the interface speaks. */
export const INTERFACE_LANGUAGES = ['en', 'zh-Hans'] as const;

/** One of {@link INTERFACE_LANGUAGES}. */
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** How a work is laid out: columns, one language under the other, or one language with the other on demand. */
export const READING_VIEWS = ['side-by-side', 'line-by-line', 'single'] as const;

/** One of {@link READING_VIEWS}. */
export type ReadingView = (typeof READING_VIEWS)[number];

/** By what the works of the library can be sorted. */
export const LIBRARY_ORDERS = ['opened', 'title', 'notes', 'length'] as const;

/** One of {@link LIBRARY_ORDERS}. */
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number];

/** The smallest and the largest Latin type the reader may choose, in CSS px; Chinese is set two px larger. */
export const FONT_SIZE_RANGE = { min: 13, max: 28 } as const;

/** The longest name a reader can give to a colour, in UTF-16 code units. */
export const COLOR_NAME_LENGTH = 60;

/** The share of the spread that the first column may take. */
export const COLUMN_SHARE_RANGE = { min: 0.25, max: 0.75 } as const;

const workReadingSchema = z.strictObject({
  view: z.enum(READING_VIEWS),
  /** The language shown in the single view. */
  language: z.string().min(2).max(35).nullable(),
  /** The languages that stand side by side where the reader has chosen them; null for the first ones. */
  columns: z.array(z.string().min(2).max(35)).min(1).max(12).nullable().default(null),
  /** The unit at the reader's place. */
  unit: z.string().max(200).nullable(),
  /** The share of the spread that the first column takes, 0 to 1. */
  columnShare: z.number().min(COLUMN_SHARE_RANGE.min).max(COLUMN_SHARE_RANGE.max),
  /** When the reader opened it last; ISO 8601, UTC. Null where that is not known. */
  opened: z.iso.datetime().nullable().default(null),
});

/** Validates {@link Settings} that come from a file or another process. */
export const settingsSchema = z.strictObject({
  language: z.enum(['system', ...INTERFACE_LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
  reading: z.strictObject({
    /** Size of the Latin type in CSS px. */
    fontSize: z.int().min(FONT_SIZE_RANGE.min).max(FONT_SIZE_RANGE.max),
    lineLength: z.enum(['narrow', 'medium', 'wide']),
    spacing: z.enum(['compact', 'normal', 'airy']),
    showLinks: z.boolean(),
    /** Whether links that the program has proposed are among those shown. */
    showProposedLinks: z.boolean(),
    showRemarks: z.boolean(),
    showContents: z.boolean(),
    /** Whether screen readers hear in the text where highlights begin and end. */
    announceHighlights: z.boolean(),
  }),
  /** Names the reader has given to the colours; a colour that is not listed keeps the interface's name. */
  colorNames: z.partialRecord(z.enum(HIGHLIGHT_COLORS), z.string().min(1).max(COLOR_NAME_LENGTH)),
  /** By what the works of the library are sorted. */
  libraryOrder: z.enum(LIBRARY_ORDERS),
  /** What was searched for, and what was saved of it. */
  searches: searchesSchema,
  /** What is remembered of each work, by work id. */
  works: z.record(z.string().min(1).max(200), workReadingSchema),
});

/** What a reader has chosen; the content of settings.json. */
export type Settings = z.output<typeof settingsSchema>;

/** What is remembered of one work between two readings. */
export type WorkReading = z.output<typeof workReadingSchema>;

/** The name a reader has given to each colour. */
export type ColorNames = Partial<Record<HighlightColor, string>>;

/** A fresh installation's settings. */
export const DEFAULT_SETTINGS: Settings = {
  language: 'system',
  theme: 'system',
  reading: {
    fontSize: 17,
    lineLength: 'medium',
    spacing: 'normal',
    showLinks: true,
    showProposedLinks: true,
    showRemarks: true,
    showContents: true,
    announceHighlights: false,
  },
  colorNames: {},
  libraryOrder: 'opened',
  searches: NO_SEARCHES,
  works: {},
};

/** How a work is opened the first time. */
export const DEFAULT_WORK_READING: WorkReading = {
  view: 'side-by-side',
  language: null,
  columns: null,
  unit: null,
  columnShare: 0.47,
  opened: null,
};

/** The interface language for a setting and the system's locale (BCP 47, as from `app.getLocale()`). */
export function resolveInterfaceLanguage(
  setting: Settings['language'],
  systemLocale: string,
): InterfaceLanguage {
  if (setting !== 'system') return setting;
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en';
}
