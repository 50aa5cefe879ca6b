import { grantsOf } from "../../design/key-parts.ts";
import { landings } from "../../synth/grant-landing.ts";
import { builtDesign } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { granted, existing, keyArn } from "../example.ts";

/** The CDK reports success for most of these. */
export const grantNowhere: Rule = {
  family: "cdk",
  summary: "A grant that reaches no policy gives nothing.",
  why: "The CDK writes such a grant into no policy and mostly reports success, so the permission is missing at run time.",
  mend: "Give the permission where the policy is kept, or name another principal or key.",
  severity: "warning",
  source: {
    title: "aws-cdk-lib 2.276.0, Grant",
    url: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.Grant.html",
  },
  check: ({ design, key, path }) => {
    const grants = grantsOf(key);
    if (grants.length === 0) return [];
    const { landings: reached } = builtDesign(design);
    return grants.flatMap(({ principal }, index) => {
      const at = [...path, "grants", index];
      const landing = reached.get(at.join("/"));
      if (landing === undefined || landings[landing].where !== "nowhere")
        return [];
      return [
        {
          path: at,
          message: `the grant to \`${principal}\` is written nowhere: ${lowerCase(landings[landing].text)}`,
          help: "give the permission where the policy is kept, or name another principal or key",
        },
      ];
    });
  },
};

function lowerCase(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1, -1);
}

export const examples = (): Examples => [
  {
    bad: granted("decrypt", {
      id: "App",
      kind: "imported-role",
      stack: "Stack",
      identity: { arn: "arn:aws:iam::111122223333:role/App" },
      mutable: false,
    }),
    at: "keys[0].grants[0]",
    good: granted("decrypt", {
      id: "App",
      kind: "imported-role",
      stack: "Stack",
      identity: { arn: "arn:aws:iam::111122223333:role/App" },
    }),
  },
  {
    bad: existing(
      {
        kind: "imported",
        arn: keyArn,
        grants: [{ principal: "s3", permission: "decrypt" }],
      },
      {
        principals: [
          { id: "s3", kind: "service", service: "s3.amazonaws.com" },
        ],
      },
    ),
    at: "keys[0].grants[0]",
    good: granted("decrypt", {
      id: "s3",
      kind: "service",
      service: "s3.amazonaws.com",
    }),
  },
];
