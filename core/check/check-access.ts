import type { Claim, Design, Key } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import type { ClaimAnswer, KeyInQuestion } from "../prove/claims.ts";
import { answerToClaim } from "../prove/claims.ts";
import { runTests } from "../prove/kept-tests.ts";
import type { TestRun } from "../prove/kept-tests.ts";
import type { SubjectOptions } from "../prove/subject.ts";
import { subjectOf } from "../prove/subject.ts";
import { expandAction } from "../words/capability-words.ts";
import { requestWords } from "./request-words.ts";
import type { Finding } from "./rule.ts";

/** Which key to ask about, and what is known of it besides the design. */
export interface AccessOptions extends SubjectOptions {
  readonly keyId?: string;
}

/** The answers to every claim of a design, for each key that it is about. */
export function answersToClaims(
  design: Design,
  options: AccessOptions = {},
): readonly ClaimAnswer[] {
  const { claims = [] } = design;
  if (claims.length === 0) return [];
  const keys = design.keys.flatMap((key): readonly KeyInQuestion[] => {
    const isMeant = options.keyId === undefined || options.keyId === key.id;
    const subject = isMeant ? subjectOf(design, key, options) : undefined;
    return subject === undefined ? [] : [{ key, subject }];
  });
  return claims.flatMap((claim) =>
    keys
      .filter(({ key }) => isAbout(claim, key))
      .map((asked) => answerToClaim(design, claim, asked)),
  );
}

function isAbout({ keys }: Claim, key: Key): boolean {
  return keys === undefined ? isOwned(key) : keys.includes(key.id);
}

/** Claims that do not hold, or of which nobody knows, and kept tests that fail. */
export function checkAccess(
  design: Design,
  options: AccessOptions = {},
): readonly Finding[] {
  return [
    ...emptyClaims(design),
    ...answersToClaims(design, options).flatMap((answer) =>
      claimFindings(design, answer),
    ),
    ...runTests(design, options).flatMap((run) => testFindings(design, run)),
  ];
}

/** Claims that hold whatever the policies say, as they are about nothing. */
function emptyClaims({ claims = [] }: Design): readonly Finding[] {
  return claims.flatMap(({ id, actions, keys }, index): readonly Finding[] => {
    const about = actions.flatMap(expandAction).length === 0 ? "action" : "key";
    if (about === "key" && keys?.length !== 0) return [];
    return [
      {
        code: "claim/empty",
        severity: "warning",
        path: ["claims", index],
        message: `claim ${id} is about no ${about}, so it always holds`,
        help: `name the ${about}s that it is about`,
      },
    ];
  });
}

function claimFindings(
  { claims = [] }: Design,
  { claim, key, verdict, witness, reason }: ClaimAnswer,
): readonly Finding[] {
  const path = ["claims", claims.findIndex(({ id }) => id === claim)];
  switch (verdict) {
    case "proven":
      return [];
    case "refuted":
      return [
        {
          code: "claim/refuted",
          severity: "error",
          path,
          message: `claim ${claim} does not hold of key ${key}${witness === undefined ? "" : `: the policy allows ${requestWords(witness)}`}`,
          help: "restrict the statement that allows it, or change the claim",
        },
      ];
    case "unknown":
      return [
        {
          code: "claim/unknown",
          severity: "warning",
          path,
          message: `whether claim ${claim} holds of key ${key} is not known: ${reason ?? ""}`,
          help: "say what is missing in the settings, or write the condition in a form that AWS documents",
        },
      ];
  }
}

function testFindings(
  { tests = [] }: Design,
  { test, key, expected, actual, passed, reason }: TestRun,
): readonly Finding[] {
  if (passed) return [];
  return [
    {
      code: "test/failed",
      severity: "error",
      path: ["tests", tests.findIndex(({ id }) => id === test)],
      message: `test ${test} of key ${key}: expected ${expected}, it is ${actual}: ${reason}`,
      help: "change the policy so that the request is decided as expected, or change the test",
    },
  ];
}
