import type { CdkLine } from "../design/feature-flags.ts";
import { limits } from "../kms/limits.ts";
import { isUnresolved } from "./resolve-text.ts";

/**
 * An alias name as the CDK completes it: with `alias/` in front.
 * A name that begins with what is decided later stays; in v1 every name that has such a part does.
 */
export function fullAliasName(name: string, line: CdkLine = "v2"): string {
  const { prefix } = limits.aliasName;
  const stays =
    name.startsWith(prefix) ||
    (isUnresolved(name) && (line === "v1" || name.startsWith("${")));
  return stays ? name : prefix + name;
}
