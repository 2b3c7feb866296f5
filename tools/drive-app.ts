import { _electron, type ElectronApplication } from '@playwright/test';

// Playwright reaches main through Node's inspector, which interrupts whatever runs there, be it in the middle of a write of
// notes. What a reader does comes as an event of its own, when nothing else runs; so it does here, by `setImmediate`.

/** What the program is started with; see `describeLaunch`. */
type StartOptions = NonNullable<Parameters<typeof _electron.launch>[0]>;

/** Starts the program under Playwright. `close` of what is given ends it as a reader would, and waits for its end. */
export async function startDriven(options: StartOptions): Promise<ElectronApplication> {
  // Else Playwright would decide between light and dark, not the program.
  const app = await _electron.launch({ ...options, colorScheme: null });
  const closeByPlaywright = app.close.bind(app);
  app.close = async () => {
    if (hasEnded(app)) return closeByPlaywright();
    const closed = app.waitForEvent('close', { timeout: 0 });
    await quit(app);
    await closed;
  };
  return app;
}

/** Tells the program to quit, as its menu does. It may refuse. */
export function quit(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    ({ app: program }) =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          resolve();
          program.quit();
        });
      }),
  );
}

/** Closes the window, as its own button does. It may refuse. */
export function closeWindow(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        setImmediate(() => {
          resolve();
          BrowserWindow.getAllWindows()[0]?.close();
        });
      }),
  );
}

/** How the program ends: with its exit code, or the signal that ends it. To be called while it runs. */
export function waitForExit(app: ElectronApplication): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => app.process().once('exit', (code, signal) => resolve(code ?? signal)));
}

/** Ends the program by a signal and waits for its end. */
export async function endBySignal(app: ElectronApplication, signal: NodeJS.Signals): Promise<void> {
  const exit = waitForExit(app);
  const closed = app.waitForEvent('close');
  app.process().kill(signal);
  await Promise.all([exit, closed]);
}

function hasEnded(app: ElectronApplication): boolean {
  const { exitCode, signalCode } = app.process();
  return exitCode !== null || signalCode !== null;
}
