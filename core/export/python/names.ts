import type { Naming } from "../code/class-scope.ts";
import { stackMembers } from "../code/stack-members.ts";
import { TakenNames } from "../code/taken-names.ts";
import { className } from "../code/words.ts";
import { modules } from "../program/modules.ts";
import type { ModuleName } from "../program/modules.ts";

const keywords = (
  "False None True and as assert async await break case class continue def del elif else except finally for from " +
  "global if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

const keywordSet: ReadonlySet<string> = new Set(keywords);

/** Functions that every program has, which a variable of the name would hide. */
const builtins = (
  "abs all any ascii bin bool bytes callable chr compile complex dict dir divmod enumerate eval exec filter float " +
  "format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals " +
  "map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice " +
  "sorted staticmethod str sum super tuple type vars zip"
).split(" ");

/** The names that our programs use themselves. */
const own = ["app", "aws_cdk", "construct_id", "kwargs", "scope", "self"];

/** A name of jsii in camelCase as its Python libraries have it, such as `from_key_arn`. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** A name of a property as a keyword argument; jsii puts `_` behind words of the language. */
export function keywordArgument(name: string): string {
  const snake = snakeCase(name);
  return keywordSet.has(snake) ? `${snake}_` : snake;
}

/** The name that a program has for a library. */
export function moduleName(name: ModuleName): string {
  return keywordSet.has(name) ? `${name}_` : name;
}

const reserved: readonly string[] = [
  ...keywords,
  ...builtins,
  ...own,
  ...Object.keys(modules),
];

/** What a stack has already, so that nothing that it hands to others can be called that. */
export const stackAttributes: readonly string[] = [
  ...stackMembers.map(snakeCase),
  "is_construct",
  "is_stack",
  "of",
];

/** Gives variables and classes names that are not taken, from the names that the design uses. */
export class PythonNames implements Naming {
  readonly #names: TakenNames;

  /** Names of a place where some more than the language's own are taken from the start. */
  constructor(taken: Iterable<string> = []) {
    this.#names = new TakenNames([...reserved, ...taken]);
  }

  /** A free name in snake_case, such as `payments_key`; `fallback` where nothing of the wish can stand in a name. */
  variable(wish: string, fallback: string): string {
    const name = snakeWords(wish).join("_");
    return this.#free(
      /^[a-z]/.test(name)
        ? name
        : [...snakeWords(fallback), ...snakeWords(wish)].join("_"),
    );
  }

  /** A free name in PascalCase that ends in `ending`, such as `PaymentsStack`. */
  type(wish: string, ending: string): string {
    const name = className(wish, ending);
    return this.#names.take(name, (number) => `${name}${number}`);
  }

  #free(wish: string): string {
    return this.#names.take(wish, (number) => `${wish}_${number}`);
  }
}

/** The words of a name, also where they are told apart by capitals only. */
function snakeWords(text: string): readonly string[] {
  const parts = text.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? [];
  return parts.map((part) => part.toLowerCase());
}
