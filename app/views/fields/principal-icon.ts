import type { PrincipalKind } from "../../../core/index.ts";
import type { IconName } from "../../ui/icons.tsx";

const icons: Readonly<Record<PrincipalKind | "unknown", IconName>> = {
  arn: "arn",
  account: "account",
  "account-root": "account",
  service: "service",
  any: "anyone",
  star: "anyone",
  unknown: "code",
};

/** The icon of a kind of principal. */
export function principalIcon(kind: PrincipalKind | "unknown"): IconName {
  return icons[kind];
}
