import type { DesignChange } from "./change.ts";
import type { Design, OwnedKey, StructuredStatement } from "./design.ts";
import { principalForText } from "./principal-text.ts";

/**
 * The change that adds a statement to a key for the person to shape:
 * it lets the account view the key, which says everything a statement needs and gives nobody anything new.
 */
export function addStatement(design: Design, key: OwnedKey): DesignChange {
  return addForAccount(design, key, ["kms:DescribeKey"]);
}

/** The change that adds the statement of the default key policy: IAM policies of the account decide too. */
export function addAccountStatement(
  design: Design,
  key: OwnedKey,
): DesignChange {
  return addForAccount(design, key, ["kms:*"]);
}

function addForAccount(
  design: Design,
  key: OwnedKey,
  actions: readonly string[],
): DesignChange {
  const root = principalForText(design, "root");
  // INVARIANT: `root` is always understood.
  if (!root.ok) throw new Error("root is not understood");
  const { principal, isNew } = root.value;
  const statement: StructuredStatement = {
    effect: "Allow",
    principals: [principal.id],
    actions,
    resources: ["*"],
  };
  const { policy } = key;
  const edit: DesignChange = {
    type: "edit-key",
    key: key.id,
    patch: {
      policy: { ...policy, statements: [...policy.statements, statement] },
    },
  };
  if (!isNew) return edit;
  const index = design.principals.length;
  return {
    type: "batch",
    changes: [{ type: "add-principal", principal, index }, edit],
  };
}
