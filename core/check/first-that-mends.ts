import { applyChange } from "../design/apply-change.ts";
import { memberWithId } from "../design/members.ts";
import { policyOfKey } from "./policy-view.ts";
import type { PolicyView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";

/** The first of some fixes after which the policy of the key is as it should be; each is tried. */
export function firstThatMends(
  { design, key, path }: RuleSubject,
  fixes: readonly (Fix | undefined)[],
  isMended: (view: PolicyView) => boolean,
): Fix | undefined {
  return fixes.find((fix) => {
    const next = fix && applyChange(design, fix.change);
    if (!next?.ok) return false;
    const owner = memberWithId(next.value.keys, key.id);
    const view = owner && policyOfKey({ design: next.value, key: owner, path });
    return view !== undefined && isMended(view);
  });
}
