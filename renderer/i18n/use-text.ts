import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './catalogues.ts';

/** Puts a string of the catalogues into words, with the values its placeholders name. */
export type Text = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

/** The interface's strings in the language the reader has chosen. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
