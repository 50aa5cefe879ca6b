import type {
  ContextValue,
  Lookup,
  NaiveContext,
  NaiveRequest,
} from "./naive-request.ts";

/** Who calls. */
export type Caller = ServiceCaller | AwsCaller;

interface ServiceCaller {
  readonly kind: "service";
  readonly name: string;
}

export interface AwsCaller {
  readonly kind: "aws";
  readonly account: string;
  /** The ARN of the account as a principal. */
  readonly accountArn: string;
  readonly isRoot: boolean;
  /** The ARNs that name this caller and not its account: for a session, its own and that of its role. */
  readonly names: readonly string[];
  /** The value of aws:PrincipalArn. */
  readonly arn: string;
  /** The value of aws:PrincipalType. */
  readonly type: string | undefined;
  /** The identity provider that the session of a role came from. */
  readonly provider: ContextValue | undefined;
}

export function callerOf(request: NaiveRequest): Caller {
  const { principal, principalArn, context = {} } = request;
  const parts = principal.split(":");
  const [prefix, partition, , , account = ""] = parts;
  if (prefix !== "arn") return { kind: "service", name: principal };
  const resource = parts.slice(5).join(":");
  const arn =
    principalArn ?? roleOf(principal, `arn:${partition}:iam::${account}`);
  return {
    kind: "aws",
    account,
    accountArn: `arn:${partition}:iam::${account}:root`,
    isRoot: resource === "root",
    names: resource === "root" ? [] : [principal, arn],
    arn,
    type: types.get(resource.split("/")[0] ?? ""),
    provider: resource.includes("role/") ? providerIn(context) : undefined,
  };
}

function providerIn(context: NaiveContext): ContextValue | undefined {
  return Object.entries(context).find(
    ([key]) => key.toLowerCase() === "aws:federatedprovider",
  )?.[1];
}

/** The ARN of the role of a session, which is that of a role without path; every other principal itself. */
function roleOf(principal: string, iam: string): string {
  const [before = "", name] = principal.split("/");
  return before.endsWith(":assumed-role") ? `${iam}:role/${name}` : principal;
}

/** Source: IAM User Guide, "AWS global condition context keys", aws:PrincipalType. */
const types: ReadonlyMap<string, string> = new Map([
  ["root", "Account"],
  ["user", "User"],
  ["role", "AssumedRole"],
  ["assumed-role", "AssumedRole"],
  ["federated-user", "FederatedUser"],
]);

/** The condition keys whose values follow from who calls. */
export const keysOfCaller: readonly string[] = [
  "aws:principalarn",
  "aws:principalaccount",
  "kms:calleraccount",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:principaltype",
];

/** The context of a request: what it gives, and what follows from who calls. */
export function lookupOf(request: NaiveRequest): Lookup {
  const given = Object.entries(request.context ?? {});
  const all = new Map<string, ContextValue | undefined>([
    ...Object.entries(impliedBy(callerOf(request))),
    ...given.map(([key, value]) => [key.toLowerCase(), value] as const),
  ]);
  return (key) => all.get(key.toLowerCase());
}

function impliedBy(caller: Caller): Record<string, string | undefined> {
  return caller.kind === "service"
    ? {
        "aws:principalisawsservice": "true",
        "aws:principalservicename": caller.name,
      }
    : {
        "aws:principalisawsservice": "false",
        "aws:principalarn": caller.arn,
        "aws:principalaccount": caller.account,
        "kms:calleraccount": caller.account,
        "aws:principaltype": caller.type,
      };
}
