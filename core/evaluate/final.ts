import { keysOf } from "../kms/keys-of.ts";
import type { KeyPolicyDecision, Question } from "./decide.ts";
import { statementFit } from "./decide.ts";
import { grantThatAllows } from "./grants.ts";
import type { LayerSays } from "./layers.ts";
import {
  controlPoliciesSay,
  policiesSay,
  resourcePoliciesSay,
} from "./layers.ts";
import type { AccessRequest, Layer } from "./request.ts";
import { layers } from "./request.ts";
import type { Policy } from "./statement.ts";
import type { Truth } from "./truth.ts";

/** What becomes of a request when all that is known has its say. */
export interface Final {
  readonly final:
    | "Allowed"
    | "ExplicitlyDenied"
    | "ImplicitlyDenied"
    | "DependsOnIam"
    | "unknown";
  /** Why, in one sentence. */
  readonly reason: string;
}

/** A request with all that has a say. */
export interface Hearing {
  readonly policy: Policy;
  readonly question: Question;
  /** The account of the key. */
  readonly account: string;
  readonly request: AccessRequest;
}

type Says = ReadonlyMap<Layer, LayerSays>;

/**
 * The decision of AWS over all policies.
 * Source: IAM User Guide, "Policy evaluation logic"; AWS KMS Developer Guide, "Troubleshooting key access".
 */
export function finalDecision(
  keyPolicy: KeyPolicyDecision,
  hearing: Hearing,
): Final {
  const says = layersSay(hearing);
  if (keyPolicy === "deny")
    return final("ExplicitlyDenied", "the key policy denies it");
  const denied = deniedBy(says);
  if (denied?.isSure === true)
    return final("ExplicitlyDenied", `${layers[denied.layer]}: it is denied`);
  if (keyPolicy === "unknown")
    return final("unknown", "the key policy leaves it open");
  if (denied !== undefined)
    return final("unknown", `${layers[denied.layer]}: it may be denied`);
  const bindsCaller = keyPolicy === "direct" ? callerLimitsBind(hearing) : true;
  return withinLimits(said(keyPolicy, hearing, says), says, (kind) =>
    kind === "always" ? true : bindsCaller,
  );
}

function final(decision: Final["final"], reason: string): Final {
  return { final: decision, reason };
}

function layersSay({ question, request }: Hearing): Says {
  const says = new Map<Layer, LayerSays>();
  const { permissionsBoundary: boundary, endpointPolicy: endpoint } = request;
  if (question.caller.kind !== "service") {
    if (request.identityPolicies)
      says.set(
        "identityPolicies",
        policiesSay(request.identityPolicies, question),
      );
    if (boundary)
      says.set("permissionsBoundary", policiesSay([boundary], question));
    if (request.sessionPolicies)
      says.set(
        "sessionPolicies",
        policiesSay(request.sessionPolicies, question),
      );
    if (request.serviceControlPolicies && !isServiceLinked(question))
      says.set(
        "serviceControlPolicies",
        controlPoliciesSay(request.serviceControlPolicies, question),
      );
  }
  if (request.resourceControlPolicies && !isServiceLinked(question))
    says.set("resourceControlPolicies", {
      ...resourcePoliciesSay(request.resourceControlPolicies, question),
      allows: true,
    });
  if (endpoint)
    says.set("endpointPolicy", resourcePoliciesSay([endpoint], question));
  return says;
}

/**
 * The policies of an organization do not restrict service-linked roles.
 * Source: AWS Organizations User Guide, "SCP effects on permissions", "RCP effects on permissions".
 */
function isServiceLinked({ caller }: Question): boolean {
  return (
    caller.kind === "role" &&
    caller.principalArn.includes(":role/aws-service-role/")
  );
}

function deniedBy(says: Says) {
  const denying = [...says].filter(([, { denies }]) => denies !== false);
  const sure = denying.find(([, { denies }]) => denies === true);
  const [layer] = sure ?? denying[0] ?? [];
  return layer && { layer, isSure: sure !== undefined };
}

/** What the key policy, the IAM policies of the caller and the grants say before any limit. */
function said(
  keyPolicy: KeyPolicyDecision,
  { question, account, request }: Hearing,
  says: Says,
): Final {
  const grant = grantThatAllows(request.grants ?? [], question);
  if (grant !== undefined)
    return final(
      "Allowed",
      `the grant ${grant.GrantId ?? "of the caller"} allows it`,
    );
  if (keyPolicy === "none")
    return final(
      "ImplicitlyDenied",
      "no statement of the key policy allows it",
    );
  const { caller } = question;
  if (caller.kind === "service")
    return final("Allowed", "the key policy allows the service");
  const isOwn = caller.account === account;
  if (isOwn && keyPolicy === "direct")
    return final("Allowed", "the key policy allows the caller itself");
  const side = isOwn
    ? "the key policy leaves it to the IAM policies of the account"
    : "the key policy allows it, and across accounts the caller's IAM policies must allow it too";
  const iam = says.get("identityPolicies")?.allows;
  // The root user of an account has no IAM policies: it may do all that the account may.
  if (iam === true || caller.kind === "root") return final("Allowed", side);
  if (!says.has("identityPolicies")) return final("DependsOnIam", side);
  return iam === false
    ? final("ImplicitlyDenied", `${side}; they do not`)
    : final("unknown", `${side}; what they say is open`);
}

/** Policies that only limit what others allow, and whether they bind what a key policy gives to the caller itself. */
const limits = {
  permissionsBoundary: "of-caller",
  sessionPolicies: "of-caller",
  serviceControlPolicies: "always",
  resourceControlPolicies: "always",
  endpointPolicy: "always",
} as const satisfies Partial<Record<Layer, "always" | "of-caller">>;

function withinLimits(
  before: Final,
  says: Says,
  binds: (kind: "always" | "of-caller") => Truth,
): Final {
  if (before.final !== "Allowed" && before.final !== "DependsOnIam")
    return before;
  const open = keysOf(limits).flatMap((layer) => {
    const one = says.get(layer);
    return one === undefined || one.allows === true
      ? []
      : [{ layer, allows: one.allows, binds: binds(limits[layer]) }];
  });
  const against = open.find(
    ({ allows, binds: isBinding }) => allows === false && isBinding === true,
  );
  if (against !== undefined)
    return final(
      "ImplicitlyDenied",
      `${layers[against.layer]}: nothing in them allows it`,
    );
  const unsure = open.find((one) => one.binds !== false);
  return unsure === undefined
    ? before
    : final(
        "unknown",
        `${layers[unsure.layer]}: whether they let it through is not documented`,
      );
}

/**
 * A boundary and session policies limit what a key policy gives to a role, not what it gives to a user or to a session
 * by its own ARN. Which of these `*` is, AWS does not say.
 * Source: IAM User Guide, "Permissions boundaries for IAM entities", "Session policies".
 */
function callerLimitsBind({ policy, question, account }: Hearing): Truth {
  const { caller } = question;
  if (caller.kind === "service") return false;
  if (caller.account !== account) return true;
  const named = policy.statements
    .filter(
      (statement) =>
        statement.effect === "Allow" &&
        statementFit(statement, question).rest === true,
    )
    .flatMap(({ principals }) => principals?.list ?? [])
    .filter(({ fits }) => fits(caller) === "itself")
    .map(({ text }) => text);
  if (named.includes(caller.arn) && caller.kind !== "role") return false;
  if (named.includes(caller.arn) && caller.arn !== caller.principalArn)
    return false;
  return named.includes("*") ? undefined : true;
}
