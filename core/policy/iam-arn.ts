import { hasKey } from "../kms/keys-of.ts";
import { partitionNames, partitions } from "../kms/regions.ts";
import type { Problem } from "../problem/problem.ts";
import { isAccountId, parseArn } from "./arn.ts";
import type { Arn } from "./arn.ts";

/** What an ARN of IAM or AWS STS may name. */
export type IamResource = "root" | "role" | "user" | "group" | "session";

/** What is wrong with an ARN as that of one of these; undefined for one that can exist. Parameters stand for anything. */
export function iamArnProblem(
  text: string,
  resources: readonly IamResource[],
): Problem | undefined {
  const example = examples[resources[0] ?? "role"];
  if (/^\$\{[^{}]+\}$/.test(text)) return undefined;
  // A parameter of the design can stand wherever a pseudo parameter can.
  const arn = parseArn(text.replaceAll(/\$\{\w+\}/g, "${AWS::Parameter}"));
  if (arn === undefined)
    return problem(`\`${text}\` is not an ARN`, `write it as ${example}`);
  return (
    wildcardProblem(text) ??
    partitionProblem(arn) ??
    placeProblem(arn) ??
    resourceProblem(arn, resources, example)
  );
}

const examples: Readonly<Record<IamResource, string>> = {
  root: "arn:aws:iam::111122223333:root",
  role: "arn:aws:iam::111122223333:role/NAME",
  user: "arn:aws:iam::111122223333:user/NAME",
  group: "arn:aws:iam::111122223333:group/NAME",
  session: "arn:aws:sts::111122223333:assumed-role/NAME/SESSION",
};

/** Source: IAM User Guide, "AWS JSON policy elements: Principal". */
function wildcardProblem(text: string): Problem | undefined {
  return /[*?]/.test(text)
    ? problem(
        "a wildcard does not work inside an ARN that names a principal: AWS compares it letter by letter",
        "name one role or user, or choose any AWS principal with a condition on aws:PrincipalArn",
      )
    : undefined;
}

function partitionProblem({ partition }: Arn): Problem | undefined {
  return isParameter(partition) || hasKey(partitions, partition)
    ? undefined
    : problem(
        `there is no partition \`${partition}\``,
        `write one of ${partitionNames.join(", ")}`,
      );
}

function placeProblem({ service, region, account }: Arn): Problem | undefined {
  if (service !== "iam" && service !== "sts")
    return problem(
      `\`${service}\` has no principals`,
      "write an ARN of iam, or of sts for the session of a role",
    );
  if (region !== "")
    return problem(
      "IAM has no Regions, so its ARNs name none",
      "leave nothing between the third and the fourth colon",
    );
  return isParameter(account) || isAccountId(account)
    ? undefined
    : problem(
        `\`${account}\` is not an account ID`,
        "an account ID has 12 digits",
      );
}

function resourceProblem(
  { service, resource }: Arn,
  resources: readonly IamResource[],
  example: string,
): Problem | undefined {
  const found = resourceOf(service, resource);
  if (found === undefined)
    return problem(
      `\`${resource}\` is not a name that ${service === "iam" ? "IAM" : "AWS STS"} has`,
      `write it as ${example}`,
    );
  return resources.includes(found)
    ? undefined
    : problem(`this is the ARN of a ${found}`, `write it as ${example}`);
}

const name = String.raw`[\w+=,.@$\{\}:-]+`;
const path = String.raw`(?:[!-.0-~]+\/)*`;
const forms: readonly (readonly [IamResource, string, RegExp])[] = [
  ["root", "iam", /^root$/],
  ["role", "iam", new RegExp(`^role/${path}${name}$`)],
  ["user", "iam", new RegExp(`^user/${path}${name}$`)],
  ["group", "iam", new RegExp(`^group/${path}${name}$`)],
  [
    "session",
    "sts",
    new RegExp(`^(?:assumed-role/${name}|federated-user)/${name}$`),
  ],
];

function resourceOf(
  service: string,
  resource: string,
): IamResource | undefined {
  return forms.find(
    ([, of, form]) => of === service && form.test(resource),
  )?.[0];
}

function isParameter(text: string): boolean {
  return text.includes("${");
}

function problem(message: string, help: string): Problem {
  return {
    code: "principal/arn-form",
    severity: "error",
    path: [],
    message,
    help,
  };
}
