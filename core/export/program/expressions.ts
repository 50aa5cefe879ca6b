import type { Path } from "../../problem/problem.ts";
import type {
  Arguments,
  Expression,
  Property,
  TypeName,
  Variable,
} from "./expression.ts";
import type { ModuleName } from "./modules.ts";

/** The construct or stack that the code belongs to. */
export const self: Expression = { kind: "this" };

/** A type of a library. */
export function typeIn(module: ModuleName, name: string): TypeName {
  return { module, name };
}

/** A value that is written as it is. */
export function literal(value: string | number | boolean | null): Expression {
  return { kind: "literal", value };
}

/** Values in order. */
export function list(members: readonly Expression[]): Expression {
  return { kind: "list", members };
}

/** Data whose keys are kept. */
export function map(
  entries: readonly (readonly [key: string, value: Expression])[],
  isShort = false,
): Expression {
  return { kind: "map", entries, isShort };
}

/** A property; undefined values are left out by {@link properties}. */
export type OptionalProperty = readonly [
  name: string,
  value: Expression | undefined,
  from?: Path,
];

/** The properties that have a value. */
export function properties(
  all: readonly OptionalProperty[],
): readonly Property[] {
  return all.flatMap(([name, value, from]) =>
    value === undefined ? [] : [{ name, value, from }],
  );
}

/** Data of a type. */
export function struct(
  type: TypeName,
  all: readonly OptionalProperty[],
): Expression {
  return { kind: "struct", type, properties: properties(all) };
}

/** A new object. */
export function create(
  type: TypeName,
  positional: readonly Expression[] = [],
  named: readonly OptionalProperty[] = [],
): Expression {
  return { kind: "new", type, args: args(positional, named) };
}

/** A call of a method of a type. */
export function staticCall(
  type: TypeName,
  method: string,
  positional: readonly Expression[] = [],
): Called {
  return { kind: "static-call", type, method, args: args(positional, []) };
}

/** A call of a method of an object. */
export function call(
  target: Expression,
  method: string,
  positional: readonly Expression[] = [],
): Called {
  return { kind: "call", target, method, args: args(positional, []) };
}

type Called = Extract<Expression, { kind: "call" | "static-call" }>;

/** A call that passes properties besides. */
export function withProperties(
  called: Called,
  named: readonly OptionalProperty[],
): Expression {
  return { ...called, args: args(called.args.positional, named) };
}

function args(
  positional: readonly Expression[],
  named: readonly OptionalProperty[],
): Arguments {
  return { positional, properties: properties(named) };
}

/** A property of an object. */
export function member(target: Expression, name: string): Member {
  return { kind: "member", target, name };
}

/** A property of an object, which can be set. */
export type Member = Extract<Expression, { kind: "member" }>;

/** A member of an enum, or a constant of a class. */
export function constant(type: TypeName, name: string): Expression {
  return { kind: "constant", type, name };
}

/** The value of a variable. */
export function variable(of: Variable): Expression {
  return { kind: "variable", variable: of };
}

/** A value with the parts of the design it came from. */
export function marked(from: readonly Path[], value: Expression): Expression {
  return { kind: "marked", from, value };
}
