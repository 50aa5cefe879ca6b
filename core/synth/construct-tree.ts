import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { constructId } from "./logical-id.ts";
import type { Resolver, ShowText } from "./resolve-text.ts";
import type { ResourceOrigins } from "./template.ts";

/** The part of a template that an element is written to. */
export type Section = "Parameters" | "Resources" | "Outputs";

/** What a construct writes into its stack's template. */
export interface Element {
  readonly section: Section;
  readonly logicalId: string;
  /** Shows the texts in which references may stand, in the order in which the CDK meets them. */
  eachText(show: ShowText): void;
  /** What is written. */
  render(resolve: Resolver): Rendered;
}

/** An element without references shows no text. */
export function noText(): void {}

/** What an element wrote, and the parts of the design that it came from. */
export interface Rendered {
  readonly json: JsonObject;
  readonly origins?: ResourceOrigins;
}

/** A construct below a stack: its place decides logical IDs and the order in the template. */
export class Scope {
  /** The part of the design that the construct stands for. */
  readonly origin: Path;
  /** Its id as the constructs library stores it. */
  readonly id: string;
  readonly #parent: Scope | undefined;
  /** Most constructs have no children, so the map waits for the first. */
  #children: Map<string, Scope> | undefined;
  #hasIndices = false;
  element: Element | undefined;

  constructor(origin: Path, id = "", parent?: Scope) {
    this.origin = origin;
    this.id = id;
    this.#parent = parent;
  }

  /** The construct ids from below the stack. */
  get path(): readonly string[] {
    const path: string[] = [];
    this.#addIds(path);
    return path;
  }

  #addIds(path: string[]): void {
    if (this.#parent === undefined) return;
    this.#parent.#addIds(path);
    path.push(this.id);
  }

  /** The child with this id, which is made when there is none. */
  child(id: string, origin: Path = this.origin): Scope {
    const stored = constructId(id);
    this.#children ??= new Map();
    const known = this.#children.get(stored);
    if (known !== undefined) return known;
    const child = new Scope(origin, stored, this);
    this.#children.set(stored, child);
    this.#hasIndices ||= isIndex(stored);
    return child;
  }

  /** The constructs at and below this one that have an element, in the order of the construct tree. */
  withElements(): readonly Scope[] {
    const all: Scope[] = [];
    this.#collect(all);
    return all;
  }

  #collect(all: Scope[]): void {
    if (this.element !== undefined) all.push(this);
    if (this.#children === undefined) return;
    if (this.#hasIndices)
      for (const child of inOrder(this.#children)) child.#collect(all);
    else for (const child of this.#children.values()) child.#collect(all);
  }
}

/** The constructs library keeps children in a plain object, which lists names that are whole numbers first. */
function inOrder(children: ReadonlyMap<string, Scope>): readonly Scope[] {
  return [...children.values()].toSorted((a, b) =>
    compareNumbers(numeric(a.id), numeric(b.id)),
  );
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
