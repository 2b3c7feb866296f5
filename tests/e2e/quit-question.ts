import type { ElectronApplication } from '@playwright/test';
import type { MessageBoxOptions, MessageBoxReturnValue } from 'electron';

/** What the program has asked in the system's dialogs, in the main process. */
interface Desk {
  readonly asked: MessageBoxOptions[];
  answer: (response: number) => void;
}

/** From now on the program's questions wait for {@link answerQuestion} instead of for a person. */
export async function holdQuestions(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const desk: Desk = { asked: [], answer: () => {} };
    Reflect.set(globalThis, 'questions', desk);
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      const options = given.at(-1) as MessageBoxOptions;
      const shown = { ...options };
      delete shown.signal;
      desk.asked.push(shown);
      return new Promise<MessageBoxReturnValue>((resolve) => {
        desk.answer = (response) => resolve({ response, checkboxChecked: false });
        options.signal?.addEventListener('abort', () => desk.answer(options.cancelId ?? 0));
      });
    };
  });
}

/** The questions asked since {@link holdQuestions}. */
export function askedQuestions(app: ElectronApplication): Promise<readonly MessageBoxOptions[]> {
  return app.evaluate(() => (Reflect.get(globalThis, 'questions') as Desk).asked);
}

/** Answers the last question by the button of that name. */
export async function answerQuestion(app: ElectronApplication, button: string): Promise<void> {
  await app.evaluate((_, label) => {
    const { asked, answer } = Reflect.get(globalThis, 'questions') as Desk;
    const response = asked.at(-1)?.buttons?.indexOf(label) ?? -1;
    if (response === -1) throw new Error(`there is no button "${label}"`);
    // As an event of its own; see tools/drive-app.ts.
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        resolve();
        answer(response);
      });
    });
  }, button);
}
