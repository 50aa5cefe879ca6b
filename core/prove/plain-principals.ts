import type { Design, OwnedKey, Principal } from "../design/design.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { subjectOf } from "./subject.ts";

/** A principal as a policy names it, with the conditions that it brings with it. */
export interface PlainPrincipal {
  readonly element: Json;
  readonly conditions?: Json;
}

/** How the policy of a key would name a principal of the design: a statement with it is written out and read. */
export function plainPrincipals(
  design: Design,
  principal: Principal,
  key: OwnedKey,
): readonly PlainPrincipal[] {
  const statement = {
    effect: "Deny",
    principals: [principal.id],
    actions: ["kms:Decrypt"],
    resources: ["*"],
  } as const;
  const alone = {
    administrators: [],
    policy: { mode: "replace", minimize: false, statements: [statement] },
  } as const;
  const probe: OwnedKey =
    key.kind === "defined"
      ? { ...key, ...alone, grants: [] }
      : { ...key, ...alone };
  const subject = subjectOf(
    {
      ...design,
      keys: design.keys.map((one) => (one.id === key.id ? probe : one)),
    },
    probe,
  );
  const { Statement: list = [] } = subject?.document ?? {};
  return (isJsonList(list) ? list : [list])
    .filter(isJsonObject)
    .filter(({ Effect: effect }) => effect === "Deny")
    .flatMap(({ Principal: element, Condition: conditions }) =>
      element === undefined
        ? []
        : [{ element, ...(conditions !== undefined && { conditions }) }],
    );
}
