import type { App, PowerMonitor } from 'electron';
import type { QuitGuard } from './quit-guard.ts';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** What may announce the end of the program. */
export interface ExitSources {
  readonly app: Pick<App, 'on' | 'quit'>;
  /** Only to be had once the program is ready. */
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly process: Pick<NodeJS.Process, 'once'>;
}

/**
 * Calls `flush` whenever the program is about to end, or the computer to sleep. Only an end that a reader wants is put to
 * the guard: a signal, a session that ends and a computer that sleeps do not wait for an answer.
 */
export function flushOnExit(
  { app, powerMonitor, process }: ExitSources,
  flush: () => void,
  guard: QuitGuard,
): void {
  app.on('before-quit', guard.check);
  // Between the two the page may still have handed over what was being typed.
  app.on('will-quit', guard.check);
  powerMonitor.on('suspend', flush);
  // Comes before macOS asks programs to quit, which a question would refuse.
  powerMonitor.on('shutdown', () => {
    guard.standAside();
    flush();
  });
  for (const signal of SIGNALS) {
    // Once: a second signal ends a program that hangs.
    process.once(signal, () => {
      guard.standAside();
      flush();
      app.quit();
    });
  }
}
