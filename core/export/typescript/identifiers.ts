/** Words that cannot name a variable in a module, and the names our programs use themselves. */
const reserved = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger " +
    "declare default delete do else enum eval export extends false finally for from function get if implements " +
    "import in instanceof interface is keyof let module namespace never new null number object of package " +
    "private protected public readonly require return set static string super switch symbol this throw true try " +
    "type typeof undefined unique unknown using var void while with yield " +
    "app cdk iam id kms props scope stack NaN Infinity globalThis Object String Number Symbol process console"
  ).split(" "),
);

/** Gives variables names that are not taken, from the names that the design uses. */
export class Identifiers {
  #taken = new Set<string>();

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
    const name = capitalised(words(wish));
    const whole = name.endsWith(ending) ? name : name + ending;
    return this.#free(/^[A-Z]/.test(whole) ? whole : ending + whole);
  }

  #free(wish: string): string {
    let name = wish;
    for (let number = 2; reserved.has(name) || this.#taken.has(name); number++)
      name = `${wish}${number}`;
    this.#taken.add(name);
    return name;
  }
}

function words(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

function capitalised(parts: readonly string[]): string {
  return parts
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
