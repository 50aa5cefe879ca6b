import type { Design, Stack } from "../design/design.ts";
import { usableParameters } from "../design/parameters.ts";
import type { FlagValues } from "../design/feature-flags.ts";
import type { Json } from "../problem/json.ts";
import { isIntrinsic } from "../policy/intrinsic.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path, Problem, ProblemStep } from "../problem/problem.ts";
import { Scope } from "./construct-tree.ts";
import { flagsOf } from "./flags.ts";
import type { GrantLanding } from "./grant-landing.ts";
import type { Grantee } from "./grantee.ts";
import { markOf } from "./resolve-text.ts";

/** Makes the logical ID for a construct path below a stack. */
export type LogicalIds = (path: readonly string[]) => string;

/** A stack while it is put together. */
export interface StackNode {
  readonly stack: Stack;
  readonly path: Path;
  /** The construct of the stack. */
  readonly root: Scope;
  readonly name: string;
  /** The account and Region, or the pseudo parameters that stand for them. */
  readonly account: string;
  readonly region: string;
  readonly logicalId: LogicalIds;
  /** The stacks that the design says are deployed before this one. */
  readonly explicit: Set<StackNode>;
  /** The stacks that this one depends on, and the first reason for each. */
  readonly dependencies: Map<StackNode, ProblemStep>;
  /** The principals that policies of the stack have named, by id. */
  readonly grantees: Map<string, Grantee>;
  /** What references to other stacks are written as, by mark. */
  readonly imports: Map<string, Json>;
}

/** An attribute of a resource, which any stack may name. */
export interface Reference {
  readonly home: StackNode;
  /** The id of the construct in the stack that the resource belongs to. */
  readonly construct: string;
  readonly logicalId: string;
  /** `Ref`, or the attribute that `Fn::GetAtt` takes. */
  readonly attribute: string;
  /** What is written in place of the reference by a stack of another account or Region; undefined when that is refused. */
  readonly elsewhere?: () => string | undefined;
}

/** All stacks of a design while they are put together. */
export class Assembly {
  readonly design: Design;
  readonly stacks: readonly StackNode[];
  readonly flags: FlagValues;
  readonly isV1: boolean;
  readonly problems: Problem[] = [];
  /** Where each grant was put, by the path of the grant or the administrator. */
  readonly landings = new Map<string, GrantLanding>();
  readonly #marks = new Map<string, string>();
  readonly #references = new Map<string, Reference>();
  readonly #expressions = new Map<string, Json>();
  #next = 0;
  readonly #stacks: ReadonlyMap<string, StackNode>;
  readonly #parameters: ReadonlyMap<string, StackNode>;

  constructor(design: Design, stacks: readonly StackNode[]) {
    this.design = design;
    this.stacks = stacks;
    this.flags = flagsOf(design.cdk);
    this.isV1 = design.cdk.line === "v1";
    this.#stacks = new Map(stacks.map((node) => [node.stack.id, node]));
    this.#parameters = new Map(
      usableParameters(design).map(({ parameter, stack }) => [
        parameter.id,
        this.stack(stack.id),
      ]),
    );
  }

  /** The stack with this id. */
  stack(id: string): StackNode {
    const found = this.#stacks.get(id);
    // INVARIANT: a parsed design names only stacks it has.
    if (found === undefined) throw new Error(`no stack ${id}`);
    return found;
  }

  /** The mark that stands for a reference in texts; equal references have one mark. */
  mark(reference: Reference): string {
    const { home, logicalId, attribute } = reference;
    const name = `${home.stack.id}\n${logicalId}\n${attribute}`;
    const known = this.#marks.get(name);
    if (known !== undefined) return known;
    const mark = markOf(this.#marks.size);
    this.#marks.set(name, mark);
    this.#references.set(mark, reference);
    return mark;
  }

  /** The reference behind a mark. */
  reference(mark: string): Reference | undefined {
    return this.#references.get(mark);
  }

  /** The mark that stands for an intrinsic function. */
  expression(json: Json): string {
    const name = JSON.stringify(json);
    const known = this.#marks.get(name);
    if (known !== undefined) return known;
    const mark = markOf(this.#marks.size);
    this.#marks.set(name, mark);
    this.#expressions.set(mark, json);
    return mark;
  }

  /** A number that was not given before, for what the CDK never takes for the same. */
  nextNumber(): number {
    return this.#next++;
  }

  /** The intrinsic function behind a mark. */
  expressionOf(mark: string): Json | undefined {
    return this.#expressions.get(mark);
  }

  /** A text of the design with marks for the parameters in it. */
  text(text: string): string {
    if (this.#parameters.size === 0 || !text.includes("${")) return text;
    return text.replaceAll(/\$\{([A-Za-z0-9]+)\}/g, (whole, id: string) => {
      const home = this.#parameters.get(id);
      return home === undefined
        ? whole
        : this.mark({
            home,
            construct: id,
            logicalId: id,
            attribute: "Ref",
          });
    });
  }

  /** A JSON value of the design with marks for the parameters in its texts, those in intrinsic functions excepted. */
  json(value: Json): Json {
    if (this.#parameters.size === 0) return value;
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value))
      return value.map((member: Json) => this.json(member));
    return isJsonObject(value) && !isIntrinsic(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, member]) => [
            name,
            this.json(member),
          ]),
        )
      : value;
  }
}

/** The stacks of a design, empty, in the order of their creation. */
export function emptyStack(
  stack: Stack,
  path: Path,
  logicalId: LogicalIds,
): StackNode {
  return {
    stack,
    path,
    root: new Scope(path),
    name: stack.name ?? stack.id,
    account: stack.account ?? "${AWS::AccountId}",
    region: stack.region ?? "${AWS::Region}",
    logicalId,
    explicit: new Set(),
    grantees: new Map(),
    dependencies: new Map(),
    imports: new Map(),
  };
}

/** Two stacks are deployed to the same account and Region, as far as the design says. */
export function sameEnvironment(a: StackNode, b: StackNode): boolean {
  return a.account === b.account && a.region === b.region;
}
