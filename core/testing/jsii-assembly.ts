import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

interface JsiiParameter {
  readonly name: string;
  readonly type?: { readonly fqn?: string };
  readonly variadic?: boolean;
}

interface JsiiMethod {
  readonly name: string;
  readonly parameters?: readonly JsiiParameter[];
}

/** A type of an assembly, as much of it as names need. */
export interface JsiiType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: readonly JsiiParameter[] };
  readonly methods?: readonly JsiiMethod[];
  readonly properties?: readonly { readonly name: string }[];
  readonly members?: readonly { readonly name: string }[];
}

/** The types of installed jsii packages, by their full name. */
export class Assemblies {
  readonly #types = new Map<string, JsiiType>();

  constructor(packages: readonly string[]) {
    for (const name of packages)
      for (const type of Object.values(typesOf(name)))
        this.#types.set(type.fqn, type);
  }

  type(fqn: string): JsiiType | undefined {
    return this.#types.get(fqn);
  }

  /** The type and what it inherits from. */
  #lineage(fqn: string): readonly JsiiType[] {
    const type = this.#types.get(fqn);
    if (type === undefined) return [];
    const above = [
      ...(type.base === undefined ? [] : [type.base]),
      ...(type.interfaces ?? []),
    ];
    return [type, ...above.flatMap((name) => this.#lineage(name))];
  }

  /** The parameters of the constructor. */
  initializer(fqn: string): readonly JsiiParameter[] | undefined {
    return this.#lineage(fqn).find(({ initializer }) => initializer)
      ?.initializer?.parameters;
  }

  /** The parameters of a method, or undefined where there is none of that name. */
  method(fqn: string, name: string): readonly JsiiParameter[] | undefined {
    const found = this.#lineage(fqn)
      .flatMap(({ methods }) => methods ?? [])
      .find((method) => method.name === name);
    return found && (found.parameters ?? []);
  }

  /** The names of the methods that a class or interface has. */
  methods(fqn: string): readonly string[] {
    return this.#lineage(fqn).flatMap(({ methods }) =>
      (methods ?? []).map(({ name }) => name),
    );
  }

  /** The names of the properties that a struct or class has. */
  properties(fqn: string): ReadonlySet<string> {
    return new Set(
      this.#lineage(fqn).flatMap(({ properties }) =>
        (properties ?? []).map(({ name }) => name),
      ),
    );
  }

  /** The names of all methods of all classes. */
  allMethods(): ReadonlySet<string> {
    return new Set(
      [...this.#types.values()].flatMap(({ methods }) =>
        (methods ?? []).map(({ name }) => name),
      ),
    );
  }
}

function typesOf(name: string): Readonly<Record<string, JsiiType>> {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const assembly = read(join(folder, ".jsii"));
  const { compression, filename } = assembly;
  if (compression === "gzip" && typeof filename === "string")
    return typesIn(
      JSON.parse(gunzipSync(readFileSync(join(folder, filename))).toString()),
    );
  return typesIn(assembly);
}

function read(file: string): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is an assembly of jsii
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

function typesIn(assembly: unknown): Readonly<Record<string, JsiiType>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is an assembly of jsii
  return (assembly as { types: Record<string, JsiiType> }).types;
}
