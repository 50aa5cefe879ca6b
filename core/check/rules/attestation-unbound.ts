import { asksAttestation, measurementIn } from "../attestation.ts";
import type { Examples } from "../example.ts";
import { placeOf } from "../own-condition.ts";
import { policyOfKey } from "../policy-view.ts";
import type { StatementView } from "../policy-view.ts";
import type { Report, Rule } from "../rule.ts";

/** The image says what runs, and not where or who built it. */
export const attestationUnbound: Rule = {
  family: "least-privilege",
  summary:
    "A condition on an enclave image comes with one on where it runs or who signed it.",
  why: "An image can be started on any instance whose role may use the key. PCR3, PCR4 or PCR8 bind it to the role or the instance it runs on, or to whoever signed it.",
  mend: "Add kms:RecipientAttestation:PCR3 for the role of the instance, PCR4 for the instance, or PCR8 for the signing certificate.",
  severity: "info",
  source: {
    title:
      "AWS Nitro Enclaves User Guide, Where to get an enclave's measurements",
    url: "https://docs.aws.amazon.com/enclaves/latest/user/set-up-attestation.html",
  },
  check: (subject) =>
    (policyOfKey(subject)?.statements ?? [])
      .filter((one) => one.effect === "Allow" && asksAttestation(one))
      .flatMap((statement) => reportOf(statement) ?? []),
};

/** What measures the image alone. Source: AWS Nitro Enclaves User Guide, "Enclave measurements". */
const ofImage: ReadonlySet<string> = new Set([
  "imagesha384",
  "pcr0",
  "pcr1",
  "pcr2",
]);

function reportOf(statement: StatementView): Report | undefined {
  const asked = statement.conditions.flatMap((condition) => {
    const measurement = measurementIn(condition.key);
    return measurement === undefined ? [] : [{ condition, measurement }];
  });
  const [first] = asked;
  if (first === undefined) return undefined;
  if (!asked.every(({ measurement }) => ofImage.has(measurement)))
    return undefined;
  return {
    path: placeOf(statement, first.condition),
    message: `${statement.name} asks for an enclave image, wherever it runs and whoever built it`,
    help: "add a condition on PCR3 (role of the instance), PCR4 (instance) or PCR8 (signing certificate)",
  };
}

const inEnclave = (...measurements: readonly string[]) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/Enclave" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: {
        StringEqualsIgnoreCase: Object.fromEntries(
          measurements.map((name) => [
            `kms:RecipientAttestation:${name}`,
            "ab12".repeat(24),
          ]),
        ),
      },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: inEnclave("ImageSha384"),
    at: `keys[0].policy.statements[0].conditions.StringEqualsIgnoreCase["kms:RecipientAttestation:ImageSha384"]`,
    good: inEnclave("PCR0", "PCR8"),
  },
];
