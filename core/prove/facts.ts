import type { AccessSettings } from "../design/design.ts";
import type { Caller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { readComparison } from "../evaluate/comparison.ts";
import type { Policy } from "../evaluate/statement.ts";
import { foldCase } from "../policy/glob.ts";
import type { Asked, WhereTerm } from "./term.ts";

/** Condition keys that only principals of AWS accounts carry. Source: IAM User Guide, "AWS global condition context keys". */
const ofAwsCallers = [
  "aws:PrincipalOrgID",
  "aws:PrincipalOrgPaths",
  "aws:userid",
  "aws:username",
].map(foldCase);
const tagPrefix = foldCase("aws:PrincipalTag/");

/** Condition keys that only a service carries when it calls for itself. Source: as above. */
const ofServiceCallers = [
  "aws:SourceArn",
  "aws:SourceAccount",
  "aws:SourceOrgID",
  "aws:SourceOrgPaths",
].map(foldCase);

/** Only services carry the condition key. */
export function isOfServiceCaller(name: string): boolean {
  return ofServiceCallers.includes(name);
}

const orgKey = foldCase("aws:PrincipalOrgID");
const pathsKey = foldCase("aws:PrincipalOrgPaths");

/** Requests that cannot be, and the comparisons that say so. */
export interface Facts {
  readonly terms: readonly WhereTerm[];
  readonly comparisons: readonly Comparison[];
}

/** What is known of callers and the organisation, as far as the policies ask for it. */
export function factsAbout(
  policies: readonly Policy[],
  { account, settings }: { account: string; settings: AccessSettings },
): Facts {
  const names = new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ comparisons }) =>
        comparisons.map(({ name }) => name),
      ),
    ),
  );
  if (settings.organization !== undefined) names.add(orgKey);
  const terms = [
    ...[...names].filter(isOfAwsCaller).map((name) => without(name, isService)),
    ...ofServiceCallers
      .filter((name) => names.has(name))
      .map((name) => without(name, isAws)),
    ...membersOf(account, settings),
    ...pathTerms(policies, names, settings),
  ];
  const comparisons = terms.flatMap(({ comparisons: asked = [] }) =>
    asked.map(({ comparison }) => comparison),
  );
  return { terms, comparisons };
}

/** Only principals of AWS accounts carry the condition key. */
export function isOfAwsCaller(name: string): boolean {
  return ofAwsCallers.includes(name) || name.startsWith(tagPrefix);
}

function isService(caller: Caller): boolean {
  return caller.kind === "service";
}

function isAws(caller: Caller): boolean {
  return caller.kind !== "service";
}

/** Such callers never carry the key. */
function without(name: string, caller: (caller: Caller) => boolean): WhereTerm {
  return { kind: "where", caller, comparisons: [isPresent(name)] };
}

function isPresent(name: string): Asked {
  return { comparison: comparisonOf("Null", name, "false"), is: true };
}

/** A comparison that the question makes itself. */
export function comparisonOf(
  operator: string,
  key: string,
  value: string,
): Comparison {
  return readComparison(operator, [key, value], false);
}

/** Accounts that are known to be in the organisation carry its ID. */
function membersOf(
  account: string,
  { organization }: AccessSettings,
): readonly WhereTerm[] {
  if (organization === undefined) return [];
  const accounts = new Set([account, ...(organization.accounts ?? [])]);
  return [
    {
      kind: "where",
      caller: (caller) =>
        caller.kind !== "service" && accounts.has(caller.account),
      comparisons: [
        {
          comparison: isInOrganization(organization.id),
          is: false,
        },
      ],
    },
  ];
}

/** The path of an account in an organisation begins with the organisation's ID. */
function pathTerms(
  policies: readonly Policy[],
  names: ReadonlySet<string>,
  { organization }: AccessSettings,
): readonly WhereTerm[] {
  if (!names.has(pathsKey)) return [];
  const ids = new Set([
    ...(organization === undefined ? [] : [organization.id]),
    ...policies.flatMap(organizationsIn),
  ]);
  return [...ids].flatMap((id): readonly WhereTerm[] => {
    const isIn = isInOrganization(id);
    const some = comparisonOf("ForAnyValue:StringLike", pathsKey, `${id}/*`);
    const every = comparisonOf("ForAllValues:StringLike", pathsKey, `${id}/*`);
    return [
      {
        kind: "where",
        comparisons: [
          { comparison: isIn, is: false },
          { comparison: some, is: true },
        ],
      },
      {
        kind: "where",
        comparisons: [
          { comparison: isIn, is: true },
          { comparison: every, is: false },
        ],
      },
    ];
  });
}

/** The organisations that conditions name, by ID or at the beginning of a path. */
export function organizationsIn({ statements }: Policy): readonly string[] {
  return statements.flatMap(({ comparisons }) =>
    comparisons
      .filter(({ name }) => name === orgKey || name === pathsKey)
      .flatMap(({ values = [] }) => values)
      .flatMap((value) => /^o-[a-z\d]+(?=\/|$)/.exec(value)?.[0] ?? []),
  );
}

/** The organisations that the settings and the policy name. */
export function organizationsOf({
  settings,
  policy,
}: {
  readonly settings: AccessSettings;
  readonly policy: Policy;
}): readonly string[] {
  const own = settings.organization?.id;
  return [
    ...new Set([
      ...(own === undefined ? [] : [own]),
      ...organizationsIn(policy),
    ]),
  ];
}

/** The caller is in the organisation. */
export function isInOrganization(id: string): Comparison {
  return comparisonOf("StringEquals", "aws:PrincipalOrgID", id);
}
