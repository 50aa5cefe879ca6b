import type { Json } from "../problem/json.ts";
import { withoutKeys } from "./terraform-resources.ts";
import type { TerraformResource } from "./terraform-resources.ts";

/** The argument of a resource names the other resource: by its id or ARN, or in the configuration. */
export function refersTo(
  resource: TerraformResource,
  argument: string,
  target: TerraformResource,
): boolean {
  const value = resource.values[argument];
  if (typeof value === "string" && value !== "") return isIdOf(value, target);
  const whole = `${target.type}.${target.name}`;
  return (
    resource.module === target.module &&
    sameInstance(resource.address, target.address) &&
    resource.references(argument).some((reference) => {
      const plain = withoutKeys(reference);
      return plain === whole || plain.startsWith(`${whole}.`);
    })
  );
}

function isIdOf(value: string, { values }: TerraformResource): boolean {
  return [values["arn"], values["key_id"], values["id"]].includes(value);
}

/** With `for_each` or `count` on both, an instance refers to the one with its key. */
function sameInstance(a: string, b: string): boolean {
  const [keyOfA, keyOfB] = [instanceKey(a), instanceKey(b)];
  return keyOfA === "" || keyOfB === "" || keyOfA === keyOfB;
}

function instanceKey(address: string): string {
  return /\[[^[\]]*\]$/.exec(address)?.[0] ?? "";
}

/** What a file says of the policy of a key: its text, that it comes with the deployment, or nothing. */
export type PolicyText = { readonly text: string } | "unknown" | undefined;

/** The policy of a key: its own, or that of an `aws_kms_key_policy`, which may be a document made elsewhere. */
export function policyText(
  key: TerraformResource,
  resources: readonly TerraformResource[],
): PolicyText {
  const separate = resources.find(
    (one) => one.type === "aws_kms_key_policy" && refersTo(one, "key_id", key),
  );
  return (separate && textIn(separate, resources)) ?? textIn(key, resources);
}

function textIn(
  resource: TerraformResource,
  resources: readonly TerraformResource[],
): PolicyText {
  const { policy } = resource.values;
  if (isText(policy)) return { text: policy };
  const references = resource.references("policy");
  if (references.length === 0) return undefined;
  const document = resources.find(
    (one) =>
      one.type === "aws_iam_policy_document" &&
      one.module === resource.module &&
      references.some((reference) =>
        withoutKeys(reference).startsWith(`data.${one.type}.${one.name}`),
      ),
  );
  const json = document?.values["json"];
  return isText(json) ? { text: json } : "unknown";
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string" && value !== "";
}

/** What a resource is called: the words of its modules, its name and its key, but for `this` where there are others. */
export function constructName({ address, type }: TerraformResource): string {
  const words = address
    .replace(`${type}.`, ".")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && word !== "module");
  const telling = words.filter((word) => word !== "this");
  const name = (telling.length === 0 ? words : telling)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^[A-Za-z]/.test(name) ? name : `Key${name}`;
}
