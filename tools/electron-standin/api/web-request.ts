import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  WebRequest as ElectronWebRequest,
} from 'electron';
import { refuseUnknownOptions, strict } from '../strict.ts';

/** What a listener is told of a request. */
export type RequestDetails = Pick<
  OnBeforeRequestListenerDetails,
  'id' | 'url' | 'method' | 'resourceType' | 'referrer' | 'timestamp'
>;

type Listener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: CallbackResponse) => void,
) => void;

/** `session.webRequest`, and what the stand-in asks it. */
export interface WebRequest {
  readonly api: Pick<ElectronWebRequest, 'onBeforeRequest'>;
  /** Whether the app refuses a request. */
  readonly isCancelled: (details: RequestDetails) => Promise<boolean>;
}

/** Makes the `webRequest` of a session. */
export function createWebRequest(): WebRequest {
  let beforeRequest: Listener | null = null;
  return {
    api: strict('webRequest', {
      onBeforeRequest: (listener: unknown): void => {
        if (listener !== null && typeof listener !== 'function')
          throw new Error('stand-in: a filter of webRequest.onBeforeRequest is not implemented');
        beforeRequest = listener as Listener | null;
      },
    }),
    isCancelled: (details) =>
      new Promise((resolve) => {
        if (beforeRequest === null) {
          resolve(false);
          return;
        }
        const seen: OnBeforeRequestListenerDetails = strict('details', { ...details, uploadData: [] });
        beforeRequest(seen, (response) => {
          refuseUnknownOptions('CallbackResponse', response, ['cancel']);
          resolve(response.cancel === true);
        });
      }),
  };
}
