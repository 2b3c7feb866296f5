import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const MODULE = path.resolve(import.meta.dirname, '../../tools/run-program.ts');

/** Says how it is doing, and counts signals until it has had as many as it wants. */
const PATIENT_PROGRAM = `
  let count = 0;
  process.on('SIGINT', () => console.log('signal ' + (count += 1)));
  setInterval(() => {}, 1000);
  console.log('up ' + process.pid);
`;

let runner: ChildProcess | null = null;
let programPid: number | null = null;

afterEach(() => {
  runner?.kill('SIGKILL');
  if (programPid !== null) killIfThere(programPid);
  runner = null;
  programPid = null;
});

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<unknown[]>;
}

/** Runs `code` in Node, by way of `runProgram` in a process of its own. */
function run(code: string): Run {
  const call = `import { runProgram } from ${JSON.stringify(MODULE)};
    process.exitCode = await runProgram(process.execPath, ['-e', ${JSON.stringify(code)}]);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', call]);
  runner = child;
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += String(text)));
  return { child, output: () => output, ended: once(child, 'close') };
}

async function waitForOutput({ child, output }: Run, text: string): Promise<void> {
  while (!output().includes(text)) {
    if (child.stdout === null) throw new Error('the runner has no output');
    await once(child.stdout, 'data');
  }
}

describe('a program that is run', { timeout: 30_000 }, () => {
  test('gives its exit code', async () => {
    expect((await run('process.exit(7)').ended)[0]).toBe(7);
  });

  test('that dies of a signal gives the code a shell would', async () => {
    expect((await run("process.kill(process.pid, 'SIGKILL')").ended)[0]).toBe(128 + 9);
  });

  test('hears of a Ctrl+C once although it came twice, and is ended by a later one', async () => {
    const program = run(PATIENT_PROGRAM);
    await waitForOutput(program, 'up ');
    programPid = Number(/up (\d+)/.exec(program.output())?.[1]);
    program.child.kill('SIGINT');
    await waitForOutput(program, 'signal 1');
    program.child.kill('SIGINT');
    // Presses until one is late enough to be another.
    const presses = setInterval(() => program.child.kill('SIGINT'), 400);
    const [code] = await program.ended;
    clearInterval(presses);
    expect(code).toBe(128 + 9);
    expect(program.output()).not.toContain('signal 2');
  });
});
