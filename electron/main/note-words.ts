import { ANNOTATION_KINDS, HIGHLIGHT_COLORS } from '../../core/annotation/annotation.ts';
import type { NoteField, NoteWords } from '../../core/formats/note-files/note-words.ts';
import type { ColorNames, InterfaceLanguage } from '../../core/settings/settings.ts';
import { UNIT_KINDS } from '../../core/text/work.ts';
import englishFiles from '../../resources/messages/en/note-files.json';
import englishNotes from '../../resources/messages/en/notes.json';
import englishReader from '../../resources/messages/en/reader.json';
import englishShell from '../../resources/messages/en/shell.json';
import chineseFiles from '../../resources/messages/zh-Hans/note-files.json';
import chineseNotes from '../../resources/messages/zh-Hans/notes.json';
import chineseReader from '../../resources/messages/zh-Hans/reader.json';
import chineseShell from '../../resources/messages/zh-Hans/shell.json';

const ENGLISH = { ...englishFiles, ...englishNotes, ...englishReader, ...englishShell };

type MessageKey = keyof typeof ENGLISH;

const MESSAGES: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>> = {
  en: ENGLISH,
  'zh-Hans': { ...chineseFiles, ...chineseNotes, ...chineseReader, ...chineseShell },
};

const FIELDS: readonly NoteField[] = [
  'text',
  'number',
  'clause',
  'kind',
  'color',
  'state',
  'words',
  'counterpart',
  'note',
  'tags',
  'created',
  'modified',
  'deleted',
];

/** A string of the catalogues that takes no values, for what main itself says about files of notes. */
export function noteFileText(language: InterfaceLanguage, key: MessageKey): string {
  return MESSAGES[language][key];
}

/** The words of exports in a language of the interface; times are those of this computer's time zone. */
export function composeNoteWords(language: InterfaceLanguage, colorNames: ColorNames): NoteWords {
  const text = (key: MessageKey): string => MESSAGES[language][key];
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const numbered = text('reader.unit.numbered');
  return {
    language,
    title: text('notes.title'),
    colon: text('note-files.colon'),
    kinds: tabulate(UNIT_KINDS, (kind) => text(`reader.unit.${kind}`)),
    numbered: (number) => numbered.replace('{number}', () => number),
    kindNames: tabulate(ANNOTATION_KINDS, (kind) => text(`notes.kind.${kind}`)),
    colorNames: tabulate(HIGHLIGHT_COLORS, (color) => colorNames[color] ?? text(`shell.colors.${color}`)),
    open: text('notes.open'),
    answered: text('notes.answered'),
    wholeWork: text('note-files.whole-work'),
    detached: text('note-files.detached'),
    bin: text('note-files.bin'),
    counterpart: text('note-files.counterpart'),
    fields: tabulate(FIELDS, (field) => text(`note-files.field.${field}`)),
    formatTime: (time) => times.format(new Date(time)),
  };
}

function tabulate<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
