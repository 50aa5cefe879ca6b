import type { Caller } from "../evaluate/caller.ts";
import { contextOfCaller, readCaller } from "../evaluate/caller.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { foldCase } from "../policy/glob.ts";
import { accountIn, callerKeys } from "./caller-dimension.ts";
import { isOfAwsCaller, isOfServiceCaller } from "./facts.ts";
import { rootOf } from "./sample-callers.ts";

/** What all requests of those whom a principal names carry. */
export interface KnownValues {
  readonly values: ReadonlyMap<string, string>;
  /** None of them carries the condition key. */
  readonly isNever: (name: string) => boolean;
}

const ofOnePrincipal = ["aws:PrincipalArn", "aws:PrincipalType"].map(foldCase);
const serviceKey = foldCase("aws:PrincipalServiceName");

/** What is known of all requests of those whom a principal names; undefined where it may be anybody. */
export function knownValues({
  type,
  text,
  account,
}: NamedPrincipal): KnownValues | undefined {
  if (type === "Service") {
    const values = valuesOf({ kind: "service", service: text });
    const isNever = (name: string) =>
      isOfAwsCaller(name) || (callerKeys.has(name) && !values.has(name));
    return { values, isNever };
  }
  const home = type === "AWS" ? (account ?? accountIn(text)) : undefined;
  if (home === undefined) return undefined;
  const caller = readCaller(text);
  const isOne =
    account === undefined &&
    caller !== undefined &&
    caller.kind !== "service" &&
    caller.arn === caller.principalArn;
  const values = valuesOf(
    isOne ? caller : rootOf({ partition: "aws", account: home }),
  );
  if (!isOne) for (const name of ofOnePrincipal) values.delete(name);
  return {
    values,
    isNever: (name) => isOfServiceCaller(name) || name === serviceKey,
  };
}

function valuesOf(caller: Caller): Map<string, string> {
  return new Map(
    contextOfCaller(caller).map(([name, value]) => [foldCase(name), value]),
  );
}
