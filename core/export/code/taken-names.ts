/** The names of one place of a program, no two alike. */
export class TakenNames {
  readonly #taken: Set<string>;

  /** A place where some names are taken from the start. */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The name that was wished for, with a number where it is taken; it is taken now. */
  take(wish: string, numbered: (number: number) => string): string {
    let name = wish;
    for (let number = 2; this.#taken.has(name); number++)
      name = numbered(number);
    this.#taken.add(name);
    return name;
  }
}
