import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import type { InterfaceLanguage } from '../../core/settings/settings.ts';
import englishErrors from '../../resources/messages/en/errors.json';
import englishQuit from '../../resources/messages/en/quit.json';
import chineseErrors from '../../resources/messages/zh-Hans/errors.json';
import chineseQuit from '../../resources/messages/zh-Hans/quit.json';
import { QUIT_ANSWERS, type QuitAnswer } from './quit-guard.ts';
import type { UnsavedNotes } from './storage/open-notebook.ts';
import { showWindow } from './window.ts';

const ENGLISH = { ...englishErrors, ...englishQuit };

const MESSAGES: Readonly<Record<InterfaceLanguage, Readonly<Record<keyof typeof ENGLISH, string>>>> = {
  en: ENGLISH,
  'zh-Hans': { ...chineseErrors, ...chineseQuit },
};

/** What is safe is what Enter and Escape do. */
const SAFE = QUIT_ANSWERS.indexOf('cancel');

/** The question whether to quit without what cannot be saved: how much it is, why, and what can be done. */
export function composeQuitQuestion(
  { noteCount, failure }: UnsavedNotes,
  language: InterfaceLanguage,
): MessageBoxOptions {
  const messages = MESSAGES[language];
  const amount = noteCount > 1 ? 'other' : noteCount === 1 ? 'one' : 'none';
  return {
    type: 'warning',
    message: messages[`quit.unsaved.${amount}`].replace('{count}', String(noteCount)),
    detail: `${messages[`errors.${failure.code}`]}\n\n${messages['quit.lost']}`,
    buttons: QUIT_ANSWERS.map((answer) => messages[`quit.${answer}`]),
    defaultId: SAFE,
    cancelId: SAFE,
    // Else Windows makes big links of the buttons.
    noLink: true,
  };
}

/** Asks in the system's own dialog, before the program's window where there is one. */
export async function askWhetherToQuit(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BrowserWindow | undefined,
  question: MessageBoxOptions,
): Promise<QuitAnswer> {
  // A question before a window that cannot be seen cannot be seen either.
  if (window !== undefined) showWindow(window);
  const { response } = await (window === undefined
    ? dialog.showMessageBox(question)
    : dialog.showMessageBox(window, question));
  return QUIT_ANSWERS[response] ?? 'cancel';
}
