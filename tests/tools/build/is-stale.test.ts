import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isStale } from '../../../tools/build/is-stale.ts';
import { makeFolder } from '../../electron/temporary-folder.ts';

const OLD = new Date('2020-01-01');
const BUILT = new Date('2021-01-01');
const NEW = new Date('2022-01-01');

let stamp: string;
let source: string;
let deepFile: string;

function setTimes(time: Date): void {
  for (const name of [deepFile, path.dirname(deepFile), source]) utimesSync(name, time, time);
}

beforeEach(() => {
  const folder = makeFolder();
  stamp = path.join(folder, 'built');
  source = path.join(folder, 'source');
  deepFile = path.join(source, 'deep', 'file.ts');
  mkdirSync(path.dirname(deepFile), { recursive: true });
  writeFileSync(deepFile, '');
  writeFileSync(stamp, '');
  utimesSync(stamp, BUILT, BUILT);
  setTimes(OLD);
});

describe('a build is stale', () => {
  test('not when nothing changed since', () => {
    expect(isStale(stamp, [source, path.join(source, 'missing')])).toBe(false);
  });

  test('when there was none', () => {
    rmSync(stamp);
    expect(isStale(stamp, [source])).toBe(true);
  });

  test('when a file deep inside changed', () => {
    utimesSync(deepFile, NEW, NEW);
    expect(isStale(stamp, [source])).toBe(true);
  });

  test('when a file was deleted', () => {
    rmSync(deepFile);
    expect(isStale(stamp, [source])).toBe(true);
  });
});
