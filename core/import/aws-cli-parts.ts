import type { Tag } from "../design/design.ts";
import type { Json } from "../problem/json.ts";
import type { Problem } from "../problem/problem.ts";
import { importProblem } from "./import-problem.ts";
import { memberAt, objectsIn } from "./json-members.ts";
import type { PastedValue } from "./pasted-json.ts";

/** The aliases of a key, and what is to be said about others. */
export function aliasNames(
  output: PastedValue | undefined,
  keyId: string | undefined,
): {
  readonly names: readonly string[];
  readonly warnings: readonly Problem[];
} {
  const all = objectsIn(memberAt(output?.value, "Aliases"));
  const targets = new Set(all.map((alias) => alias["TargetKeyId"]));
  const target = keyId ?? (targets.size === 1 ? [...targets][0] : undefined);
  const names = all
    .filter(({ TargetKeyId: id }) => id !== undefined && id === target)
    .map((alias) => alias["AliasName"])
    .filter(isText)
    .filter((name) => !name.startsWith("alias/aws/"));
  const others = all.length - names.length;
  if (others === 0) return { names, warnings: [] };
  return {
    names,
    warnings: [
      importProblem("other-aliases", {
        severity: "info",
        message: `${others} of ${all.length} aliases ${target === undefined ? "may be" : "are"} of other keys and were left out`,
        help: "paste the output of aws kms describe-key too, so that the key is known",
        ...(output && { span: output.span }),
      }),
    ],
  };
}

/** The tags of a key. */
export function tagsOf(output: PastedValue | undefined): readonly Tag[] {
  return objectsIn(memberAt(output?.value, "Tags")).flatMap(
    ({ TagKey: key, TagValue: value }) =>
      isText(key) && isText(value) ? [{ key, value }] : [],
  );
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}
