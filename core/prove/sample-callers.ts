import type { AwsCaller, Caller } from "../evaluate/caller.ts";
import { readCaller } from "../evaluate/caller.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import type { PolicyStatement } from "../evaluate/statement.ts";
import type { Subject } from "./subject.ts";

/** The account of the key, and the partition in which requests are looked at. */
type Home = Pick<Subject, "partition" | "account">;

/** Some callers whom a statement is about: those that it names, somebody of an account, somebody for everyone. */
export function likelyCallers(
  { principals }: PolicyStatement,
  home: Home,
): readonly Caller[] {
  if (principals === undefined) return [];
  return principals.isNot
    ? anyCallers(home)
    : principals.list.flatMap((one) => callersNamedBy(one, home));
}

/** The root user of an account. */
export function rootOf({ partition, account }: Home): AwsCaller {
  const arn = `arn:${partition}:iam::${account}:root`;
  return { kind: "root", partition, account, arn, principalArn: arn };
}

function callersNamedBy(
  { text, type, account }: NamedPrincipal,
  home: Home,
): readonly Caller[] {
  if (text === "*") return anyCallers(home);
  if (account !== undefined) {
    const there = { ...home, account };
    return [rootOf(there), someoneOf(there)];
  }
  if (type === "Federated") return [{ ...someoneOf(home), provider: text }];
  const caller = readCaller(text);
  if (
    caller === undefined ||
    (caller.kind === "service") !== (type === "Service")
  )
    return [];
  if (caller.kind === "service") return [caller];
  // Classes of callers are of one partition.
  return caller.partition === home.partition ? [inSession(caller)] : [];
}

/** The caller as it calls: a role by one of its sessions, the session of a role as one of the role without a path. */
export function inSession(caller: AwsCaller): AwsCaller {
  const { kind, partition, account, arn, principalArn, role = "" } = caller;
  if (kind !== "role") return caller;
  if (arn === principalArn) {
    const session = `arn:${partition}:sts::${account}:assumed-role/${role}/session`;
    return { ...caller, arn: session };
  }
  return { kind, partition, account, arn, principalArn, role };
}

/** Somebody of the account of the key, and of one that hardly any policy names. */
function anyCallers(home: Home): readonly Caller[] {
  return [
    someoneOf(home),
    someoneOf({ ...home, account: "999988887777" }),
    rootOf(home),
  ];
}

/** Somebody of an account whom hardly any policy names. */
export function someoneOf({ partition, account }: Home): AwsCaller {
  const principalArn = `arn:${partition}:iam::${account}:role/Someone`;
  return inSession({
    kind: "role",
    partition,
    account,
    arn: principalArn,
    principalArn,
    role: "Someone",
  });
}
