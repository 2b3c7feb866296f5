import { runCore } from './core-commands.ts';

// The headless door: what the program does to texts, on the command line and without Electron.

// Whoever reads the output may stop early ("| head -1"): that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { exitCode, stdout, stderr } = await runCore(process.argv.slice(2));
process.stderr.write(stderr);
process.stdout.write(stdout);
// Not process.exit: that would cut off what a pipe has not taken yet.
process.exitCode = exitCode;
