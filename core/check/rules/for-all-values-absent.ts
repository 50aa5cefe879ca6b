import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Rule } from "../rule.ts";
import { withCondition } from "../statement-fix.ts";
import {
  conditionFix,
  eachCondition,
  isGuarded,
  nameOf,
  placeOf,
} from "../written-conditions.ts";

/** ForAllValues holds where a key is absent. */
export const forAllValuesAbsent: Rule = {
  family: "least-privilege",
  summary:
    "A statement that allows something with ForAllValues asks as well that the condition key is there.",
  why: "ForAllValues is true where the request does not carry the key: of a caller in no organization, or of a request without an encryption context.",
  mend: "Add the operator Null with the value false for the same key, or use ForAnyValue.",
  severity: "warning",
  source: {
    title: "IAM User Guide, Set operators for multivalued context keys",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed, row, key, name, statement } = condition;
      if (parsed?.prefix !== "ForAllValues" || parsed.name === "Null")
        return [];
      if (row?.multiValued !== true || statement.effect !== "Allow") return [];
      if (alwaysThere.has(name) || isGuarded(condition)) return [];
      return [
        mendedBy(
          {
            path: placeOf(condition),
            ...(inRequests.has(name) && { severity: "info" }),
            message: `${nameOf(condition)} is true of requests without the key too, and they are allowed`,
            help: `add \`Null\` of \`${key}\` with \`false\`, or write \`ForAnyValue\``,
          },
          conditionFix(subject, condition, {
            title: `Add Null of ${key} with false`,
            edit: (json) => withCondition(json, ["Null", key], "false"),
          }),
        ),
      ];
    }),
};

/** Every grant has operations. Source: AWS KMS API Reference, CreateGrant. */
const alwaysThere: ReadonlySet<string> = new Set(["kms:grantoperations"]);

/** What the request itself brings along, so that it is often meant to be missing; AWS documents such statements. */
const inRequests: ReadonlySet<string> = new Set([
  "aws:tagkeys",
  "kms:encryptioncontextkeys",
]);

const asking = (key: string, value: string, more = {}) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:*",
      Resource: "*",
      Condition: { "ForAllValues:StringLike": { [key]: value }, ...more },
    },
  ],
});
const at = (key: string) =>
  `${statement0}.conditions["ForAllValues:StringLike"]["${key}"]`;

export const examples = (): Examples => [
  {
    bad: asking("aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"),
    at: at("aws:PrincipalOrgPaths"),
    good: asking("aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*", {
      Null: { "aws:PrincipalOrgPaths": "false" },
    }),
  },
  {
    bad: asking("kms:EncryptionContextKeys", "tenant"),
    at: at("kms:EncryptionContextKeys"),
    good: asking("kms:GrantOperations", "Decrypt"),
  },
];
