import type { Path, Problem } from "../problem/problem.ts";
import { iamArnProblem } from "../policy/iam-arn.ts";

/** What verdicts about access assume that no policy says. */
export interface AccessSettings {
  /** The account of the stacks that name none, 12 digits. @default not known */
  readonly account?: string;
  /** The organization that the account is in. @default not known */
  readonly organization?: Organization;
  /** Accounts outside the organization that may have access. @default none */
  readonly trustedAccounts?: readonly string[];
  /** The ARN of the role or user that deploys. @default not known */
  readonly deployer?: string;
}

/** An organization of AWS Organizations. */
export interface Organization {
  /** Such as `o-a1b2c3d4e5`. */
  readonly id: string;
  /** Accounts that are in it, 12 digits each; there may be others. @default not known */
  readonly accounts?: readonly string[];
}

/** What a text of the settings is. */
export type SettingForm = keyof typeof settingForms;

/**
 * The forms of texts in the settings.
 * Source: AWS Account Management Reference Guide, "AWS account identifiers"; AWS Organizations API Reference,
 * "Organization"; IAM User Guide, "IAM identifiers".
 */
export const settingForms = {
  account: { form: /^\d{12}$/, words: "an account ID of 12 digits" },
  organization: {
    form: /^o-[a-z0-9]{10,32}$/,
    words: "an organization ID such as `o-a1b2c3d4e5`",
  },
  deployer: {
    form: /^arn:[a-z][a-z-]*:(?:iam::\d{12}:(?:role|user)|sts::\d{12}:(?:assumed-role|federated-user))\/[!-)+->@-~]+$/,
    words:
      "the ARN of a role, a user or a session, such as `arn:aws:iam::111122223333:role/NAME`",
  },
} as const;

/** What is wrong with a text of the settings; undefined where nothing is. */
export function settingProblem(
  kind: SettingForm,
  text: string,
  path: Path = [],
): Problem | undefined {
  const { form, words } = settingForms[kind];
  const closer =
    kind === "deployer"
      ? iamArnProblem(text, ["role", "user", "session"])
      : undefined;
  if (closer === undefined && form.test(text)) return undefined;
  return {
    code: `settings/${kind}`,
    severity: "error",
    path,
    message: closer?.message ?? `\`${text}\` is not ${words}`,
    help: `write ${words}`,
  };
}

/** The texts of the settings that have not the form they need, of those in which the schema of a design sees it too. */
export function settingsProblems({
  account,
  organization,
  trustedAccounts = [],
  deployer,
}: AccessSettings): readonly Problem[] {
  const path = ["settings"];
  return [
    ...(account === undefined
      ? []
      : accountProblems([account], () => [...path, "account"])),
    ...(organization === undefined ? [] : organizationProblems(organization)),
    ...accountProblems(trustedAccounts, (index) => [
      ...path,
      "trustedAccounts",
      index,
    ]),
    ...some(
      deployer === undefined
        ? undefined
        : settingProblem("deployer", deployer, [...path, "deployer"]),
    ),
  ];
}

/** The account IDs that are none. */
export function accountProblems(
  accounts: readonly string[],
  pathOf: (index: number) => Path,
): readonly Problem[] {
  return accounts.flatMap((account, index) =>
    some(settingProblem("account", account, pathOf(index))),
  );
}

function organizationProblems({
  id,
  accounts = [],
}: Organization): readonly Problem[] {
  const path = ["settings", "organization"];
  return [
    ...some(settingProblem("organization", id, [...path, "id"])),
    ...accountProblems(accounts, (index) => [...path, "accounts", index]),
  ];
}

function some(problem: Problem | undefined): readonly Problem[] {
  return problem === undefined ? [] : [problem];
}
