/** `npm start`: builds the program if its sources have changed, and runs it on Electron or, without it, on the stand-in. */
import path from 'node:path';
import { buildApp } from './build.ts';
import { chooseRuntime, findElectron, hasDisplay, requestedRuntime } from './electron-runtime.ts';
import { buildStandin } from './electron-standin/build.ts';
import { fetchElectron, FETCH_LIMIT_SECONDS, hasFailedLately } from './fetch-electron.ts';
import { runProgram } from './run-program.ts';
import { CHROMIUM, describeUnmet, findInstaller, findUnmet, install } from './system-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The executable to run the program with, here and now. */
async function chooseExecutable(): Promise<string> {
  if (chooseRuntime(process.env) === 'electron') return requireElectron();
  if (requestedRuntime(process.env) === 'stand-in') return prepareStandin('as DUIZHAO_RUNTIME asks');
  if (!hasDisplay(process.env)) return prepareStandin('without a window, since there is no display');
  if (hasFailedLately()) return prepareStandin("since Electron's binary could not be fetched lately");
  process.stdout.write(`Fetching Electron's binary (${FETCH_LIMIT_SECONDS} s at most) … `);
  const fetched = await fetchElectron();
  if (fetched === null) return prepareStandin('since that failed');
  console.log('done.');
  return fetched;
}

async function requireElectron(): Promise<string> {
  const executable = findElectron() ?? (await fetchElectron());
  if (executable === null)
    throw new Error("Electron's binary is not here and could not be fetched. Try: npx install-electron");
  return executable;
}

async function prepareStandin(reason: string): Promise<string> {
  console.log(`Duizhao runs on the Chromium stand-in for Electron, ${reason}.`);
  if (process.platform !== 'linux')
    throw new Error(
      "The stand-in runs on Linux only. Here Electron's binary is needed: npx install-electron",
    );
  const unmet = findUnmet([CHROMIUM]);
  const installer = process.getuid?.() === 0 ? findInstaller() : null;
  if (unmet.length > 0 && (installer === null || !install(unmet, installer)))
    throw new Error(describeUnmet(unmet));
  return path.join(await buildStandin(), 'electron');
}

async function start(): Promise<number> {
  const [executable] = await Promise.all([chooseExecutable(), buildApp({ onlyIfStale: true })]);
  // Chromium's sandbox does not work for root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runProgram(executable, [...sandbox, ROOT, ...process.argv.slice(2)]);
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
