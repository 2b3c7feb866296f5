/** The words of one side of an alignment, numbered from 0 in the order in which they were first met. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #forms: string[] = [];

  /** The number of a word, which it is given now if it is new. */
  add(form: string): number {
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    const id = this.#forms.length;
    this.#ids.set(form, id);
    this.#forms.push(form);
    return id;
  }

  /** The number of a word that was added before. */
  find(form: string): number | undefined {
    return this.#ids.get(form);
  }

  /** The words by number. */
  get forms(): readonly string[] {
    return this.#forms;
  }
}
