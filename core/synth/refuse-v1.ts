import { isDefined } from "../design/design.ts";
import type { DefinedKey, Design, Key } from "../design/design.ts";
import { isInBothPolicies } from "../design/key-parts.ts";
import { cdkV1Grants } from "../kms/grant-vocabulary.ts";
import { keySpecs } from "../kms/key-specs.ts";
import { keyUsages } from "../kms/key-usages.ts";
import type { Path, Problem } from "../problem/problem.ts";
import type { Built } from "./build-assembly.ts";
import { refusal } from "./refusal.ts";
import { builtDesign } from "./synthesize.ts";

const help = "choose CDK v2 in the settings of the design, or do without it";

/** What CDK v1 does not have, though a design may say it. Source: @aws-cdk/aws-kms 1.204.0. */
export function v1Refusals(design: Design): readonly Problem[] {
  if (design.cdk.line === "v2") return trustRefusals(design);
  return [
    ...trustRefusals(design),
    ...design.keys.flatMap((key, index) =>
      keyRefusals(key, ["keys", index], builtDesign(design)),
    ),
    ...design.principals.flatMap((principal, index) =>
      principal.kind === "imported-role" &&
      principal.mutable === false &&
      "name" in principal.identity
        ? [
            missing(["principals", index, "mutable"], "v1/role-by-name", {
              what: "a role imported by name that takes no policies",
            }),
          ]
        : [],
    ),
  ];
}

function keyRefusals(key: Key, path: Path, built: Built): readonly Problem[] {
  return [
    ...(isDefined(key) ? definedRefusals(key, path, built) : []),
    ...(key.kind === "replica"
      ? [missing(path, "v1/replica", { what: "a replica key" })]
      : []),
    ...(key.kind === "looked-up" && key.dummyWhenMissing !== undefined
      ? [
          missing([...path, "dummyWhenMissing"], "v1/dummy", {
            what: "a look-up that may find nothing",
          }),
        ]
      : []),
    ...grantRefusals(key, path),
  ];
}

function definedRefusals(
  key: DefinedKey,
  path: Path,
  built: Built,
): readonly Problem[] {
  const { keySpec = "SYMMETRIC_DEFAULT", keyUsage = "ENCRYPT_DECRYPT" } = key;
  const problems: Problem[] = [];
  const lacks = (property: keyof DefinedKey, what: string) => {
    problems.push(
      missing([...path, property], `v1/${kebabCase(property)}`, { what }),
    );
  };
  if (keySpecs[keySpec].cdkV1 === null)
    lacks("keySpec", `key spec \`${keySpec}\``);
  if (keyUsages[keyUsage].cdkV1 === null)
    lacks("keyUsage", `key usage \`${keyUsage}\``);
  if (key.multiRegion !== undefined)
    lacks("multiRegion", "the setting for multi-Region keys");
  if (key.rotationPeriodInDays !== undefined)
    lacks("rotationPeriodInDays", "a rotation period");
  if (key.policy.mode === "replace" && isEmptyPolicy(built, key))
    lacks("policy", "a key without a policy");
  for (const property of ["removalPolicy", "aliasRemovalPolicy"] as const)
    if (key[property] === "retain-on-update-or-delete")
      lacks(property, "a removal policy that lets go of what is rolled back");
  return problems;
}

/** Nothing is in the policy, neither a statement of the person's own nor one that a grant puts there. */
function isEmptyPolicy(built: Built, { id }: DefinedKey): boolean {
  return built.keys.get(id)?.statements?.length === 0;
}

function grantRefusals(key: Key, path: Path): readonly Problem[] {
  if (!("grants" in key) || key.grants === undefined) return [];
  const known: ReadonlySet<string> = new Set([...cdkV1Grants, "actions"]);
  return key.grants.flatMap((grant, index) => {
    const { permission } = grant;
    const at = [...path, "grants", index];
    return [
      ...(known.has(permission)
        ? []
        : [
            missing([...at, "permission"], "v1/grant", {
              what: `the grant \`${permission}\``,
            }),
          ]),
      ...(isInBothPolicies(key, grant)
        ? [
            missing([...at, "inBothPolicies"], "v1/grant-in-both", {
              what: "a grant that asks for both policies",
            }),
          ]
        : []),
    ];
  });
}

function missing(
  path: Path,
  code: string,
  { what }: { readonly what: string },
): Problem {
  return refusal(code, path, { message: `CDK v1 does not know ${what}`, help });
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Not trusting the account's IAM policies is a choice of v1 without its flag for default key policies. */
function trustRefusals({ cdk, keys }: Design): readonly Problem[] {
  const hasChoice =
    cdk.line === "v1" &&
    cdk.flags?.["@aws-cdk/aws-kms:defaultKeyPolicies"] !== true;
  if (hasChoice) return [];
  return keys.flatMap((key, index) =>
    isDefined(key) && key.trustAccountIdentities === false
      ? [
          refusal("key/trust", ["keys", index, "trustAccountIdentities"], {
            message:
              "the key does not trust the account's IAM policies, which only CDK v1 without the flag for default key policies can say",
            help: "let the key trust the account, or replace its policy with one that does not name the account",
          }),
        ]
      : [],
  );
}
