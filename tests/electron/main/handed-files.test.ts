import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from 'electron';
import { expect, test } from 'vitest';
import { collectHandedFiles } from '../../../electron/main/handed-files.ts';

const FOLDER = path.resolve('/home/reader');
const TREATY = path.join(FOLDER, 'a treaty.duizhao');

/** The program's events, and what was taken of the files so far. */
function start(...names: string[]) {
  const events = new EventEmitter();
  const files = collectHandedFiles(events as unknown as Pick<App, 'on'>, {
    argv: ['/opt/Duizhao/duizhao', ...names],
    folder: FOLDER,
  });
  const takeAll = () => {
    const taken: string[] = [];
    for (let next = files.take(); next !== undefined; next = files.take()) taken.push(next);
    return taken;
  };
  return { events, files, takeAll };
}

test('archives named at the start wait, wherever they are named from; nothing else does', () => {
  const address = pathToFileURL(TREATY).href;
  const { takeAll } = start(
    '--lang=zh',
    'notes.json',
    'x/b.DUIZHAO',
    address,
    '--open=c.duizhao',
    'file://there/d%.duizhao',
  );
  expect(takeAll()).toEqual([path.join(FOLDER, 'x', 'b.DUIZHAO'), TREATY]);
  expect(takeAll()).toEqual([]);
});

test('a second start and macOS hand files over while the program runs', () => {
  const { events, files, takeAll } = start();
  let count = 0;
  files.listen(() => (count += 1));
  events.emit('second-instance', {}, ['/opt/Duizhao/duizhao'], FOLDER);
  expect(count).toBe(0);
  events.emit('second-instance', {}, ['/opt/Duizhao/duizhao', 'b.duizhao'], path.join(FOLDER, 'x'));
  let isPrevented = false;
  events.emit('open-file', { preventDefault: () => (isPrevented = true) }, TREATY);
  expect([count, isPrevented]).toEqual([2, true]);
  expect(takeAll()).toEqual([path.join(FOLDER, 'x', 'b.duizhao'), TREATY]);
});
