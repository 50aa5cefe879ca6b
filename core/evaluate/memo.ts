/** Remembers what was worked out last, so that an edit costs what it touched. */
export class Memo<Value> {
  readonly #known = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What was worked out under this name, or what is worked out now. */
  of(name: string, work: () => Value): Value {
    const found = this.#known.get(name);
    const value = found ?? work();
    // What was asked for last goes last.
    this.#known.delete(name);
    this.#known.set(name, value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined)
      this.#known.delete(oldest);
    return value;
  }
}
