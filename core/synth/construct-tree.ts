import type { Json, JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { constructId } from "./logical-id.ts";
import type { Resolver } from "./resolve-text.ts";
import type { ResourceOrigins } from "./template.ts";

/** The part of a template that an element is written to. */
export type Section = "Parameters" | "Resources" | "Outputs";

/** What a construct writes into its stack's template. */
export interface Element {
  readonly section: Section;
  readonly logicalId: string;
  /** The values in whose texts references may stand, in the order in which the CDK meets them. */
  readonly values: () => readonly Json[];
  /** What is written, or undefined when the construct turns out to write nothing. */
  readonly render: (resolve: Resolver) => Rendered | undefined;
}

/** What an element wrote, and the parts of the design that it came from. */
export interface Rendered {
  readonly json: JsonObject;
  readonly origins?: ResourceOrigins;
}

/** A construct below a stack: its place decides logical IDs and the order in the template. */
export class Scope {
  /** The construct ids from below the stack. */
  readonly path: readonly string[];
  /** The part of the design that the construct stands for. */
  readonly origin: Path;
  /** Most constructs have no children, so the map waits for the first. */
  #children: Map<string, Scope> | undefined;
  #hasIndices = false;
  element: Element | undefined;

  constructor(path: readonly string[], origin: Path) {
    this.path = path;
    this.origin = origin;
  }

  /** The child with this id, which is made when there is none. */
  child(id: string, origin: Path = this.origin): Scope {
    const stored = constructId(id);
    this.#children ??= new Map();
    const known = this.#children.get(stored);
    if (known !== undefined) return known;
    const child = new Scope([...this.path, stored], origin);
    this.#children.set(stored, child);
    this.#hasIndices ||= isIndex(stored);
    return child;
  }

  /** The elements at and below this construct in the order of the construct tree. */
  elements(): readonly Element[] {
    return this.withElements().flatMap(({ element }) => element ?? []);
  }

  /** The constructs at and below this one that have an element, in the order of the construct tree. */
  withElements(): readonly Scope[] {
    const all: Scope[] = [];
    this.#collect(all);
    return all;
  }

  #collect(all: Scope[]): void {
    if (this.element !== undefined) all.push(this);
    for (const child of this.#inOrder()) child.#collect(all);
  }

  /** The constructs library keeps children in a plain object, which lists names that are whole numbers first. */
  #inOrder(): Iterable<Scope> {
    if (this.#children === undefined) return [];
    if (!this.#hasIndices) return this.#children.values();
    return [...this.#children]
      .toSorted(([a], [b]) => compareNumbers(numeric(a), numeric(b)))
      .map(([, child]) => child);
  }
}

function isIndex(id: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(id) && Number(id) < 2 ** 32 - 1;
}

function numeric(id: string): number {
  return isIndex(id) ? Number(id) : Infinity;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
