import { describe, expect, test } from 'vitest';
import { fail, succeed, type Result } from '../../../../ipc/result.ts';
import { coalesceWrites } from '../../../../electron/main/storage/coalesced-writes.ts';

describe('coalesced writes', () => {
  test('make one write of a burst, which has the last state, and answer everyone', async () => {
    let state = 0;
    const written: number[] = [];
    const writes = coalesceWrites(() => {
      written.push(state);
      return succeed(null);
    });
    const answers = Array.from({ length: 20 }, () => {
      state += 1;
      return writes.request();
    });
    expect(written).toEqual([]);
    expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: true, value: null })));
    expect(written).toEqual([20]);
    await writes.request();
    expect(written).toEqual([20, 20]);
  });

  test('do not write for a flush when nothing is behind', () => {
    let count = 0;
    const writes = coalesceWrites(() => {
      count += 1;
      return succeed(null);
    });
    expect(writes.flush()).toEqual({ ok: true, value: null });
    void writes.request();
    expect(writes.flush()).toEqual({ ok: true, value: null });
    writes.flush();
    expect(count).toBe(1);
  });

  test('tell everyone of a failure, and write again with the next request or flush', async () => {
    const results: Result<null>[] = [fail('disk-full', 'full'), fail('disk-full', 'full'), succeed(null)];
    let count = 0;
    const writes = coalesceWrites(() => results[count++] ?? succeed(null));
    const answers = await Promise.all([writes.request(), writes.request()]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, false]);
    expect(writes.flush().ok).toBe(false);
    expect((await writes.request()).ok).toBe(true);
    expect(count).toBe(3);
    expect(writes.flush().ok).toBe(true);
    expect(count).toBe(3);
  });
});
