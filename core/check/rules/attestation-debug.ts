import { measurementIn } from "../attestation.ts";
import { saysOfAbsent, testsOf } from "../condition-tests.ts";
import type { ConditionTest } from "../condition-tests.ts";
import type { Examples } from "../example.ts";
import { conditionFix, placeOf, withValues } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";

/** In debug mode every enclave has the same measurements: zeros. */
export const attestationDebug: Rule = {
  family: "least-privilege",
  summary: "No enclave in debug mode is let in.",
  why: "An enclave in debug mode attests with registers of zeros, whatever image it runs, and its console can be read from outside. A condition that takes zeros takes every such enclave.",
  mend: "Compare the measurements of the image that is meant, from the output of nitro-cli build-enclave.",
  severity: "warning",
  source: {
    title: "AWS Nitro Enclaves User Guide, Cryptographic attestation",
    url: "https://docs.aws.amazon.com/enclaves/latest/user/set-up-attestation.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    return view.statements.flatMap((statement) =>
      statement.conditions.some(
        ({ key, values }) =>
          measurementIn(key) !== undefined && values.some(isZeros),
      )
        ? testsOf(view, statement)
            .filter((test) => letsDebugIn(statement, test))
            .map((test) => report(subject, statement, test))
        : [],
    );
  },
};

function isZeros(value: unknown): boolean {
  return typeof value === "string" && /^0{8,}$/.test(value);
}

/** An Allow that takes zeros, or a Deny that makes an exception of them. */
function letsDebugIn(statement: StatementView, test: ConditionTest): boolean {
  return (
    measurementIn(test.key) !== undefined &&
    test.values.some(isZeros) &&
    saysOfAbsent(test) === (statement.effect === "Deny")
  );
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  test: ConditionTest,
): Report {
  const fix = test.values.every(isZeros)
    ? undefined
    : conditionFix(subject, statement, {
        condition: test,
        title: "Remove the zeros",
        edit: (elements) =>
          withValues(elements, test, (values) =>
            values.filter((one) => !isZeros(one)),
          ),
      });
  return {
    path: placeOf(statement, test),
    message: `zeros as \`${test.key}\` are those of every enclave in debug mode`,
    help: "compare the measurement of the image that is meant",
    ...(fix !== undefined && { fix }),
  };
}

const zeros = "0".repeat(96);
const image = "ab12".repeat(24);
const inEnclave = (operator: string, values: string | readonly string[]) => ({
  json: [
    {
      Effect: operator.includes("Not") ? "Deny" : "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/Enclave" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { "kms:RecipientAttestation:PCR0": values } },
    },
  ],
});
const at = (operator: string) =>
  `keys[0].policy.statements[0].conditions.${operator}["kms:RecipientAttestation:PCR0"]`;

export const examples = (): Examples => [
  {
    bad: inEnclave("StringEqualsIgnoreCase", zeros),
    at: at("StringEqualsIgnoreCase"),
    good: inEnclave("StringEqualsIgnoreCase", image),
  },
  {
    bad: inEnclave("StringNotEqualsIgnoreCase", [image, zeros]),
    at: at("StringNotEqualsIgnoreCase"),
    good: inEnclave("StringNotEqualsIgnoreCase", image),
  },
];
