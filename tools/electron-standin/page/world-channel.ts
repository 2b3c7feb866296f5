/**
 * The two worlds of a page share its DOM and nothing else. They talk by events on the document whose names start with a
 * secret token; an event is delivered before `dispatchEvent` returns, so calls across the worlds can be synchronous.
 */
export interface WorldChannel {
  readonly tell: (topic: Topic, text: string) => void;
  readonly hear: (topic: Topic, listener: (text: string) => void) => void;
}

/** What the worlds tell each other. */
export type Topic = 'expose' | 'call' | 'returned' | 'callback' | 'settle' | 'open';

/** Opens one end. Must run before the page's scripts, since it takes the document's methods as they are now. */
export function openWorldChannel(token: string): WorldChannel {
  const dispatch = document.dispatchEvent.bind(document);
  const listen = document.addEventListener.bind(document);
  const TextEvent = CustomEvent<string>;
  return {
    tell: (topic, text) => {
      dispatch(new TextEvent(token + topic, { detail: text }));
    },
    hear: (topic, listener) => {
      listen(token + topic, (event) => {
        if (event instanceof TextEvent) listener(event.detail);
      });
    },
  };
}
