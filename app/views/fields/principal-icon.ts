import type { PrincipalKind } from "../../../core/index.ts";
import type { IconName } from "../../ui/icons.tsx";

const icons: Readonly<Record<PrincipalKind | "unknown", IconName>> = {
  arn: "arn",
  account: "account",
  "account-root": "root",
  service: "service",
  any: "anyone",
  star: "anyone",
  organization: "organization",
  "organizational-unit": "organization",
  federated: "provider",
  "web-identity": "provider",
  "canonical-user": "arn",
  "template-value": "code",
  composite: "combination",
  "with-conditions": "condition",
  "via-service": "service",
  "new-role": "role",
  "new-user": "arn",
  "new-group": "group",
  "imported-role": "role",
  "imported-user": "arn",
  "imported-group": "group",
  unknown: "code",
};

/** The icon of a kind of principal. */
export function principalIcon(kind: PrincipalKind | "unknown"): IconName {
  return icons[kind];
}
