import { isDefined, isOwned } from "../../design/design.ts";
import type { OwnedKey, RemovalPolicy } from "../../design/design.ts";
import { removalPolicies } from "../../design/removal-policies.ts";
import type { Examples } from "../example.ts";
import { keyFix } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** The CDK's `Key` stays by itself; a plain CloudFormation resource goes with its stack. */
export const removalDestroys: Rule = {
  family: "key-safety",
  summary: "A key stays when it leaves its stack.",
  why: "Without DeletionPolicy Retain, CloudFormation schedules the key for deletion with its stack, or when somebody takes it out of the template. Once it is deleted, nobody can decrypt what was encrypted with it.",
  mend: "Set the removal policy to retain.",
  severity: "warning",
  source: {
    title: "CloudFormation Template Reference, DeletionPolicy attribute",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
  },
  check: ({ key, path }) => {
    if (!isOwned(key) || !isDestroyed(key)) return [];
    const isReplica = !isDefined(key);
    return [
      {
        path: [...path, "removalPolicy"],
        message: isReplica
          ? "the replica is deleted when it leaves the stack; only its primary can make another"
          : "the key is deleted when it leaves the stack, and what it encrypted is lost with it",
        help: "let it stay, with the removal policy retain",
        ...(isReplica && { severity: "info" }),
        fix: keyFix("Retain the key", key, { removalPolicy: "retain" }),
      },
    ];
  },
};

function isDestroyed(key: OwnedKey): boolean {
  const { overrides = {} } = key;
  // What stands there may be what only the deployment decides.
  if ("DeletionPolicy" in overrides) return false;
  const isL2 = isDefined(key) && key.construct === undefined;
  const policy: RemovalPolicy | undefined =
    key.removalPolicy ?? (isL2 ? "retain" : undefined);
  return (
    policy === undefined || removalPolicies[policy].deletionPolicy === "Delete"
  );
}

const template = (attributes: string) => ({
  template: `Resources:
  Key:
    Type: AWS::KMS::Key
${attributes}    Properties: { EnableKeyRotation: true }
`,
});

export const examples = (): Examples => [
  {
    bad: { key: { removalPolicy: "destroy" } },
    at: "keys[0].removalPolicy",
    good: { key: { removalPolicy: "retain-on-update-or-delete" } },
  },
  {
    bad: template(""),
    at: "keys[0].removalPolicy",
    good: template("    DeletionPolicy: Retain\n"),
  },
];
