import type { DesignChange } from "../design/change.ts";
import type { DefinedKey, Design, ImportedKey } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { FoundPolicy } from "./key-policy.ts";
import { withPolicy } from "./key-policy.ts";

/**
 * Has the stack of a key that exists take it over: the key with all that is known of it, retained, and imported by the
 * first deployment, so that no second key is made. Undefined where the key is none that exists under an ARN.
 *
 * Source: AWS CloudFormation User Guide, "Import AWS resources into a CloudFormation stack".
 */
export function bringUnderManagement(
  design: Design,
  id: string,
): DesignChange | undefined {
  const key = memberWithId(design.keys, id);
  if (key?.kind !== "imported") return undefined;
  const named = withPolicy(design, policyIn(key));
  return {
    type: "batch",
    changes: [
      ...named.design.principals
        .slice(design.principals.length)
        .map((principal, index): DesignChange => ({
          type: "add-principal",
          principal,
          index: design.principals.length + index,
        })),
      { type: "replace-key", key: id, by: managed(key, named.policy) },
    ],
  };
}

function managed(
  { stack, arn, aliases, grants, found, id }: ImportedKey,
  policy: DefinedKey["policy"],
): DefinedKey {
  const {
    policyDocument: _,
    aliases: known = [],
    tags = [],
    ...settings
  } = found ?? {};
  return {
    id,
    kind: "defined",
    stack,
    ...settings,
    removalPolicy: "retain",
    existing: arn,
    aliases: [...new Set([...known, ...aliases])],
    // CloudFormation imports a resource only with a deletion policy.
    ...(known.length + aliases.length > 0 && { aliasRemovalPolicy: "retain" }),
    tags,
    administrators: [],
    policy: policy.statements.length === 0 ? defaultPolicy : policy,
    ...(grants !== undefined && { grants }),
  };
}

const defaultPolicy: DefinedKey["policy"] = { mode: "amend", statements: [] };

function policyIn({ found }: ImportedKey): FoundPolicy {
  const { Statement: list = [], Id: id } = found?.policyDocument ?? {};
  const members = isJsonList(list) ? list : [list];
  return {
    statements: members.filter((one) => isJsonObject(one)),
    ...(typeof id === "string" && { id }),
    warnings: [],
  };
}
