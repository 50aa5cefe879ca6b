import { isAccountId, parseArn } from "../policy/arn.ts";

/** Who makes a request. */
export type Caller = AwsCaller | ServiceCaller;

/** A principal of an AWS account: its root user, a user, the session of a role, or of a federated user. */
export interface AwsCaller {
  readonly kind: "root" | "user" | "role" | "federated-user";
  readonly partition: string;
  readonly account: string;
  /** The ARN that names it: of a session of a role the session's, of a role without a session the role's. */
  readonly arn: string;
  /** What `aws:PrincipalArn` says of it: of a session the ARN of its role, with the path. */
  readonly principalArn: string;
  /** The name of its role, which no other role of the account has, whatever the paths. */
  readonly role?: string;
  /** The role's path is not known. */
  readonly isPathless?: true;
  /** The identity provider that stands behind the session of a role. */
  readonly provider?: string;
}

/** A service that acts for itself, such as `logs.eu-west-1.amazonaws.com`. */
export interface ServiceCaller {
  readonly kind: "service";
  readonly service: string;
}

/** What a request may say of its caller besides the ARN. */
export interface SessionFacts {
  /** The ARN of the role of a session, with its path. */
  readonly principalArn?: string | undefined;
  /** What `aws:FederatedProvider` says. */
  readonly provider?: string | undefined;
}

/** The caller that a principal of a request names; undefined where AWS has none of that form. */
export function readCaller(
  principal: string,
  facts: SessionFacts = {},
): Caller | undefined {
  const arn = parseArn(principal);
  if (arn === undefined)
    return /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(principal)
      ? { kind: "service", service: principal }
      : undefined;
  const { partition, service, account, resource } = arn;
  if (!isAccountId(account)) return undefined;
  const base = { partition, account, arn: principal };
  if (service === "iam") return iamCaller(base, resource);
  return service === "sts" ? sessionCaller(base, resource, facts) : undefined;
}

type Base = Pick<AwsCaller, "partition" | "account" | "arn">;

function iamCaller(base: Base, resource: string): AwsCaller | undefined {
  const principalArn = base.arn;
  if (resource === "root") return { ...base, kind: "root", principalArn };
  if (/^user\/./.test(resource)) return { ...base, kind: "user", principalArn };
  if (!/^role\/./.test(resource)) return undefined;
  const role = resource.slice(resource.lastIndexOf("/") + 1);
  return { ...base, kind: "role", principalArn, role };
}

function sessionCaller(
  base: Base,
  resource: string,
  { principalArn, provider }: SessionFacts,
): AwsCaller | undefined {
  const [type, name = "", session, ...more] = resource.split("/");
  if (type === "federated-user" && name !== "" && session === undefined)
    return { ...base, kind: "federated-user", principalArn: base.arn };
  if (type !== "assumed-role" || session === undefined || more.length > 0)
    return undefined;
  const { partition, account } = base;
  return {
    ...base,
    kind: "role",
    principalArn:
      principalArn ?? `arn:${partition}:iam::${account}:role/${name}`,
    role: name,
    ...(principalArn === undefined && { isPathless: true }),
    ...(provider !== undefined && { provider }),
  };
}

/** The condition keys that follow from who calls, by their names as AWS writes them. Source: IAM User Guide, "AWS global condition context keys". */
export function contextOfCaller(
  caller: Caller,
): readonly (readonly [key: string, value: string])[] {
  if (caller.kind === "service")
    return [
      ["aws:PrincipalIsAWSService", "true"],
      ["aws:PrincipalServiceName", caller.service],
    ];
  return [
    ["aws:PrincipalArn", caller.principalArn],
    ["aws:PrincipalAccount", caller.account],
    ["kms:CallerAccount", caller.account],
    ["aws:PrincipalIsAWSService", "false"],
    ["aws:PrincipalType", principalTypes[caller.kind]],
    ...(caller.provider === undefined
      ? []
      : [["aws:FederatedProvider", caller.provider] as const]),
  ];
}

const principalTypes: Readonly<Record<AwsCaller["kind"], string>> = {
  root: "Account",
  user: "User",
  role: "AssumedRole",
  "federated-user": "FederatedUser",
};
