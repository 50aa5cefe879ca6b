import type {
  Conditions,
  IdentityName,
  PhysicalName,
  Principal,
  PrincipalElement,
  PrincipalKind,
} from "../../core/index.ts";

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
  readonly element: PrincipalElement;
  /** JSON. */
  readonly value: string;
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
  element: "AWS",
  value: "",
};

function partsOf(principal: Principal): Partial<PrincipalForm> {
  switch (principal.kind) {
    case "account-root":
    case "any":
    case "star":
      return {};
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
    case "canonical-user":
      return { canonicalUser: principal.canonicalUser };
    default:
      return "stack" in principal
        ? partsOfIdentity(principal)
        : partsOfMade(principal);
  }
}

function partsOfMade(
  principal: Extract<
    Principal,
    {
      readonly kind:
        | "federated"
        | "web-identity"
        | "composite"
        | "with-conditions"
        | "via-service"
        | "template-value";
    }
  >,
): Partial<PrincipalForm> {
  switch (principal.kind) {
    case "federated":
    case "web-identity":
      return {
        provider: principal.provider,
        conditions: principal.conditions ?? {},
      };
    case "composite":
      return { members: principal.members };
    case "with-conditions":
      return { base: principal.base, conditions: principal.conditions };
    case "via-service":
      return { viaService: principal.service, base: principal.base ?? "" };
    case "template-value":
      return {
        element: principal.element,
        value: JSON.stringify(principal.value, null, 2),
      };
  }
}

function partsOfIdentity(
  identity: Extract<Principal, { readonly stack: string }>,
): Partial<PrincipalForm> {
  return {
    stack: identity.stack,
    ...("assumedBy" in identity && { assumedBy: identity.assumedBy }),
    ...("mutable" in identity && { mutable: identity.mutable ?? true }),
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
