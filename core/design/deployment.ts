import type { Deployment } from "../policy/resolve-intrinsics.ts";
import { resolveIntrinsics } from "../policy/resolve-intrinsics.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Stack } from "./design.ts";
import { isOneText } from "./parameters.ts";

/** How a value came to be known. */
type Source = "assumed" | "default" | "follows" | "unknown";

/**
 * What is known of the deployment of a stack: what it assumes, and the defaults of parameters where it does not; the
 * values of pseudo parameters are the caller's to give.
 */
export class StackDeployment implements Deployment {
  readonly #stack: Stack;
  readonly #pseudoValue: (name: string) => string;
  readonly #pseudo = new Set<string>();
  readonly #parameters = new Map<string, Source>();
  readonly #conditions = new Map<string, Source>();
  readonly #evaluating = new Set<string>();

  constructor(stack: Stack, pseudoValue: (name: string) => string) {
    this.#stack = stack;
    this.#pseudoValue = pseudoValue;
  }

  /** The pseudo parameters that were asked for so far. */
  get pseudo(): ReadonlySet<string> {
    return this.#pseudo;
  }

  /** The parameters that were asked for so far, and how their values are known. */
  get parameters(): ReadonlyMap<string, Source> {
    return this.#parameters;
  }

  /** The conditions that were asked for so far, and how they are known. */
  get conditions(): ReadonlyMap<string, Source> {
    return this.#conditions;
  }

  readonly ref = (name: string): Json | undefined => {
    if (name.startsWith("AWS::")) {
      this.#pseudo.add(name);
      return this.#pseudoValue(name);
    }
    const definition = this.#definition(name);
    if (definition === undefined) return undefined;
    const { Type: type = "String", Default: standard } = definition;
    const given = this.#stack.assumed?.parameters?.[name];
    const assumed = given === undefined ? undefined : valueOf(given, type);
    // What AWS Systems Manager has under that name is not known here.
    const isNamed = typeof type === "string" && type.startsWith("AWS::SSM::");
    const value = assumed ?? (isNamed ? undefined : valueOf(standard, type));
    const known = value === undefined ? "unknown" : "default";
    this.#parameters.set(name, assumed === undefined ? known : "assumed");
    return value;
  };

  readonly condition = (name: string): boolean | undefined => {
    const assumed = this.#stack.assumed?.conditions?.[name];
    const holds = assumed ?? this.#evaluated(name);
    const known = holds === undefined ? "unknown" : "follows";
    this.#conditions.set(name, assumed === undefined ? known : "assumed");
    return holds;
  };

  readonly mapping = (name: string): Json | undefined =>
    this.#member("Mappings", name);

  #definition(name: string): JsonObject | undefined {
    const kept = this.#member("Parameters", name);
    return isJsonObject(kept) ? kept : undefined;
  }

  #member(section: string, name: string): Json | undefined {
    const members = this.#stack.template?.rest[section];
    return isJsonObject(members) && Object.hasOwn(members, name)
      ? members[name]
      : undefined;
  }

  #evaluated(name: string): boolean | undefined {
    const json = this.#member("Conditions", name);
    // A condition that is made of itself is none.
    if (json === undefined || this.#evaluating.has(name)) return undefined;
    this.#evaluating.add(name);
    const holds = this.#evaluate(json);
    this.#evaluating.delete(name);
    return holds;
  }

  #evaluate(json: Json): boolean | undefined {
    const [[name, argument] = ["", null]] = isJsonObject(json)
      ? Object.entries(json)
      : [];
    if (name === "Condition" && typeof argument === "string")
      return this.condition(argument);
    if (!isJsonList(argument)) return undefined;
    if (name === "Fn::Equals") return this.#equals(argument);
    const members = argument.map((one) => this.#evaluate(one));
    if (name === "Fn::Not") return negated(members[0]);
    if (name === "Fn::And") return all(members);
    return name === "Fn::Or" ? negated(all(members.map(negated))) : undefined;
  }

  #equals(sides: readonly Json[]): boolean | undefined {
    const [left, right] = sides.map((one) => resolveIntrinsics(one, this));
    const [one, other] = [decided(left), decided(right)];
    return one === undefined || other === undefined ? undefined : one === other;
  }
}

/** The value of a parameter of a type; of several that are assumed for one text none can be chosen. */
function valueOf(
  value: Json | readonly string[] | undefined,
  type: Json,
): Json | undefined {
  if (isOneText(type)) return isJsonList(value) ? undefined : value;
  return typeof value === "string"
    ? value.split(",").map((one) => one.trim())
    : value;
}

/** The text of a value that is all there: no function is left in it. */
function decided(value: Json | undefined): string | undefined {
  return value === undefined || typeof value === "object"
    ? undefined
    : String(value);
}

function negated(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}

function all(members: readonly (boolean | undefined)[]): boolean | undefined {
  if (members.includes(false)) return false;
  return members.includes(undefined) ? undefined : true;
}
