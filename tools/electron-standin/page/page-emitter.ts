/** What is called for an event. */
export type Listener = (...args: unknown[]) => void;

/** As much of Node's EventEmitter as a sandboxed preload may require. */
export class EventEmitter {
  static readonly EventEmitter = EventEmitter;
  readonly #listeners = new Map<string, { readonly listener: Listener; readonly run: Listener }[]>();

  on(event: string, listener: Listener): this {
    return this.#add(event, listener, listener);
  }

  once(event: string, listener: Listener): this {
    return this.#add(event, listener, (...args) => {
      this.off(event, listener);
      listener(...args);
    });
  }

  off(event: string, listener: Listener): this {
    const entries = this.#listeners.get(event) ?? [];
    const index = entries.findLastIndex((entry) => entry.listener === listener);
    if (index !== -1) this.#listeners.set(event, entries.toSpliced(index, 1));
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  emit(event: string, ...args: unknown[]): boolean {
    const entries = this.#listeners.get(event) ?? [];
    for (const { run } of entries) run(...args);
    return entries.length > 0;
  }

  #add(event: string, listener: Listener, run: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, run }]);
    return this;
  }
}
