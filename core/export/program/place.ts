import type { Design, Stack } from "../../design/design.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import type { Json } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression, Variable } from "./expression.ts";
import type { Member } from "./expressions.ts";
import type { Variables } from "./variables.ts";

/** The constructor of a stack, where code is written. */
export interface Place {
  readonly design: Design;
  readonly line: CdkLine;
  readonly stack: Stack;
  readonly variables: Variables;
  readonly text: (text: string) => Expression;
  readonly json: (value: Json) => Expression;
  /** A principal of the design for what names it: a variable, or an object of its own. */
  readonly principal: (id: string, namedBy: Path) => Expression;
  /** What stands for a key of the design. */
  readonly key: (id: string) => Expression;
  /** The same where an `IKey` is asked for. */
  readonly keyInterface: (id: string) => Expression;
  /** Something names the first alias of the key, so that the alias needs a variable. */
  readonly isAliasNamed: (key: string) => boolean;
  /** Writes a value into a variable. */
  readonly hold: (
    variable: Variable,
    value: Expression,
    from: readonly Path[],
  ) => void;
  /** The same, where something uses the variable. */
  readonly holdIfUsed: Place["hold"];
  /** Computes a value for what it does. */
  readonly do: (value: Expression, from: readonly Path[]) => void;
  /** Says why what follows is as it is. */
  readonly say: (text: string) => void;
  /** Sets a property of an object. */
  readonly assign: (
    target: Member,
    value: Expression,
    from: readonly Path[],
  ) => void;
}
