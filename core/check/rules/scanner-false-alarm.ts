import { effectiveKey, freeId } from "../../design/defaults.ts";
import type {
  AcceptedFinding,
  DefinedKey,
  OwnedKey,
} from "../../design/design.ts";
import { isDefined, isOwned } from "../../design/design.ts";
import { keySpecs } from "../../kms/key-specs.ts";
import { scanners } from "../../kms/scanner-rules.ts";
import { accessFacts } from "../../prove/access-facts.ts";
import type { Examples } from "../example.ts";
import { rotationAlarms, wildcardAlarms } from "../false-alarms.ts";
import type { FalseAlarm } from "../false-alarms.ts";
import { overriddenOf } from "../key-facts.ts";
import { placeIn, policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import { sortOf } from "../principal-facts.ts";
import type { Fix, Report, Rule, RuleSubject } from "../rule.ts";

/** What is right and will be reported all the same, with the reason to give the scanner. */
export const scannerFalseAlarm: Rule = {
  family: "portability",
  summary:
    "What other scanners report about the exported key is a fault of it.",
  why: "Well-known scanners look at one property of a template and not at what the key is. A pipeline that runs them stops for a key that is right.",
  mend: "Tell the scanner why: the reason is written into the metadata of the key.",
  severity: "info",
  source: {
    title: "cdk-nag, Rules and conformance packs",
    url: "https://github.com/cdklabs/cdk-nag/blob/main/RULES.md",
  },
  check: (subject) => {
    const { key } = subject;
    return isOwned(key)
      ? [
          ...(isDefined(key) ? rotationReports(subject, key) : []),
          ...wildcardReports(subject, key),
        ]
      : [];
  },
};

function rotationReports(
  subject: RuleSubject,
  key: DefinedKey,
): readonly Report[] {
  const settings = effectiveKey(key);
  const { keySpec, origin, enableKeyRotation } = settings;
  const overridden = overriddenOf(key);
  const isKnown = !("KeySpec" in overridden) && !("Origin" in overridden);
  const canRotate = keySpecs[keySpec].automaticRotation.includes(origin);
  if (enableKeyRotation || !isKnown || canRotate) return [];
  const because =
    keySpecs[keySpec].automaticRotation.length === 0
      ? `key spec \`${keySpec}\``
      : `origin \`${origin}\``;
  const accepted = acceptanceOf(subject, key, {
    rule: "rotation-off",
    reason: `AWS KMS does not rotate keys with ${because.replaceAll("`", "")} automatically`,
  });
  if (accepted === undefined) return [];
  return rotationAlarms
    .filter(({ reports }) => reports(settings))
    .map((alarm) => ({
      path: [...subject.path, "enableKeyRotation"],
      message: `${nameOf(alarm)} reports that the key is not rotated, but AWS KMS does not rotate keys with ${because} automatically`,
      help: "tell the scanner so",
      ...(alarm.scanner !== "trivy" && { fix: accepted }),
    }));
}

function wildcardReports(
  subject: RuleSubject,
  key: OwnedKey,
): readonly Report[] {
  const view = policyOfKey(subject);
  const open = view?.statements.find(isForEveryone);
  if (view === undefined || open === undefined) return [];
  const accepted = acceptanceOf(subject, key, {
    rule: "public-access",
    reason: "the conditions of the statement leave out everybody from outside",
  });
  if (accepted === undefined) return [];
  if (accessFacts(view.subject).notPublic.verdict !== "proven") return [];
  return wildcardAlarms.map((alarm) => ({
    path: placeIn(open, ["Principal"]),
    message: `${nameOf(alarm)} reports the principal \`*\` of ${open.name}, but its conditions leave out everybody from outside`,
    help: "tell the scanner so",
    fix: accepted,
  }));
}

function isForEveryone({ effect, principals }: StatementView): boolean {
  return (
    effect === "Allow" && principals.some((one) => sortOf(one) === "everyone")
  );
}

function nameOf({ scanner, rule }: Omit<FalseAlarm, "reports">): string {
  return `${scanner === "trivy" ? "trivy" : scanners[scanner].name} \`${rule}\``;
}

/** A fix that tells scanners the reason; undefined where the person has told them one. */
function acceptanceOf(
  { design: { accepted = [] } }: RuleSubject,
  key: OwnedKey,
  { rule, reason }: Pick<AcceptedFinding, "rule" | "reason">,
): Fix | undefined {
  if (accepted.some((one) => one.rule === rule && one.key === key.id))
    return undefined;
  return {
    title: "Tell the scanners",
    change: {
      type: "add-accepted",
      accepted: {
        id: freeId(accepted, `${key.id}-${rule}`),
        rule,
        key: key.id,
        reason,
      },
      index: accepted.length,
    },
  };
}

const forEveryone = (Condition: object) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { ...Condition },
    },
  ],
});
const rotation = "keys[0].enableKeyRotation";
const principal = "keys[0].policy.statements[0].principals";

export const examples = (): Examples => [
  {
    bad: { key: { origin: "EXTERNAL" } },
    at: [rotation, rotation, rotation, rotation],
    good: { key: {} },
  },
  {
    bad: { key: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" } },
    at: rotation,
    good: {
      key: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
      design: {
        accepted: [
          { id: "told", rule: "rotation-off", key: "Key", reason: "cannot" },
        ],
      },
    },
  },
  {
    bad: forEveryone({
      StringEquals: { "kms:CallerAccount": "111122223333" },
    }),
    at: [principal, principal],
    good: forEveryone({
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    }),
  },
];
