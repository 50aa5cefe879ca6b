import type { Caller } from "../evaluate/caller.ts";
import { readCaller } from "../evaluate/caller.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { comparisonOf, isInOrganization, organizationsIn } from "./facts.ts";
import { nothingAllowed } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import { anybody } from "./public.ts";
import type { Subject } from "./subject.ts";
import type { Term } from "./term.ts";

/** Whom a finding is about. */
export interface Who extends Pick<NamedPrincipal, "text" | "type" | "account"> {
  readonly fits: (caller: Caller) => boolean;
}

/** Where those are who are allowed something. */
export type Scope =
  "account" | "cross-account" | "organization" | "service" | "public";

/** Somebody, and the requests of theirs that a statement allows. */
export interface Allowed {
  readonly who: Who;
  readonly term: Term;
}

/** Where those are whom a statement allows something: by their account, or for everyone by what the conditions leave. */
export function scopeOf(
  prover: Prover,
  subject: Subject,
  { who, term }: Allowed,
): Scope {
  if (who.type === "Service") return "service";
  const { account: own, policy } = subject;
  const of = who.account ?? accountOf(who.text);
  if (of !== undefined) return of === own ? "account" : "cross-account";
  const isNobody = (where: Term) =>
    nothingAllowed(prover, [term, where], "any").verdict === "proven";
  if (!isNobody(anybody(subject))) return "public";
  const isElsewhere = (caller: Caller) =>
    caller.kind !== "service" && caller.account !== own;
  if (isNobody({ kind: "where", caller: isElsewhere })) return "account";
  const organizations = organizationsIn(policy);
  const isOutside: Term = {
    kind: "where",
    caller: isElsewhere,
    comparisons: organizations.map((id) => ({
      comparison: isInOrganization(id),
      is: false,
    })),
  };
  return organizations.length > 0 && isNobody(isOutside)
    ? "organization"
    : "cross-account";
}

function accountOf(text: string): string | undefined {
  const caller = readCaller(text);
  return caller === undefined || caller.kind === "service"
    ? undefined
    : caller.account;
}

/** Whether a service is allowed something without any condition that says what it acts for. */
export function isUnpinned(prover: Prover, { who, term }: Allowed): boolean {
  if (who.type !== "Service") return false;
  const without: Term = {
    kind: "where",
    comparisons: [...prover.space.keyAt.keys()]
      .filter(bindsSource)
      .map((name) => ({
        comparison: comparisonOf("Null", name, "true"),
        is: true,
      })),
  };
  return nothingAllowed(prover, [term, without], "any").verdict === "refuted";
}

/** Condition keys that bind a service to what it acts for; some put that into the encryption context. */
export function bindsSource(name: string): boolean {
  return sourceKeys.includes(name) || name.startsWith("kms:encryptioncontext:");
}

const sourceKeys = [
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
];
