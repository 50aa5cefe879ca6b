import { findConditionKey } from "../../../core/index.ts";
import { policyText } from "../../text/policy.ts";
import { fitsActions } from "./fitting-keys.ts";

/** What a condition key stands for, its type, and whether the requests for the actions carry it. */
export function ConditionKeyNote({
  name,
  actions,
}: {
  readonly name: string;
  readonly actions: readonly string[] | undefined;
}) {
  const row = findConditionKey(name);
  if (row === undefined) return null;
  const { type, multiValued, summary } = row;
  return (
    <p className="editor-help">
      {summary} {policyText.keyType(type, multiValued)}
      {actions !== undefined && !fitsActions(name, actions) && (
        <b className="not-carried"> {policyText.notCarried}</b>
      )}
    </p>
  );
}
