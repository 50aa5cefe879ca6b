import { isJsonList, isJsonObject } from "../index.ts";
import type { Design, Json, Path } from "../index.ts";
import { pathInStatement, textInDesign } from "./in-statement.ts";
import { jsonAt } from "./json-at.ts";
import { policyText } from "./policy-text.ts";
import type { PolicyText } from "./policy-text.ts";
import { onlyFile } from "./source-text.ts";
import type { Place, SourceText } from "./source-text.ts";

/** Finds the parts of a design in the key policy that it was imported from. */
export function locateInPolicy(
  design: Design,
  files: readonly SourceText[],
): (path: Path) => Place | undefined {
  let found:
    | { readonly file: SourceText; readonly policy: PolicyText | undefined }
    | undefined;
  return (path) => {
    found ??= files
      .map((file) => ({ file, policy: policyText(file.text) }))
      .find(({ policy }) => policy !== undefined);
    if (found?.policy === undefined) return onlyFile(files);
    const place = pathInPolicy(design, found.policy.value, path);
    const span = place && found.policy.spanOf(place);
    return span === undefined
      ? { file: found.file }
      : { file: found.file, span };
  };
}

/** The path in a policy of a part of the design; undefined where it is not about the policy. */
function pathInPolicy(
  design: Design,
  policy: Json,
  path: Path,
): Path | undefined {
  const [list, , part, name, index, ...rest] = path;
  if (list !== "keys") return undefined;
  if (part === "found" && name === "policyDocument")
    return path.slice(path.indexOf(name) + 1);
  if (part !== "policy") return undefined;
  if (name !== "statements" || typeof index !== "number")
    return isJsonObject(policy) && "Statement" in policy ? ["Statement"] : [];
  const place = pathOfStatement(policy, index);
  const json = jsonAt(policy, place);
  const text = textInDesign(design, path);
  return [...place, ...pathInStatement({ json, path: rest, text })];
}

/** The import leaves out what is no object among the statements. */
function pathOfStatement(policy: Json, index: number): Path {
  const list = isJsonObject(policy) ? policy["Statement"] : policy;
  const within =
    isJsonObject(policy) && list !== undefined ? ["Statement"] : [];
  if (!isJsonList(list)) return within;
  const positions = [...list.keys()].filter((at) => isJsonObject(list[at]));
  const position = positions[index];
  return position === undefined ? within : [...within, position];
}
