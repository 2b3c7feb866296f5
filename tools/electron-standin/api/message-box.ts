import type { MessageBoxOptions } from 'electron';
import { notImplemented, refuseUnknownOptions } from '../strict.ts';
import { runZenity } from './zenity.ts';

/** What looks different here and means the same: the kind of icon, and whether Windows makes links of buttons. */
const WITHOUT_EFFECT = ['type', 'noLink'];

const OPTIONS = [
  ...WITHOUT_EFFECT,
  'title',
  'message',
  'detail',
  'buttons',
  'defaultId',
  'cancelId',
  'signal',
];

/** Asks a question with named buttons, of which one is what closing the dialog means, and is chosen beforehand. */
export async function showMessageBox(options: MessageBoxOptions): Promise<number> {
  refuseUnknownOptions('dialog.showMessageBox', options, OPTIONS);
  const { buttons = [], cancelId = -1, defaultId, signal } = options;
  const others = buttons.flatMap((label, id) => (id === cancelId ? [] : [{ label, id }]));
  const cancel = buttons[cancelId];
  const [first, ...further] = others;
  if (cancel === undefined || first === undefined)
    throw notImplemented('dialog.showMessageBox', 'a question without a button to cancel and another');
  if (defaultId !== cancelId) throw notImplemented('dialog.showMessageBox', 'a default other than to cancel');
  if (new Set(buttons).size < buttons.length)
    throw notImplemented('dialog.showMessageBox', 'two buttons of one name');
  const { code, printed } = await runZenity(
    [
      '--question',
      '--no-markup',
      '--default-cancel',
      ...(options.title === undefined ? [] : [`--title=${options.title}`]),
      `--text=${[options.message, options.detail].filter(Boolean).join('\n\n')}`,
      `--cancel-label=${cancel}`,
      `--ok-label=${first.label}`,
      ...further.map(({ label }) => `--extra-button=${label}`),
    ],
    signal,
  );
  if (code === 0) return first.id;
  return further.find(({ label }) => label === printed)?.id ?? cancelId;
}
