import type { RemovalPolicy, Tag } from "../../design/design.ts";
import { removalPolicies } from "../../design/removal-policies.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  constant,
  list,
  literal,
  marked,
  self,
  staticCall,
  struct,
  typeIn,
} from "./expressions.ts";
import type { Place } from "./place.ts";

/** What every construct is created with first: its stack, and its id. */
export function scopeAndId(
  { id }: { readonly id: string },
  path: Path,
): readonly Expression[] {
  return [self, marked([[...path, "id"]], literal(id))];
}

/** A value that may be absent. */
export function optional(
  value: string | number | boolean | undefined,
): Expression | undefined {
  return value === undefined ? undefined : literal(value);
}

/** A text that may be absent. */
export function optionalText(
  value: string | undefined,
  { text }: Place,
): Expression | undefined {
  return value === undefined ? undefined : text(value);
}

/** A number of days. */
export function days(value: number | undefined): Expression | undefined {
  return value === undefined
    ? undefined
    : staticCall(typeIn("cdk", "Duration"), "days", [literal(value)]);
}

/** A removal policy. */
export function removal(
  policy: RemovalPolicy | undefined,
): Expression | undefined {
  return policy === undefined
    ? undefined
    : constant(typeIn("cdk", "RemovalPolicy"), removalPolicies[policy].cdk);
}

/** The tags of an L1 construct. */
export function cfnTags(
  tags: readonly Tag[],
  path: Path,
  { text }: Place,
): Expression | undefined {
  if (tags.length === 0) return undefined;
  return list(
    tags.map((tag, index) =>
      marked(
        [[...path, "tags", index]],
        struct(typeIn("cdk", "CfnTag"), [
          ["key", literal(tag.key)],
          ["value", text(tag.value)],
        ]),
      ),
    ),
  );
}
