import type { Failure } from '../../../ipc/result.ts';
import type { MessageId } from '../../i18n/catalogues.ts';
import type { Text } from '../../i18n/use-text.ts';

/** What a failure means where backups and files of the reader's are concerned, and not the program's own notes. */
const WORDS: Partial<Record<Failure['code'], MessageId>> = {
  'not-found': 'backups.why.not-found',
  'damaged-file': 'backups.why.damaged-file',
  'disk-full': 'backups.why.disk-full',
  'no-permission': 'backups.why.no-permission',
  'read-only': 'backups.why.read-only',
  'no-folder': 'backups.why.no-folder',
};

/** Why something about backups failed, in words. */
export function explainFailure(text: Text, { code }: Failure): string {
  return text(WORDS[code] ?? `errors.${code}`);
}
