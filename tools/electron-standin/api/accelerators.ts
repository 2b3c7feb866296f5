import type { KeyPress } from '../messages.ts';

const KEYS: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  del: 'delete',
};

/** Reads an accelerator such as 'CmdOrCtrl+Shift+K' for Linux, where the command key is the control key. */
export function parseAccelerator(accelerator: string): KeyPress {
  const parts = accelerator.toLowerCase().split('+');
  const last = parts.pop() ?? '';
  const key = KEYS[last] ?? last;
  const modifiers = new Set(parts);
  const has = (...names: string[]): boolean => names.some((name) => modifiers.has(name));
  const shift = has('shift');
  return {
    key,
    code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '',
    control: has('ctrl', 'control', 'cmdorctrl', 'commandorcontrol'),
    meta: has('super', 'meta'),
    alt: has('alt', 'option'),
    shift: !shift && /^[^a-z0-9]$/.test(key) ? null : shift,
  };
}
