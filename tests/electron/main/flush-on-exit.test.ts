import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { flushOnExit, type ExitSources } from '../../../electron/main/flush-on-exit.ts';

function makeSources() {
  const app = Object.assign(new EventEmitter(), { quit: () => void app.emit('quit-asked') });
  const powerMonitor = new EventEmitter();
  const process = new EventEmitter();
  return { app, powerMonitor, process };
}

test.each([
  ['app', 'before-quit'],
  ['app', 'will-quit'],
  ['powerMonitor', 'suspend'],
  ['powerMonitor', 'shutdown'],
  ['process', 'SIGTERM'],
  ['process', 'SIGINT'],
  ['process', 'SIGHUP'],
] as const)('what is unsaved is written at %s %s', (source, event) => {
  const sources = makeSources();
  let count = 0;
  flushOnExit(sources as unknown as ExitSources, () => (count += 1));
  sources[source].emit(event);
  expect(count).toBe(1);
});

test('a signal quits after the writing, and a second one is left to the system', () => {
  const sources = makeSources();
  const happened: string[] = [];
  sources.app.on('quit-asked', () => happened.push('quit'));
  flushOnExit(sources as unknown as ExitSources, () => happened.push('flush'));
  sources.process.emit('SIGTERM');
  expect(happened).toEqual(['flush', 'quit']);
  expect(sources.process.listenerCount('SIGTERM')).toBe(0);
});
