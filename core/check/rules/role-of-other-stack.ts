import type { Design, Principal } from "../../design/design.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { principalFix } from "../statement-fix.ts";
import { ownTypedPrincipals } from "../typed-principals.ts";
import type { TypedPrincipal } from "../typed-principals.ts";

export const roleOfOtherStack: Rule = {
  family: "deployment",
  summary: "A role that the design creates is named as that role.",
  why: "Named by a typed ARN, the role is no dependency of the key's stack. Deployed first, AWS KMS refuses the policy, as the role does not exist yet.",
  mend: "Name the role of the design, so that the CDK deploys its stack first.",
  severity: "warning",
  source: {
    title: "AWS CDK Developer Guide, Resources, cross-stack references",
    url: "https://docs.aws.amazon.com/cdk/v2/guide/resources.html",
  },
  check: (subject) => {
    const { design } = subject;
    if (!design.principals.some(isNamedIdentity)) return [];
    return (policyOfKey(subject)?.statements ?? []).flatMap((statement) =>
      ownTypedPrincipals(subject, statement).flatMap((typed) => {
        const created = createdAs(design, typed.text);
        return created === undefined ? [] : [report(subject, typed, created)];
      }),
    );
  },
};

type Created = Extract<Principal, { readonly kind: "new-role" | "new-user" }>;

function isNamedIdentity(principal: Principal): principal is Created {
  return principal.kind === "new-role" || principal.kind === "new-user";
}

/** The role or user of the design that gets this ARN. */
function createdAs({ principals }: Design, text: string): Created | undefined {
  return principals.filter(isNamedIdentity).find(({ kind, physicalName }) => {
    if (physicalName === undefined || physicalName === "generate") return false;
    const type = kind === "new-role" ? "role" : "user";
    return text.endsWith(`:${type}/${physicalName.name}`);
  });
}

function report(
  subject: RuleSubject,
  { text, statement, place }: TypedPrincipal,
  { id, stack }: Created,
): Report {
  const fix = principalFix(subject, statement, {
    title: `Name ${id} of stack ${stack}`,
    text,
    by: id,
  });
  return {
    path: place,
    message: `\`${text}\` is what stack \`${stack}\` creates as \`${id}\`, and nothing says to deploy that first`,
    help: `name \`${id}\`, so that its stack is deployed first`,
    ...(fix !== undefined && { fix }),
  };
}

const created = (principals: readonly string[]) =>
  ({
    statement: { principals },
    stack: { account: "111122223333" },
    design: {
      stacks: [
        { id: "Stack", account: "111122223333" },
        { id: "Roles", account: "111122223333" },
      ],
      principals: [
        { id: "Lambda", kind: "service", service: "lambda.amazonaws.com" },
        {
          id: "App",
          kind: "new-role",
          stack: "Roles",
          assumedBy: "Lambda",
          physicalName: { name: "App" },
        },
        {
          id: "Typed",
          kind: "arn",
          arn: "arn:aws:iam::111122223333:role/App",
        },
      ],
    },
  }) as const;

export const examples = (): Examples => [
  {
    bad: created(["Typed"]),
    at: "keys[0].policy.statements[0].principals",
    good: created(["App"]),
  },
];
