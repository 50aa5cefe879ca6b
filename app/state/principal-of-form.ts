import type {
  Conditions,
  Design,
  IdentityName,
  Intrinsic,
  PhysicalName,
  Principal,
  PrincipalKind,
} from "../../core/index.ts";
import {
  emptyDesign,
  freeConstructId,
  freeId,
  intrinsicText,
  isIntrinsic,
  principalForText,
} from "../../core/index.ts";
import { readObject } from "./json-object.ts";
import type { PrincipalForm } from "./principal-form.ts";

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
  return made[form.kind](form);
}

const made: Readonly<Record<PrincipalKind, (form: PrincipalForm) => Nameless>> =
  {
    "account-root": () => ({ kind: "account-root" }),
    any: () => ({ kind: "any" }),
    star: () => ({ kind: "star" }),
    arn: ({ arn }) => ({ kind: "arn", arn: arn.trim() }),
    account: ({ account }) => ({ kind: "account", account: account.trim() }),
    service: ({ service }) => ({ kind: "service", service: service.trim() }),
    organization: ({ organization }) => ({
      kind: "organization",
      organization: organization.trim(),
    }),
    "organizational-unit": (form) => ({
      kind: "organizational-unit",
      paths: pathsOf(form),
    }),
    "canonical-user": ({ canonicalUser }) => ({
      kind: "canonical-user",
      canonicalUser: canonicalUser.trim(),
    }),
    "template-value": (form) => ({
      kind: "template-value",
      element: form.element,
      value: intrinsicOfForm(form) ?? {},
    }),
    federated: (form) => ({ kind: "federated", ...providerOf(form) }),
    "web-identity": (form) => ({ kind: "web-identity", ...providerOf(form) }),
    composite: ({ members }) => ({ kind: "composite", members }),
    "with-conditions": ({ base, conditions }) => ({
      kind: "with-conditions",
      base,
      conditions,
    }),
    "via-service": ({ viaService, base }) => ({
      kind: "via-service",
      service: viaService.trim(),
      ...(base !== "" && { base }),
    }),
    "new-role": (form) => ({
      kind: "new-role",
      stack: form.stack,
      assumedBy: form.assumedBy,
      ...physicalNameOf(form),
      ...mutableOf(form),
    }),
    "new-user": (form) => ({
      kind: "new-user",
      stack: form.stack,
      ...physicalNameOf(form),
    }),
    "new-group": (form) => ({
      kind: "new-group",
      stack: form.stack,
      ...physicalNameOf(form),
    }),
    "imported-role": (form) => ({
      kind: "imported-role",
      stack: form.stack,
      identity: identityNameOf(form),
      ...mutableOf(form),
    }),
    "imported-user": (form) => ({
      kind: "imported-user",
      stack: form.stack,
      identity: identityNameOf(form),
    }),
    "imported-group": (form) => ({
      kind: "imported-group",
      stack: form.stack,
      identity: identityNameOf(form),
    }),
  };

function providerOf({ provider, ...form }: PrincipalForm): {
  readonly provider: string;
  readonly conditions?: Conditions;
} {
  return {
    provider: provider.trim(),
    ...(hasConditions(form) && { conditions: form.conditions }),
  };
}

function mutableOf({ mutable }: PrincipalForm): { readonly mutable?: false } {
  return mutable ? {} : { mutable: false };
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

/** The intrinsic function that is written in the form; undefined where it is none. */
export function intrinsicOfForm({
  value,
}: Pick<PrincipalForm, "value">): Intrinsic | undefined {
  const json = readObject(value);
  return json.ok && isIntrinsic(json.value) ? json.value : undefined;
}

/** The paths that are written in the form. */
export function pathsOf({ paths }: PrincipalForm): readonly string[] {
  return paths
    .split("\n")
    .map((path) => path.trim())
    .filter((path) => path !== "");
}

/** The form has conditions. */
export function hasConditions({
  conditions,
}: Pick<PrincipalForm, "conditions">): boolean {
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

interface Wish {
  /** What a principal of the kind is called while nothing says more. */
  readonly plain: string;
  /** What the person wrote that has a name in it. */
  readonly text?: (form: PrincipalForm) => string;
}

const identityText = ({
  identityBy,
  identityArn,
  identityName,
}: PrincipalForm) => (identityBy === "arn" ? identityArn : identityName);
const physicalText = ({ naming, physicalName }: PrincipalForm) =>
  naming === "name" ? physicalName : "";
const providerText = ({ provider }: PrincipalForm) => provider;

const wishes: Readonly<Record<PrincipalKind, Wish>> = {
  "account-root": { plain: "AccountRoot" },
  account: { plain: "Account", text: ({ account }) => account },
  arn: { plain: "Principal", text: ({ arn }) => arn },
  "imported-role": { plain: "Role", text: identityText },
  "imported-user": { plain: "User", text: identityText },
  "imported-group": { plain: "Group", text: identityText },
  "new-role": { plain: "Role", text: physicalText },
  "new-user": { plain: "User", text: physicalText },
  "new-group": { plain: "Group", text: physicalText },
  service: { plain: "Service", text: ({ service }) => service },
  "via-service": { plain: "ViaService", text: ({ viaService }) => viaService },
  organization: { plain: "Organization" },
  "organizational-unit": { plain: "OrganizationalUnit" },
  federated: { plain: "Provider", text: providerText },
  "web-identity": { plain: "WebIdentity", text: providerText },
  any: { plain: "Everyone" },
  star: { plain: "Anyone" },
  composite: { plain: "Combination" },
  "with-conditions": { plain: "Conditional" },
  "canonical-user": { plain: "CanonicalUser" },
  "template-value": {
    plain: "Value",
    text: (form) => intrinsicText(intrinsicOfForm(form) ?? ""),
  },
};

function wishedId(form: PrincipalForm): string {
  const { kind, base } = form;
  const { plain, text } = wishes[kind];
  const said = text?.(form).trim() ?? "";
  const named = said === "" ? undefined : nameOfText(said);
  if (kind === "via-service" && named !== undefined) return `Via${named}`;
  if (kind === "with-conditions" && base !== "") return `${base}WithConditions`;
  return named ?? plain;
}

/** The name that the text gives a principal, or the text's last word. */
function nameOfText(text: string): string | undefined {
  const named = principalForText(emptyDesign(), text);
  const word = named.ok
    ? named.value.principal.id
    : (text.split("/").at(-1) ?? "");
  return /^[\w+=,.@:-]+$/.test(word) ? word : undefined;
}
