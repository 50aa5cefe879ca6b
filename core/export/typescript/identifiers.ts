import type { Naming } from "../code/class-scope.ts";
import { TakenNames } from "../code/taken-names.ts";
import { capitalised, className, words } from "../code/words.ts";
import { modules } from "../program/modules.ts";

/** Words that cannot name a variable in a module, and the names our programs use themselves. */
const reserved: readonly string[] = [
  ...Object.keys(modules),
  ...(
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get if implements " +
    "import in instanceof interface is keyof let module namespace never new null number object of package " +
    "private protected public readonly require return set static string super switch symbol this throw true try " +
    "type typeof undefined unique unknown using var void while with yield " +
    "app id props scope stack NaN Infinity globalThis Object String Number Symbol process console"
  ).split(" "),
];

/** Gives variables names that are not taken, from the names that the design uses. */
export class Identifiers implements Naming {
  readonly #names: TakenNames;

  /** Names of a place where some more than the language's own are taken from the start. */
  constructor(taken: readonly string[] = []) {
    this.#names = new TakenNames([...reserved, ...taken]);
  }

  /** A free name in camelCase, such as `paymentsKey`; `fallback` where nothing of the wish can stand in a name. */
  variable(wish: string, fallback: string): string {
    const [first = "", ...rest] = words(wish);
    const name =
      first.charAt(0).toLowerCase() + first.slice(1) + capitalised(rest);
    return this.#free(
      /^[a-z]/i.test(name) ? name : fallback + capitalised([name]),
    );
  }

  /** A free name in PascalCase that ends in `ending`, such as `PaymentsStack`. */
  type(wish: string, ending: string): string {
    return this.#free(className(wish, ending));
  }

  #free(wish: string): string {
    return this.#names.take(wish, (number) => `${wish}${number}`);
  }
}
