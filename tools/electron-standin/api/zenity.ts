import { spawn } from 'node:child_process';

/** The program of the desktop that shows a dialog and prints what was chosen. */
const PROGRAM = 'zenity';

/** How a dialog of the desktop ended. */
export interface ZenityAnswer {
  /** 0 for the button that agrees; 1 for every other one, and where the dialog was closed. */
  readonly code: 0 | 1;
  readonly printed: string;
}

/** Shows a dialog of the desktop; rejects where there is none. An aborted one is taken away, as if it were closed. */
export function runZenity(args: readonly string[], signal?: AbortSignal): Promise<ZenityAnswer> {
  return new Promise((resolve, reject) => {
    const shown = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const takeAway = () => void shown.kill();
    let printed = '';
    shown.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    shown.once('error', (error) => reject(new Error(`stand-in: no dialog can be shown: ${error.message}`)));
    shown.once('close', (code) => {
      signal?.removeEventListener('abort', takeAway);
      if (signal?.aborted) resolve({ code: 1, printed: '' });
      else if (code === 0 || code === 1) resolve({ code, printed: printed.replace(/\n$/, '') });
      else reject(new Error(`stand-in: ${PROGRAM} ended with ${code}`));
    });
    if (signal?.aborted) takeAway();
    else signal?.addEventListener('abort', takeAway);
  });
}
