import type { App, PowerMonitor } from 'electron';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** What may announce the end of the program. */
export interface ExitSources {
  readonly app: Pick<App, 'on' | 'quit'>;
  /** Only to be had once the program is ready. */
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly process: Pick<NodeJS.Process, 'once'>;
}

/** Calls `flush` whenever the program is about to end, or the computer to sleep. */
export function flushOnExit({ app, powerMonitor, process }: ExitSources, flush: () => void): void {
  app.on('before-quit', flush);
  // Between the two the page may still have handed over what was being typed.
  app.on('will-quit', flush);
  powerMonitor.on('suspend', flush);
  powerMonitor.on('shutdown', flush);
  for (const signal of SIGNALS) {
    // Once: a second signal ends a program that hangs.
    process.once(signal, () => {
      flush();
      app.quit();
    });
  }
}
