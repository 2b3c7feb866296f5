import { expect, test } from 'vitest';
import { parseAccelerator } from '../../../../tools/electron-standin/api/accelerators.ts';

const PLAIN = { code: '', control: false, meta: false, alt: false, shift: false };

test.each([
  ['CmdOrCtrl+K', { ...PLAIN, key: 'k', code: 'KeyK', control: true }],
  ['CommandOrControl+Shift+Z', { ...PLAIN, key: 'z', code: 'KeyZ', control: true, shift: true }],
  ['Alt+Left', { ...PLAIN, key: 'arrowleft', alt: true }],
  ['CmdOrCtrl+Plus', { ...PLAIN, key: '+', control: true, shift: null }],
  ['CmdOrCtrl+,', { ...PLAIN, key: ',', control: true, shift: null }],
  ['CmdOrCtrl+1', { ...PLAIN, key: '1', control: true }],
  ['F11', { ...PLAIN, key: 'f11' }],
])('%s is the right key press', (accelerator, keyPress) => {
  expect(parseAccelerator(accelerator)).toEqual(keyPress);
});
