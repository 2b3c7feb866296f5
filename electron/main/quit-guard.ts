import type { App } from 'electron';
import type { UnsavedNotes } from './storage/open-notebook.ts';

/** What a reader may decide about notes that cannot be saved, in the order of the buttons. */
export const QUIT_ANSWERS = ['try-again', 'quit-anyway', 'cancel'] as const;

/** One of {@link QUIT_ANSWERS}. */
export type QuitAnswer = (typeof QUIT_ANSWERS)[number];

/** What the guard works with. */
export interface QuitGuardParts {
  readonly app: Pick<App, 'quit'>;
  /** Tries to write everything there is. */
  readonly flush: () => void;
  readonly unsaved: () => UnsavedNotes | null;
  /** Asks the reader; an aborted question is answered like a cancelled one. */
  readonly ask: (unsaved: UnsavedNotes, signal: AbortSignal) => Promise<QuitAnswer>;
  /** The reader has decided to stay. */
  readonly onStay: () => void;
}

/** An event of Electron's that can be refused. */
export type RefusableEvent = Pick<Electron.Event, 'preventDefault'>;

/** Keeps the program from ending with notes that are on no disk, unless the reader says so. */
export interface QuitGuard {
  /**
   * To be called when the program is about to end, at whatever stage. Refuses that while notes cannot be written, and asks;
   * if the answer allows it, the program is told to quit anew.
   */
  readonly check: (event: RefusableEvent) => void;
  /** From now on nothing is refused or asked: who ends the program now, the system, waits for no answer. */
  readonly standAside: () => void;
}

export function createQuitGuard({ app, flush, unsaved, ask, onStay }: QuitGuardParts): QuitGuard {
  let isOnGuard = true;
  let question: AbortController | undefined;

  function tryToSave(): UnsavedNotes | null {
    flush();
    return unsaved();
  }

  async function mayQuit(first: UnsavedNotes, signal: AbortSignal): Promise<boolean> {
    for (let lost: UnsavedNotes | null = first; lost !== null; lost = tryToSave()) {
      const answer = await ask(lost, signal);
      if (answer === 'cancel') return false;
      if (answer === 'quit-anyway') {
        isOnGuard = false;
        return true;
      }
    }
    return true;
  }

  async function decide(lost: UnsavedNotes): Promise<void> {
    const controller = new AbortController();
    question = controller;
    let isLeaving = false;
    try {
      isLeaving = await mayQuit(lost, controller.signal);
    } catch (error) {
      // Where nobody can be asked, nothing is thrown away.
      console.error('the question about unsaved notes could not be asked:', error);
    }
    question = undefined;
    if (controller.signal.aborted) return;
    if (isLeaving) app.quit();
    else onStay();
  }

  return {
    check: (event) => {
      if (!isOnGuard) return;
      if (question !== undefined) {
        event.preventDefault();
        return;
      }
      const lost = tryToSave();
      if (lost === null) return;
      event.preventDefault();
      void decide(lost);
    },
    standAside: () => {
      isOnGuard = false;
      question?.abort();
    },
  };
}
