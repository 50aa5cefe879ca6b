import type { IamResource, PrincipalKind } from "../../core/index.ts";
import {
  emptyDesign,
  iamArnProblem,
  isAccountId,
  parseArn,
  principalForText,
} from "../../core/index.ts";
import { principalsText } from "../text/principals.ts";
import type { PrincipalForm } from "./principal-form.ts";
import {
  hasConditions,
  intrinsicOfForm,
  pathsOf,
} from "./principal-of-form.ts";

/** What is wrong with a field. */
export interface FieldProblem {
  readonly message: string;
  readonly help: string;
  /** Nothing was filled in yet. */
  readonly isMissing: boolean;
}

/** What is wrong with the form, by field. */
export type FormProblems = {
  readonly [Field in keyof PrincipalForm]?: FieldProblem;
};

/** What is wrong with what the kind of the form needs. */
export function formProblems(form: PrincipalForm): FormProblems {
  return Object.fromEntries(
    fieldsOfKind[form.kind]
      .map((field) => [field, problemOf(form, field)] as const)
      .filter(([, problem]) => problem !== undefined),
  );
}

type Checked = Exclude<
  keyof PrincipalForm,
  "kind" | "id" | "identityBy" | "naming" | "mutable" | "element"
>;

const fieldsOfKind: Readonly<Record<PrincipalKind, readonly Checked[]>> = {
  "account-root": [],
  any: [],
  star: [],
  arn: ["arn"],
  account: ["account"],
  service: ["service"],
  "via-service": ["viaService"],
  organization: ["organization"],
  "organizational-unit": ["paths"],
  federated: ["provider"],
  "web-identity": ["provider"],
  "canonical-user": ["canonicalUser"],
  "template-value": ["value"],
  composite: ["members"],
  "with-conditions": ["base", "conditions"],
  "new-role": ["stack", "assumedBy", "physicalName"],
  "new-user": ["stack", "physicalName"],
  "new-group": ["stack", "physicalName"],
  "imported-role": ["stack", "identityArn", "identityName"],
  "imported-user": ["stack", "identityArn", "identityName"],
  "imported-group": ["stack", "identityArn", "identityName"],
};

const { needed, wrong } = principalsText;

function problemOf(
  form: PrincipalForm,
  field: Checked,
): FieldProblem | undefined {
  if (isNotAsked(form, field)) return undefined;
  return missing(form, field) ?? badText(form, field);
}

/** The field is not shown, given what else is chosen. */
function isNotAsked(form: PrincipalForm, field: Checked): boolean {
  switch (field) {
    case "physicalName":
      return form.naming !== "name";
    case "identityArn":
      return form.identityBy !== "arn";
    case "identityName":
      return form.identityBy !== "name";
    default:
      return false;
  }
}

function missing(
  form: PrincipalForm,
  field: Checked,
): FieldProblem | undefined {
  switch (field) {
    case "members":
      return form.members.length === 0
        ? absent(needed.members, needed.membersHelp)
        : undefined;
    case "conditions":
      return hasConditions(form)
        ? undefined
        : absent(needed.conditions, needed.conditionsHelp);
    case "base":
    case "assumedBy":
      return form[field] === ""
        ? absent(needed.base, needed.baseHelp)
        : undefined;
    default:
      return form[field].trim() === ""
        ? absent(needed.value, needed.valueHelp)
        : undefined;
  }
}

function badText(
  form: PrincipalForm,
  field: Checked,
): FieldProblem | undefined {
  switch (field) {
    case "arn":
      return badArn(form.arn, ["role", "user", "root", "session"]);
    case "identityArn":
      return badArn(form.identityArn, [resourceOf[form.kind] ?? "role"]);
    case "account":
      return unless(isAccountId(form.account.trim()), form.account, [
        wrong.account,
        wrong.accountHelp,
      ]);
    case "service":
    case "viaService":
      return unless(isOfKind(form[field], "service"), form[field], [
        wrong.service,
        wrong.serviceHelp,
      ]);
    case "organization":
      return unless(
        isOfKind(form.organization, "organization"),
        form.organization,
        [wrong.organization, wrong.organizationHelp],
      );
    case "canonicalUser":
      return unless(
        isOfKind(form.canonicalUser, "canonical-user"),
        form.canonicalUser,
        [wrong.canonicalUser, wrong.canonicalUserHelp],
      );
    case "value":
      return badValue(form);
    case "paths":
      return badPath(form);
    case "provider":
      return badProvider(form.provider);
    case "identityName":
    case "physicalName":
      return unless(
        /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]+$/.test(form[field].trim()),
        form[field],
        [wrong.identityName, wrong.identityNameHelp],
      );
    default:
      return undefined;
  }
}

const resourceOf: { readonly [Kind in PrincipalKind]?: IamResource } = {
  "imported-role": "role",
  "imported-user": "user",
  "imported-group": "group",
};

function badArn(
  text: string,
  resources: readonly IamResource[],
): FieldProblem | undefined {
  const problem = iamArnProblem(text.trim(), resources);
  return problem && { ...problem, isMissing: false };
}

function badValue(form: PrincipalForm): FieldProblem | undefined {
  return intrinsicOfForm(form) === undefined
    ? { message: wrong.value, help: wrong.valueHelp, isMissing: false }
    : undefined;
}

function badPath(form: PrincipalForm): FieldProblem | undefined {
  const bad = pathsOf(form).find(
    (path) => !isOfKind(path, "organizational-unit"),
  );
  return bad === undefined
    ? undefined
    : unless(false, bad, [wrong.path(bad), wrong.pathHelp]);
}

/** A provider is an ARN of IAM, or a name without blanks. */
function badProvider(provider: string): FieldProblem | undefined {
  const text = provider.trim();
  const arn = parseArn(text);
  const isFine =
    arn === undefined
      ? /^[\w.:/-]+$/.test(text) && !text.startsWith("arn:")
      : arn.service === "iam" &&
        /^(?:saml|oidc)-provider\/.+$/.test(arn.resource);
  return unless(isFine, text, [wrong.provider, wrong.providerHelp]);
}

function isOfKind(text: string, kind: PrincipalKind): boolean {
  const named = principalForText(emptyDesign(), text.trim());
  return named.ok && named.value.principal.kind === kind;
}

/** A text with a parameter in it can be anything. */
function unless(
  isFine: boolean,
  text: string,
  [message, help]: readonly [string, string],
): FieldProblem | undefined {
  return isFine || text.includes("${")
    ? undefined
    : { message, help, isMissing: false };
}

function absent(message: string, help: string): FieldProblem {
  return { message, help, isMissing: true };
}
