import { listOf } from "../../problem/json.ts";
import type { KmsAction } from "../../kms/actions.ts";
import { kmsActionNames } from "../../kms/actions.ts";
import { filledTexts } from "../../recipes/fill.ts";
import type { Recipe } from "../../recipes/recipe.ts";
import { recipes } from "../../recipes/registry.ts";
import type { Examples } from "../example.ts";
import { policyOfKey } from "../policy-view.ts";
import type { PolicyView, StatementView } from "../policy-view.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import { statementFix } from "../statement-fix.ts";

/** Services call AWS KMS in several steps, and fail silently where one of them is not allowed. */
export const serviceCallMissing: Rule = {
  family: "services",
  summary:
    "A service that the policy names is allowed all the calls that it makes.",
  why: "Many services fail without a word when one of their calls to AWS KMS is denied: a log group cannot be created, an alarm reaches nobody.",
  mend: "Allow the missing action to the service, under the conditions that its other actions have.",
  severity: "warning",
  source: {
    title: "AWS KMS Developer Guide, How AWS services use AWS KMS",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html",
  },
  check: (subject) => {
    const view = policyOfKey(subject);
    if (view === undefined) return [];
    const services = new Set(
      view.statements.filter(isAllow).flatMap(servicesOf),
    );
    return [...services].flatMap((service) =>
      reportsFor(subject, view, service),
    );
  },
};

function isAllow({ effect }: StatementView): boolean {
  return effect === "Allow";
}

function servicesOf({ principals }: StatementView): readonly string[] {
  return principals
    .filter(({ type }) => type === "Service")
    .map(({ text }) => text);
}

/** What a recipe needs of a service, and how much of it the policy lacks. */
interface Needed {
  readonly recipe: Recipe;
  readonly missing: readonly KmsAction[];
}

function reportsFor(
  subject: RuleSubject,
  view: PolicyView,
  service: string,
): readonly Report[] {
  const statements = view.statements.filter(
    (one) => isAllow(one) && servicesOf(one).includes(service),
  );
  const allowed = new Set(statements.flatMap(({ covers }) => covers));
  const needed = neededBy(view, service).map(({ recipe, actions }): Needed => ({
    recipe,
    missing: actions.filter((action) => !allowed.has(action)),
  }));
  // Whoever has all that one use of the service needs has that use in mind.
  const [nearest] = needed.toSorted(
    (a, b) => a.missing.length - b.missing.length,
  );
  const [statement] = statements;
  return nearest === undefined ||
    nearest.missing.length === 0 ||
    statement === undefined
    ? []
    : [report(subject, statement, { ...nearest, service })];
}

/** The recipes in which a service calls AWS KMS itself, with the actions that it then needs. */
function neededBy(
  { subject: { region, account, partition } }: PolicyView,
  service: string,
): readonly {
  readonly recipe: Recipe;
  readonly actions: readonly KmsAction[];
}[] {
  return Object.values(recipes).flatMap((recipe) => {
    if (recipe.acts !== "service" || recipe.status === "unconfirmed") return [];
    const own = recipe.calls.filter(({ principal }) =>
      filledTexts(principal, { region, account, partition }).includes(service),
    );
    const actions = kmsActionNames.filter((name) =>
      own.some(({ action }) => action === name),
    );
    return actions.length === 0 ? [] : [{ recipe, actions }];
  });
}

function report(
  subject: RuleSubject,
  statement: StatementView,
  { recipe, missing, service }: Needed & { readonly service: string },
): Report {
  const names = missing.map((name) => `\`${name}\``).join(", ");
  const fix = statementFix(subject, statement, {
    title: `Allow ${missing.join(", ")}`,
    edit: (elements) => ({
      ...elements,
      Action: [...listOf(elements["Action"]), ...missing],
    }),
  });
  return {
    path: statement.path,
    message: `${recipe.service} (\`${service}\`) is mentioned, but ${names} is missing, needed for: ${recipe.title}`,
    help: "allow the missing action to the service",
    ...(fix !== undefined && statement.actions.length > 0 && { fix }),
  };
}

const trail = (...actions: readonly string[]) => ({
  json: [
    {
      Sid: "Trail",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: actions,
      Resource: "*",
      Condition: {
        StringEquals: {
          "aws:SourceArn":
            "arn:aws:cloudtrail:us-east-1:111122223333:trail/Audit",
        },
      },
    },
  ],
});

export const examples = (): Examples => [
  {
    bad: trail("kms:DescribeKey"),
    at: "keys[0].policy.statements[0]",
    good: trail("kms:DescribeKey", "kms:GenerateDataKey*"),
  },
];
