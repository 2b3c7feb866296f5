import { expect, test } from 'vitest';
import { createTurns } from '../../../renderer/dom/turns.ts';

function openTurns() {
  const frames: (() => void)[] = [];
  const done: string[] = [];
  const turns = createTurns((act) => frames.push(act));
  return {
    done,
    frameCount: () => frames.length,
    take: (name: string) => turns.take(() => done.push(name)),
    takeTwice: (name: string) =>
      turns.take(() => {
        done.push(name);
        turns.take(() => done.push(`${name} again`));
      }),
    passFrame: () => frames.shift()?.(),
  };
}

test('each has a frame of its own, the one that waits longest first', () => {
  const { done, take, takeTwice, passFrame } = openTurns();
  takeTwice('first');
  take('second');
  passFrame();
  expect(done).toEqual(['first']);
  passFrame();
  expect(done).toEqual(['first', 'second']);
  passFrame();
  expect(done).toEqual(['first', 'second', 'first again']);
});

test('whoever goes away is passed over, and frames are asked for only while somebody waits', () => {
  const { done, take, passFrame, frameCount } = openTurns();
  const leave = take('first');
  take('second');
  leave();
  passFrame();
  expect(done).toEqual(['second']);
  expect(frameCount()).toBe(0);
});
