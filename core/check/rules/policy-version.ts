import { textsOf } from "../../problem/json.ts";
import { isOwned } from "../../design/design.ts";
import { policyOfKey } from "../policy-view.ts";
import type { Examples } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import { keyFix } from "../rule.ts";
import type { Fix, Rule, RuleSubject } from "../rule.ts";
import { conditionsOf } from "../written-conditions.ts";

/** Without its version a policy is read as of 2008, where policy variables are mere text. */
export const policyVersion: Rule = {
  family: "grammar",
  summary: "A key policy has the version 2012-10-17.",
  why: "AWS reads a policy without a version, or with 2008-10-17, as it did in 2008: a policy variable such as `${aws:username}` is mere text then, and matches nothing.",
  mend: "Let the policy have the version 2012-10-17.",
  severity: "info",
  source: {
    title: "IAM User Guide, IAM JSON policy elements: Version",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    const version = view?.subject.document["Version"];
    if (version === "2012-10-17" || view?.statements.length === 0) return [];
    if (view === undefined) return [];
    const says =
      version === undefined
        ? "the policy has no version"
        : `the policy has the version ${JSON.stringify(version)}`;
    const isKnown = version === undefined || version === "2008-10-17";
    const hasVariables = usesVariables(subject);
    return [
      mendedBy(
        {
          path: [...subject.path, "policy"],
          ...(hasVariables && { severity: "warning" }),
          ...(!isKnown && { severity: "error" }),
          message: isKnown
            ? `${says}, so policy variables are mere text${hasVariables ? ", and it uses some" : ""}`
            : `${says}, which there is not`,
          help: "let it have the version 2012-10-17",
        },
        versionFix(subject),
      ),
    ];
  },
};

const variable = /\$\{(?:[a-z0-9-]+:|[*?$]\})/i;

function usesVariables(subject: RuleSubject): boolean {
  const { statements = [] } = policyOfKey(subject) ?? {};
  return (
    conditionsOf(subject).some(({ texts }) =>
      texts.some((text) => variable.test(text)),
    ) ||
    statements.some(({ written }) =>
      textsOf(written["Resource"]).some((text) => variable.test(text)),
    )
  );
}

function versionFix({ key }: RuleSubject): Fix | undefined {
  if (!isOwned(key) || key.policy.version === undefined) return undefined;
  const { version: _, ...policy } = key.policy;
  return keyFix("Set the version to 2012-10-17", key, { policy });
}

const template = (version: string, value: string) => ({
  template: `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        ${version}
        Statement:
          - Effect: Allow
            Principal: {AWS: "111122223333"}
            Action: "kms:*"
            Resource: "*"
            Condition: {StringEquals: {"aws:ResourceTag/owner": "${value}"}}
`,
});

export const examples = (): Examples => [
  {
    bad: template('Version: "2008-10-17"', "me"),
    at: "keys[0].policy",
    good: template('Version: "2012-10-17"', "me"),
  },
  {
    bad: template("Id: Key", "${aws:username}"),
    at: "keys[0].policy",
    good: template('Version: "2012-10-17"', "${aws:username}"),
  },
];
