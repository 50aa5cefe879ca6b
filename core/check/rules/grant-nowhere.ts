import { grantsOf } from "../../design/key-parts.ts";
import { landings } from "../../synth/grant-landing.ts";
import { builtDesign } from "../../synth/synthesize.ts";
import type { Rule } from "../rule.ts";

/** The CDK reports success for most of these. */
export const grantNowhere: Rule = {
  summary: "A grant that reaches no policy gives nothing.",
  severity: "warning",
  source: "aws-cdk-lib 2.276.0, aws-iam/lib/grant",
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
