import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { listTree, measureTreeMemory, parseProcessStat, parsePss } from './process-memory.ts';

test('a process name with spaces and brackets does not hide the parent', () => {
  expect(parseProcessStat('4711 (a (strange) name) S 42 4711 4711 0 -1')).toEqual({ pid: 4711, parent: 42 });
});

test('a tree holds grandchildren, and nothing beside it', () => {
  const processes = [
    { pid: 2, parent: 1 },
    { pid: 3, parent: 2 },
    { pid: 4, parent: 3 },
    { pid: 5, parent: 1 },
  ];
  expect(listTree(processes, 2)).toEqual([2, 3, 4]);
});

test('the proportional size is read, not the others', () => {
  expect(parsePss('Rss:  900 kB\nPss:  12 kB\nPss_Anon: 7 kB\n')).toBe(12 * 1024);
  expect(() => parsePss('Rss: 900 kB\n')).toThrow('Pss');
});

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test('what a child takes counts for its parent', async () => {
    const before = measureTreeMemory(process.pid);
    const hold = 'globalThis.held = Buffer.alloc(120e6, 1); console.log("held")';
    const child = spawn(process.execPath, ['-e', `${hold}; setInterval(() => {}, 1e6)`]);
    const ended = once(child, 'exit');
    try {
      await once(child.stdout, 'data');
      expect(measureTreeMemory(child.pid ?? 0)).toBeGreaterThan(120e6);
      expect(measureTreeMemory(process.pid)).toBeGreaterThan(before + 60e6);
    } finally {
      child.kill();
      await ended;
    }
  });
});
