import type { Stack } from "../../design/design.ts";
import { isAccountId } from "../../policy/arn.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import { memberAt } from "../json-members.ts";

/** A stack of a cloud assembly: the CDK's `cdk.out`. */
export interface AssemblyStack {
  /** The file of its template, in the folder of the manifest. */
  readonly file: string;
  readonly stack: Stack;
}

/**
 * The stacks in a `manifest.json` of the CDK; undefined where the value is something else.
 * Source: aws-cdk, cloud-assembly-schema, `AssemblyManifest`.
 */
export function stacksOfManifest(
  value: Json,
): readonly AssemblyStack[] | undefined {
  const artifacts = memberAt(value, "artifacts");
  if (
    !isJsonObject(artifacts) ||
    typeof memberAt(value, "version") !== "string"
  )
    return undefined;
  const stacks = Object.entries(artifacts).filter(
    ([, artifact]) => memberAt(artifact, "type") === "aws:cloudformation:stack",
  );
  const ids = new Set(stacks.map(([id]) => id));
  return stacks.flatMap(([id, artifact]) =>
    isJsonObject(artifact) ? assemblyStack(id, artifact, ids) : [],
  );
}

function assemblyStack(
  id: string,
  artifact: JsonObject,
  ids: ReadonlySet<string>,
): readonly AssemblyStack[] {
  const file = memberAt(artifact, "properties", "templateFile");
  const name = memberAt(artifact, "properties", "stackName");
  if (typeof file !== "string") return [];
  const { dependencies } = artifact;
  const on = (isJsonList(dependencies) ? dependencies : []).filter(
    (one) => typeof one === "string" && ids.has(one),
  );
  const stack: Stack = {
    id,
    ...(typeof name === "string" && name !== id && { name }),
    ...environmentOf(artifact["environment"]),
    ...(on.length > 0 && { dependencies: on.map(String) }),
  };
  return [{ file, stack }];
}

/** `aws://111122223333/eu-west-1`; what is not known has a name that begins with `unknown`. */
function environmentOf(
  value: Json | undefined,
): Pick<Stack, "account" | "region"> {
  const [, account = "", region = ""] =
    typeof value === "string"
      ? (/^aws:\/\/([^/]+)\/([^/]+)$/.exec(value) ?? [])
      : [];
  return {
    ...(isAccountId(account) && { account }),
    ...(region !== "" && !region.startsWith("unknown") && { region }),
  };
}
