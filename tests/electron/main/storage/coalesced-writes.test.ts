import { describe, expect, onTestFinished, test, vi } from 'vitest';
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

  test('try again what another program stands in the way of, before they answer', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const results: Result<null>[] = [fail('in-use', 'a.lock'), fail('in-use', 'a.lock'), succeed(null)];
    const writes = coalesceWrites(() => results.shift() ?? fail('unexpected', 'once more'));
    const answer = writes.request();
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ ok: true, value: null });
    expect(results).toEqual([]);
  });

  test('say in the end that another program is in the way, and write with the next request', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let isInUse = true;
    const writes = coalesceWrites(() => (isInUse ? fail('in-use', 'a.lock') : succeed(null)));
    const answer = writes.request();
    await vi.runAllTimersAsync();
    expect(await answer).toMatchObject({ failure: { code: 'in-use' } });
    isInUse = false;
    const next = writes.request();
    await vi.runAllTimersAsync();
    expect((await next).ok).toBe(true);
  });

  test('wait for another program when they are flushed, and answer all who wait', async () => {
    const results: Result<null>[] = [fail('in-use', 'a.lock'), succeed(null)];
    const writes = coalesceWrites(() => results.shift() ?? fail('unexpected', 'once more'));
    const answer = writes.request();
    expect(writes.flush().ok).toBe(true);
    expect((await answer).ok).toBe(true);
  });

  test('do not give up for good when they were flushed in vain', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let isInUse = true;
    const writes = coalesceWrites(() => (isInUse ? fail('in-use', 'a.lock') : succeed(null)));
    const answer = writes.request();
    expect(writes.flush()).toMatchObject({ failure: { code: 'in-use' } });
    isInUse = false;
    await vi.runAllTimersAsync();
    expect((await answer).ok).toBe(true);
  });
});
