import { addressRange } from "../evaluate/addresses.ts";
import type { Caller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import { foldCase } from "../policy/glob.ts";
import { comparisonOf, isInOrganization, organizationsOf } from "./facts.ts";
import { nothingAllowed } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import type { Subject } from "./subject.ts";
import type { Asked, Term, WhereTerm } from "./term.ts";
import type { Verdict } from "./verdict.ts";

/** Condition keys whose values only somebody inside can have: of networks. */
const networkKeys = ["aws:SourceVpc", "aws:SourceVpce"].map(foldCase);
const addressKeys = ["aws:SourceIp", "aws:VpcSourceIp"].map(foldCase);

/**
 * Anybody: a caller of an AWS account that neither the policy nor the settings name, in no organisation that they name,
 * from no network and no narrow range of addresses that the policy names.
 */
export function anybody(subject: Subject): WhereTerm {
  const { policy, settings, account } = subject;
  const comparisons = policy.statements.flatMap(
    (statement) => statement.comparisons,
  );
  const known = new Set([
    account,
    ...(settings.trustedAccounts ?? []),
    ...(settings.organization?.accounts ?? []),
    ...accountsIn(subject, comparisons),
  ]);
  return {
    kind: "where",
    caller: (caller) => isOfAnother(caller, known),
    comparisons: [
      ...organizationsOf(subject).map((id) => isNot(isInOrganization(id))),
      ...networksIn(comparisons).map(isNot),
    ],
  };
}

function isOfAnother(caller: Caller, known: ReadonlySet<string>): boolean {
  return caller.kind !== "service" && !known.has(caller.account);
}

function isNot(comparison: Comparison): Asked {
  return { comparison, is: false };
}

/** The accounts that principals and conditions name. */
function accountsIn(
  { policy }: Subject,
  comparisons: readonly Comparison[],
): readonly string[] {
  const texts = [
    ...policy.statements.flatMap(({ principals }) =>
      (principals?.list ?? []).map(({ text }) => text),
    ),
    ...comparisons
      .filter(
        ({ name }) =>
          name.startsWith("aws:principal") || name === "kms:calleraccount",
      )
      .flatMap(({ values = [] }) => values),
  ];
  return texts.flatMap(
    (text) => /(?:^|:)(\d{12})(?::|$)/.exec(text)?.[1] ?? [],
  );
}

/** The networks and narrow ranges that conditions name. */
function networksIn(comparisons: readonly Comparison[]): readonly Comparison[] {
  return comparisons.flatMap(({ name, key, values = [] }) => {
    if (networkKeys.includes(name))
      return values.map((value) => comparisonOf("StringEquals", key, value));
    if (!addressKeys.includes(name)) return [];
    return values
      .filter(isNarrow)
      .map((value) => comparisonOf("IpAddress", key, value));
  });
}

/** Ranges that one organisation can have. Source: Amazon S3 User Guide, "The meaning of public". */
function isNarrow(text: string): boolean {
  const range = addressRange(text);
  if (range === undefined) return false;
  const size = range.last - range.first + 1n;
  return size <= (range.bits === 32 ? 1n << 24n : 1n << 96n);
}

/** Whether nobody but those that policy and settings name is allowed anything. */
export function isNotPublic(
  prover: Prover,
  subject: Subject,
  where: readonly Term[] = [],
): Verdict {
  return nothingAllowed(prover, [anybody(subject), ...where], "any");
}
