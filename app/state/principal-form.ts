import type {
  Conditions,
  Design,
  IdentityName,
  PhysicalName,
  Principal,
  PrincipalKind,
} from "../../core/index.ts";
import { freeConstructId, freeId, principalForText } from "../../core/index.ts";

/** Everything that can be filled in for a principal, of whichever kind: a change of kind loses nothing. */
export interface PrincipalForm {
  readonly kind: PrincipalKind;
  /** Empty stands for the name that suggests itself. */
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly service: string;
  readonly viaService: string;
  readonly organization: string;
  /** One path a line. */
  readonly paths: string;
  readonly provider: string;
  readonly canonicalUser: string;
  readonly members: readonly string[];
  /** Empty stands for nobody in particular. */
  readonly base: string;
  readonly conditions: Conditions;
  readonly stack: string;
  readonly assumedBy: string;
  readonly identityBy: "arn" | "name";
  readonly identityArn: string;
  readonly identityName: string;
  readonly naming: "none" | "generate" | "name";
  readonly physicalName: string;
  readonly mutable: boolean;
}

/** The form of a principal, or of one to be in a stack. */
export function formOf(
  principal: Principal | undefined,
  stack: string,
): PrincipalForm {
  const empty: PrincipalForm = { ...emptyForm, stack };
  return principal === undefined
    ? empty
    : {
        ...empty,
        ...partsOf(principal),
        kind: principal.kind,
        id: principal.id,
      };
}

const emptyForm: PrincipalForm = {
  kind: "arn",
  id: "",
  arn: "",
  account: "",
  service: "",
  viaService: "",
  organization: "",
  paths: "",
  provider: "",
  canonicalUser: "",
  members: [],
  base: "",
  conditions: {},
  stack: "",
  assumedBy: "",
  identityBy: "arn",
  identityArn: "",
  identityName: "",
  naming: "none",
  physicalName: "",
  mutable: true,
};

function partsOf(principal: Principal): Partial<PrincipalForm> {
  switch (principal.kind) {
    case "arn":
      return { arn: principal.arn };
    case "account":
      return { account: principal.account };
    case "service":
      return { service: principal.service };
    case "organization":
      return { organization: principal.organization };
    case "organizational-unit":
      return { paths: principal.paths.join("\n") };
    case "federated":
    case "web-identity":
      return {
        provider: principal.provider,
        conditions: principal.conditions ?? {},
      };
    case "canonical-user":
      return { canonicalUser: principal.canonicalUser };
    case "composite":
      return { members: principal.members };
    case "with-conditions":
      return { base: principal.base, conditions: principal.conditions };
    case "via-service":
      return { viaService: principal.service, base: principal.base ?? "" };
    case "account-root":
    case "any":
    case "star":
      return {};
    default:
      return partsOfIdentity(principal);
  }
}

function partsOfIdentity(
  identity: Extract<Principal, { readonly stack: string }>,
): Partial<PrincipalForm> {
  return {
    stack: identity.stack,
    ...("assumedBy" in identity && { assumedBy: identity.assumedBy }),
    ...("mutable" in identity && { mutable: identity.mutable !== false }),
    ...("identity" in identity && partsOfName(identity.identity)),
    ...("physicalName" in identity &&
      identity.physicalName !== undefined &&
      partsOfPhysicalName(identity.physicalName)),
  };
}

function partsOfName(identity: IdentityName): Partial<PrincipalForm> {
  return "arn" in identity
    ? { identityBy: "arn", identityArn: identity.arn }
    : { identityBy: "name", identityName: identity.name };
}

function partsOfPhysicalName(name: PhysicalName): Partial<PrincipalForm> {
  return name === "generate"
    ? { naming: "generate" }
    : { naming: "name", physicalName: name.name };
}

/** The principal that the form describes, under the name given or the one that suggests itself. */
export function principalOfForm(
  design: Design,
  form: PrincipalForm,
): Principal {
  const id = form.id.trim() || suggestedId(design, form);
  return { ...kindOfForm(form), id };
}

/** A principal without its name; the union stays one. */
type Nameless<P = Principal> = P extends Principal ? Omit<P, "id"> : never;

function kindOfForm(form: PrincipalForm): Nameless {
  const { kind } = form;
  const text = (value: string) => value.trim();
  switch (kind) {
    case "account-root":
    case "any":
    case "star":
      return { kind };
    case "arn":
      return { kind, arn: text(form.arn) };
    case "account":
      return { kind, account: text(form.account) };
    case "service":
      return { kind, service: text(form.service) };
    case "organization":
      return { kind, organization: text(form.organization) };
    case "organizational-unit":
      return { kind, paths: pathsOf(form) };
    case "canonical-user":
      return { kind, canonicalUser: text(form.canonicalUser) };
    case "federated":
    case "web-identity":
      return {
        kind,
        provider: text(form.provider),
        ...(hasConditions(form) && { conditions: form.conditions }),
      };
    case "composite":
      return { kind, members: form.members };
    case "with-conditions":
      return { kind, base: form.base, conditions: form.conditions };
    case "via-service":
      return {
        kind,
        service: text(form.viaService),
        ...(form.base !== "" && { base: form.base }),
      };
    default:
      return identityOfForm(form, kind);
  }
}

type IdentityKind = Extract<Principal, { readonly stack: string }>["kind"];

function identityOfForm(form: PrincipalForm, kind: IdentityKind): Nameless {
  const { stack, assumedBy } = form;
  const mutable = form.mutable ? {} : { mutable: false };
  switch (kind) {
    case "new-role":
      return { kind, stack, assumedBy, ...physicalNameOf(form), ...mutable };
    case "new-user":
    case "new-group":
      return { kind, stack, ...physicalNameOf(form) };
    case "imported-role":
      return { kind, stack, identity: identityNameOf(form), ...mutable };
    case "imported-user":
    case "imported-group":
      return { kind, stack, identity: identityNameOf(form) };
  }
}

function physicalNameOf({ naming, physicalName }: PrincipalForm): {
  readonly physicalName?: PhysicalName;
} {
  if (naming === "none") return {};
  return {
    physicalName:
      naming === "generate" ? naming : { name: physicalName.trim() },
  };
}

function identityNameOf(form: PrincipalForm): IdentityName {
  return form.identityBy === "arn"
    ? { arn: form.identityArn.trim() }
    : { name: form.identityName.trim() };
}

/** The paths that are written in the form. */
export function pathsOf({ paths }: PrincipalForm): readonly string[] {
  return paths
    .split("\n")
    .map((path) => path.trim())
    .filter((path) => path !== "");
}

/** The form has conditions. */
export function hasConditions({ conditions }: PrincipalForm): boolean {
  return Object.keys(conditions).length > 0;
}

/** A name that suits the principal and is free; a user, role or group shares its names with the constructs of its stack. */
export function suggestedId(design: Design, form: PrincipalForm): string {
  const wish = wishedId(form);
  return isIdentityKind(form.kind)
    ? freeConstructId(design, form.stack, wish)
    : freeId(design.principals, wish);
}

/** The principal is a user, role or group of a stack. */
export function isIdentityKind(kind: PrincipalKind): boolean {
  return kind.startsWith("new-") || kind.startsWith("imported-");
}

const plainNames: Readonly<Record<PrincipalKind, string>> = {
  "account-root": "AccountRoot",
  account: "Account",
  arn: "Principal",
  "imported-role": "Role",
  "imported-user": "User",
  "imported-group": "Group",
  "new-role": "Role",
  "new-user": "User",
  "new-group": "Group",
  service: "Service",
  "via-service": "ViaService",
  organization: "Organization",
  "organizational-unit": "OrganizationalUnit",
  federated: "Provider",
  "web-identity": "WebIdentity",
  any: "Everyone",
  star: "Anyone",
  composite: "Combination",
  "with-conditions": "Conditional",
  "canonical-user": "CanonicalUser",
};

function wishedId(form: PrincipalForm): string {
  const plain = plainNames[form.kind];
  const said = nameInText(form).trim();
  const named = said === "" ? undefined : nameOfText(said);
  switch (form.kind) {
    case "via-service":
      return named === undefined ? plain : `Via${named}`;
    case "with-conditions":
      return form.base === "" ? plain : `${form.base}WithConditions`;
    default:
      return named ?? plain;
  }
}

/** What the person wrote that has a name in it. */
function nameInText(form: PrincipalForm): string {
  switch (form.kind) {
    case "arn":
    case "account":
    case "service":
      return form[form.kind];
    case "via-service":
      return form.viaService;
    case "federated":
    case "web-identity":
      return form.provider;
    case "new-role":
    case "new-user":
    case "new-group":
      return form.naming === "name" ? form.physicalName : "";
    case "imported-role":
    case "imported-user":
    case "imported-group":
      return form.identityBy === "arn" ? form.identityArn : form.identityName;
    default:
      return "";
  }
}

/** The name that the text gives a principal, or the text's last word. */
function nameOfText(text: string): string | undefined {
  const named = principalForText(noPrincipals, text);
  const word = named.ok
    ? named.value.principal.id
    : (text.split("/").at(-1) ?? "");
  return /^[\w+=,.@:-]+$/.test(word) ? word : undefined;
}

const noPrincipals: Design = {
  keywright: 1,
  name: "",
  cdk: { line: "v2" },
  stacks: [],
  principals: [],
  keys: [],
};
