import type { AccessReport, Design, Subject } from "../../core/index.ts";
import type { Asked } from "../workers/use-meaning.ts";
import { whatMatters } from "./access.ts";
import { remembered } from "./selectors.ts";
import type { OpenDocument } from "./store.ts";

/** Every row of the policy view asks. */
const whatReportDependsOn = remembered((subject: Subject) =>
  whatMatters(subject, {}),
);

/** The question what the policy of a key means. */
export function reportAsked(
  { id, design }: OpenDocument,
  key: string,
  subject: Subject,
): Asked<"report"> {
  return {
    ask: { kind: "report", question: { design, key } },
    dependsOn: `${key} ${whatReportDependsOn(subject)}`,
    about: `${id} ${key}`,
  };
}

/** The question whether the claims of the design hold. */
export function claimsAsked({ id, design }: OpenDocument): Asked<"claims"> {
  return {
    ask: { kind: "claims", question: { design } },
    dependsOn: whatClaimsDependOn(design),
    about: id,
  };
}

function whatClaimsDependOn(design: Design): string {
  const { claims = [], principals, settings, stacks, keys, cdk } = design;
  return claims.length === 0
    ? ""
    : JSON.stringify([claims, principals, settings, stacks, keys, cdk]);
}

/** The question who gains and loses access. */
export function compareAsked(
  { id, design }: OpenDocument,
  base: Design,
): Asked<"compare"> {
  return {
    ask: { kind: "compare", question: { base, head: design } },
    dependsOn: JSON.stringify([base, design]),
    about: `${id} ${base.name}`,
  };
}

/** Principals without whom the key could not be managed, where there are any. */
export function leansOn({ manageable }: AccessReport): readonly string[] {
  return manageable.verdict === "proven"
    ? manageable.singlePointsOfFailure
    : [];
}
