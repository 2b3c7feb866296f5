/** The part of a `Worker` that a client needs. */
export type ClientWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/**
 * Tells when a worker answers nothing any more, in English, for the log and the curious.
 * @param name what the worker is called, as in "The search worker".
 */
export function onBreakdown(worker: ClientWorker, name: string, tell: (detail: string) => void): void {
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // A script that cannot be fetched gives an event without a message.
    tell(event.message || `${name} could not be started.`);
  });
  worker.addEventListener('messageerror', () => tell(`A reply could not be read: ${name}.`));
}
