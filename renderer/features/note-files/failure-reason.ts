import type { FailureCode } from '../../../ipc/result.ts';
import type { Text } from '../../i18n/use-text.ts';

/** Failures that have words of their own where a file of the reader's choice is written. */
const EXPLAINED = ['disk-full', 'read-only', 'no-permission', 'no-folder', 'damaged-file'] as const;

/** Why a file could not be written, in words. */
export function explainExportFailure(code: FailureCode, text: Text): string {
  const known = EXPLAINED.find((one) => one === code);
  return text(`note-files.failed.${known ?? 'unexpected'}`);
}
