import { isIntrinsic } from "../policy/intrinsic.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import { isL1 } from "./key-parts.ts";
import { isVerbatim } from "./design.ts";
import type {
  Design,
  Key,
  KeyPolicy,
  Statement,
  StructuredStatement,
} from "./design.ts";

/**
 * The policy has something that the CDK's `PolicyDocument` has no way to say, as policies of templates may have.
 * Only the L1 constructs take it, as JSON.
 */
export function isAsWritten({
  version,
  id,
  single,
  statements,
}: KeyPolicy): boolean {
  return (
    version !== undefined ||
    single === true ||
    typeof id === "object" ||
    statements.some(hasOwnForm)
  );
}

function hasOwnForm(statement: Statement): boolean {
  return isVerbatim(statement)
    ? statement.raw === true
    : statement.when !== undefined || (statement.lists ?? []).length > 0;
}

/**
 * The policy of the key is written as JSON: it is an L1 construct with something in its policy that the CDK's objects
 * cannot say, or that `Key.fromCfnKey` cannot read.
 */
export function hasJsonPolicy(
  design: Pick<Design, "principals">,
  key: Key,
): boolean {
  if (key.kind !== "replica" && !isL1(key)) return false;
  return (
    isAsWritten(key.policy) ||
    key.overrides !== undefined ||
    key.policy.statements.some((one) => hasIntrinsic(design, one))
  );
}

function hasIntrinsic(
  { principals }: Pick<Design, "principals">,
  statement: Statement,
): boolean {
  if (isVerbatim(statement)) return hasIntrinsicWithin(statement.verbatim);
  const { principals: yes = [], notPrincipals: no = [] } = statement;
  return (
    hasIntrinsicWithin(statement.conditions) ||
    [...yes, ...no].some((id) =>
      principals.some((one) => one.id === id && one.kind === "template-value"),
    )
  );
}

/** An intrinsic function stands somewhere in the value. */
export function hasIntrinsicWithin(
  value: StructuredStatement["conditions"] | Json,
): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    (isJsonObject(value) && isIntrinsic(value)) ||
    Object.values(value).some(hasIntrinsicWithin)
  );
}
