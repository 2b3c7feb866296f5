import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { flushOnExit, type ExitSources } from '../../../electron/main/flush-on-exit.ts';

function watchExit() {
  const app = Object.assign(new EventEmitter(), { quit: () => void happened.push('quit') });
  const sources = { app, powerMonitor: new EventEmitter(), process: new EventEmitter() };
  const happened: string[] = [];
  flushOnExit(sources as unknown as ExitSources, () => happened.push('flush'), {
    check: () => happened.push('check'),
    standAside: () => happened.push('stand aside'),
  });
  return { sources, happened };
}

test.each([
  // The reader's wish: the guard writes, and may refuse.
  ['app', 'before-quit', ['check']],
  ['app', 'will-quit', ['check']],
  ['powerMonitor', 'suspend', ['flush']],
  ['powerMonitor', 'shutdown', ['stand aside', 'flush']],
  ['process', 'SIGTERM', ['stand aside', 'flush', 'quit']],
  ['process', 'SIGINT', ['stand aside', 'flush', 'quit']],
  ['process', 'SIGHUP', ['stand aside', 'flush', 'quit']],
] as const)('at %s %s what is unsaved is written', (source, event, expected) => {
  const { sources, happened } = watchExit();
  sources[source].emit(event);
  expect(happened).toEqual(expected);
});

test('a second signal is left to the system', () => {
  const { sources } = watchExit();
  sources.process.emit('SIGTERM');
  expect(sources.process.listenerCount('SIGTERM')).toBe(0);
});
