import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import type {
  Design,
  OwnedKey,
  StructuredStatement,
} from "../design/design.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { principalForText, principalText } from "../design/principal-text.ts";
import { compareDesigns } from "../prove/compare-designs.ts";
import type { StatementView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";

/**
 * The statement with everyone in place of its roles and users, and conditions on aws:PrincipalArn and kms:CallerAccount
 * that leave just them: AWS KMS takes it before they exist, and it survives that one of them is made anew. Undefined where
 * the statement names others besides, or where it would mean something else, which is proven.
 */
export function namedByCondition(
  { design, key }: RuleSubject,
  { own, path }: StatementView,
): Fix | undefined {
  if (own === undefined || isVerbatim(own) || !isOwned(key)) return undefined;
  const arns = rolesAndUsers(design, own);
  const change =
    arns && changeTo(design, key, { own, arns, index: Number(path.at(-1)) });
  const next = change && applyChange(design, change);
  if (change === undefined || !next?.ok) return undefined;
  const { keys } = compareDesigns(design, next.value, { keyId: key.id });
  return keys.every(({ verdict }) => verdict === "equivalent")
    ? { title: "Name it by a condition", change }
    : undefined;
}

const roleOrUser = /^arn:[^:]+:iam::\d{12}:(?:role|user)\//;

/** The ARNs of the principals of a statement; undefined where one of them is no role and no user. */
function rolesAndUsers(
  { principals }: Design,
  { principals: ids = [] }: StructuredStatement,
): readonly string[] | undefined {
  const texts = ids.flatMap((id) => {
    const principal = memberWithId(principals, id);
    return principal === undefined ? [] : [principalText(principal)];
  });
  const isPlain =
    texts.length > 0 && texts.every((one) => roleOrUser.test(one));
  return isPlain ? texts : undefined;
}

interface Named {
  readonly own: StructuredStatement;
  readonly index: number;
  readonly arns: readonly string[];
}

function changeTo(
  design: Design,
  key: OwnedKey,
  { own, index, arns }: Named,
): DesignChange | undefined {
  const everyone = principalForText(design, "*");
  const { conditions = {} } = own;
  const { ArnEquals: arnEquals = {}, StringEquals: equals = {} } = conditions;
  const isTaken =
    "aws:PrincipalArn" in arnEquals || "kms:CallerAccount" in equals;
  if (!everyone.ok || isTaken) return undefined;
  const { principal, isNew } = everyone.value;
  const accounts = new Set(arns.map((text) => text.split(":")[4] ?? ""));
  const statements = key.policy.statements.with(index, {
    ...own,
    principals: [principal.id],
    conditions: {
      ...conditions,
      StringEquals: { ...equals, "kms:CallerAccount": [...accounts] },
      ArnEquals: { ...arnEquals, "aws:PrincipalArn": arns },
    },
  });
  const edit: DesignChange = {
    type: "edit-key",
    key: key.id,
    patch: { policy: { ...key.policy, statements } },
  };
  if (!isNew) return edit;
  const at = design.principals.length;
  return {
    type: "batch",
    changes: [{ type: "add-principal", principal, index: at }, edit],
  };
}
