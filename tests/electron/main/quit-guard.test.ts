import { describe, expect, test, vi } from 'vitest';
import { createQuitGuard, type QuitAnswer, type QuitGuard } from '../../../electron/main/quit-guard.ts';
import type { UnsavedNotes } from '../../../electron/main/storage/open-notebook.ts';

const FULL: UnsavedNotes = { failure: { code: 'disk-full', detail: 'ENOSPC' }, noteCount: 3 };

/** A program of which only the ending matters: it ends when its guard lets it. */
function startProgram() {
  const program = {
    unsaved: FULL as UnsavedNotes | null,
    hasEnded: false,
    stays: 0,
    flushes: 0,
    asked: [] as UnsavedNotes[],
    answer: (_answer: QuitAnswer): void => {
      throw new Error('nothing was asked');
    },
    quit: (): void => {
      let isRefused = false;
      guard.check({ preventDefault: () => (isRefused = true) });
      if (!isRefused) program.hasEnded = true;
    },
  };
  const guard: QuitGuard = createQuitGuard({
    app: { quit: () => program.quit() },
    flush: () => (program.flushes += 1),
    unsaved: () => program.unsaved,
    ask: (unsaved, signal) => {
      program.asked.push(unsaved);
      return new Promise((resolve) => {
        program.answer = resolve;
        signal.addEventListener('abort', () => resolve('cancel'));
      });
    },
    onStay: () => (program.stays += 1),
  });
  return { program, guard };
}

describe('the guard of a quit', () => {
  test('lets a program go whose notes could be written, after having them written', () => {
    const { program } = startProgram();
    program.unsaved = null;
    program.quit();
    expect(program).toMatchObject({ hasEnded: true, flushes: 1, asked: [] });
  });

  test('asks once, however often the program is told to quit meanwhile', () => {
    const { program } = startProgram();
    program.quit();
    program.quit();
    program.quit();
    expect(program).toMatchObject({ hasEnded: false, asked: [FULL] });
  });

  test('lets the program stay, and asks anew the next time', async () => {
    const { program } = startProgram();
    program.quit();
    program.answer('cancel');
    await vi.waitFor(() => expect(program.stays).toBe(1));
    expect(program.hasEnded).toBe(false);
    program.quit();
    expect(program.asked).toHaveLength(2);
  });

  test('quits anyway when told so', async () => {
    const { program } = startProgram();
    program.quit();
    program.answer('quit-anyway');
    await vi.waitFor(() => expect(program.hasEnded).toBe(true));
    expect(program).toMatchObject({ asked: [FULL], stays: 0 });
  });

  test('tries again: asks about what is left, and quits when nothing is', async () => {
    const { program } = startProgram();
    program.quit();
    const left = { ...FULL, noteCount: 1 };
    program.unsaved = left;
    program.answer('try-again');
    await vi.waitFor(() => expect(program.asked).toEqual([FULL, left]));
    program.unsaved = null;
    program.answer('try-again');
    await vi.waitFor(() => expect(program.hasEnded).toBe(true));
    expect(program.asked).toHaveLength(2);
  });

  test('stands aside for a signal, and takes its question back', async () => {
    const { program, guard } = startProgram();
    program.quit();
    guard.standAside();
    program.quit();
    expect(program).toMatchObject({ hasEnded: true, asked: [FULL] });
    await Promise.resolve();
    expect(program.stays).toBe(0);
  });

  test('keeps the program where the question cannot be asked', async () => {
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => {});
    let stays = 0;
    const guard = createQuitGuard({
      app: { quit: () => expect.unreachable() },
      flush: () => {},
      unsaved: () => FULL,
      ask: () => Promise.reject(new Error('no dialog')),
      onStay: () => (stays += 1),
    });
    guard.check({ preventDefault: () => {} });
    await vi.waitFor(() => expect(stays).toBe(1));
    expect(spoken).toHaveBeenCalledOnce();
    spoken.mockRestore();
  });
});
