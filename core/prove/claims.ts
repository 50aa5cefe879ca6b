import type {
  Claim,
  ClaimPrincipal,
  Design,
  Key,
  Principal,
} from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { Caller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { readComparison } from "../evaluate/comparison.ts";
import { bestFit, readPrincipals } from "../evaluate/principals.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { foldCase, globOf, matchesGlob } from "../policy/glob.ts";
import { isAccountId } from "../policy/arn.ts";
import type { Json } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Answer } from "./answer.ts";
import { answerOf, beyondAnswer } from "./answer.ts";
import { isInOrganization } from "./facts.ts";
import { nothingAllowed, proverOf } from "./meaning.ts";
import { plainPrincipals } from "./plain-principals.ts";
import type { Subject } from "./subject.ts";
import type { Asked, WhereTerm } from "./term.ts";
import type { Verdict } from "./verdict.ts";

/** What is known of a claim about a key. */
export interface ClaimAnswer extends Answer {
  readonly claim: string;
  /** The `id` of the key. */
  readonly key: string;
}

/** A key, and what verdicts see of it. */
export interface KeyInQuestion {
  readonly key: Key;
  readonly subject: Subject;
}

/** Whether a claim holds of a key. */
export function answerToClaim(
  design: Design,
  claim: Claim,
  { key, subject }: KeyInQuestion,
): ClaimAnswer {
  const base = { claim: claim.id, key: key.id };
  const resolve = (who: ClaimPrincipal) => named(design, who, key);
  const regions = regionsOf(claim, subject, resolve);
  if (typeof regions === "string")
    return { ...base, verdict: "unknown", reason: regions };
  if (regions.length === 0)
    return { ...base, verdict: "unknown", reason: "the claim names nobody" };
  const prover = proverOf([subject], {
    accounts: accountsIn(claim),
    principals: regions.flatMap(({ names }) => names),
    comparisons: regions.flatMap(({ where }) =>
      (where.comparisons ?? []).map(({ comparison }) => comparison),
    ),
  });
  if (prover === undefined) return { ...base, ...beyondAnswer };
  const actions = claim.actions.map((pattern) => globOf(foldCase(pattern)));
  const isMeant = (action: string) =>
    actions.some((glob) => matchesGlob(glob, foldCase(action)));
  const verdicts = regions.map(({ where }) =>
    nothingAllowed(prover, [{ ...where, action: isMeant }], "any"),
  );
  return { ...base, ...answerOf(prover, together(verdicts)) };
}

/** Proven where all are; refuted where one is. */
function together(verdicts: readonly Verdict[]): Verdict {
  const refuted = verdicts.find(({ verdict }) => verdict === "refuted");
  const unknown = verdicts.find(({ verdict }) => verdict === "unknown");
  const proofs = verdicts.flatMap((one) =>
    one.verdict === "proven" ? one.proofs : [],
  );
  return refuted ?? unknown ?? { verdict: "proven", proofs };
}

/** Requests of which a claim says that none is allowed, and whom it names. */
interface Region {
  readonly where: WhereTerm;
  readonly names: readonly string[];
}

function accountsIn(claim: Claim): readonly string[] {
  return claim.kind === "nobody-outside" && typeof claim.boundary === "object"
    ? claim.boundary
    : [];
}

function regionsOf(
  claim: Claim,
  subject: Subject,
  resolve: (who: ClaimPrincipal) => readonly Named[],
): readonly Region[] | string {
  switch (claim.kind) {
    case "nobody-outside":
      return outside(claim.boundary, subject);
    case "never":
      return resolve(claim.principal).map(regionOf);
    case "only":
      return others(claim.principals.flatMap(resolve));
  }
}

function regionOf({ list, comparisons }: Named): Region {
  return {
    names: list.map(({ text }) => text),
    where: {
      kind: "where",
      caller: (caller) => bestFit(list, caller) !== "none",
      comparisons: comparisons.map((comparison) => ({ comparison, is: true })),
    },
  };
}

/** Principals of AWS accounts beyond a boundary; services, which are in no account, are another matter. */
function outside(
  boundary: Extract<Claim, { kind: "nobody-outside" }>["boundary"],
  { account, settings }: Subject,
): readonly Region[] | string {
  if (boundary === "account") return beyond((id) => id !== account);
  if (boundary !== "organization")
    return beyond((id) => id !== account && !boundary.includes(id));
  const { organization } = settings;
  if (organization === undefined)
    return "the settings do not name an organization";
  const comparison = isInOrganization(organization.id);
  return beyond((id) => id !== account, [{ comparison, is: false }]);
}

function beyond(
  isBeyond: (account: string) => boolean,
  comparisons: readonly Asked[] = [],
): readonly Region[] {
  const caller = (one: Caller) =>
    one.kind !== "service" && isBeyond(one.account);
  return [{ names: [], where: { kind: "where", caller, comparisons } }];
}

/** A principal as a policy would name it. */
interface Named {
  readonly list: readonly NamedPrincipal[];
  readonly comparisons: readonly Comparison[];
}

function named(
  design: Design,
  who: ClaimPrincipal,
  key: Key,
): readonly Named[] {
  if ("arn" in who) return [fromElement({ element: elementOf(who.arn) })];
  const principal: Principal | undefined = memberWithId(
    design.principals,
    who.principal,
  );
  return principal === undefined || !isOwned(key)
    ? []
    : plainPrincipals(design, principal, key).map(fromElement);
}

function elementOf(text: string): Json {
  if (text === "*") return "*";
  const isOfAws = text.startsWith("arn:") || isAccountId(text);
  return { [isOfAws ? "AWS" : "Service"]: text };
}

function fromElement({
  element,
  conditions = {},
}: {
  readonly element: Json;
  readonly conditions?: Json;
}): Named {
  const operators = isJsonObject(conditions) ? Object.entries(conditions) : [];
  return {
    list: readPrincipals(element) ?? [],
    comparisons: operators.flatMap(([operator, keys]) =>
      isJsonObject(keys)
        ? Object.entries(keys).map((entry) =>
            readComparison(operator, entry, true),
          )
        : [],
    ),
  };
}

/** Everybody who is none of these: of one with conditions, who does not fit it or does not meet one of them. */
function others(all: readonly Named[]): readonly Region[] {
  const plain = all.filter(({ comparisons }) => comparisons.length === 0);
  const guarded = all.filter(({ comparisons }) => comparisons.length > 0);
  const isNamed = (caller: Caller) =>
    plain.some(({ list }) => bestFit(list, caller) !== "none");
  const names = all.flatMap(({ list }) => list.map(({ text }) => text));
  const start: readonly WhereTerm[] = [
    { kind: "where", caller: (caller) => !isNamed(caller) },
  ];
  return guarded
    .reduce((terms, one) => terms.flatMap((term) => beside(term, one)), start)
    .map((where) => ({ where, names }));
}

function beside(
  term: WhereTerm,
  { list, comparisons }: Named,
): readonly WhereTerm[] {
  const { caller: before = () => true, comparisons: asked = [] } = term;
  const isNone: WhereTerm = {
    ...term,
    caller: (caller) => before(caller) && bestFit(list, caller) === "none",
  };
  return [
    isNone,
    ...comparisons.map((comparison) => ({
      ...term,
      comparisons: [...asked, { comparison, is: false }],
    })),
  ];
}
