import { isOwned, isVerbatim } from "../design/design.ts";
import { freeId } from "../design/defaults.ts";
import { memberWithId } from "../design/members.ts";
import { principalText, samePrincipal } from "../design/principal-text.ts";
import type { DesignChange } from "../design/change.ts";
import type { Principal } from "../design/design.ts";
import type { StatementView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";
import { principalTextFix } from "./written-principals.ts";

/** A fix that puts one service in the place of another, whose name may hold `${AWS::Region}`. */
export function serviceFix(
  subject: RuleSubject,
  statement: StatementView,
  [text, by]: readonly [text: string, by: string],
): Fix | undefined {
  const { own } = statement;
  const title = `Name ${by}`;
  if (own === undefined) return undefined;
  if (isVerbatim(own))
    // A function of the template would have to fill the Region in.
    return own.raw === true && by.includes("${")
      ? undefined
      : principalTextFix(subject, statement, {
          title,
          principal: { element: "Principal", type: "Service", text },
          by,
        });
  const change = changeOf(subject, statement, [text, by]);
  return change && { title, change };
}

function changeOf(
  { design, key }: RuleSubject,
  { own, path }: StatementView,
  [text, by]: readonly [text: string, by: string],
): DesignChange | undefined {
  if (own === undefined || isVerbatim(own) || !isOwned(key)) return undefined;
  const { principals } = design;
  const wish: Principal = {
    id: freeId(principals, "Service"),
    kind: "service",
    service: by,
  };
  const named = principals.find((one) => samePrincipal(one, wish)) ?? wish;
  const ids = (own.principals ?? []).map((id) => {
    const principal = memberWithId(principals, id);
    return principal !== undefined && principalText(principal) === text
      ? named.id
      : id;
  });
  const next = { ...own, principals: [...new Set(ids)] };
  const statements = key.policy.statements.with(Number(path.at(-1)), next);
  const edit: DesignChange = {
    type: "edit-key",
    key: key.id,
    patch: { policy: { ...key.policy, statements } },
  };
  const index = principals.length;
  return named === wish
    ? {
        type: "batch",
        changes: [{ type: "add-principal", principal: wish, index }, edit],
      }
    : edit;
}
