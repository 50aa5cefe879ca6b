import type {
  Design,
  Key,
  OwnedKey,
  Principal,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { isDisabled, isOwned, isVerbatim } from "../design/design.ts";
import { grantsOf } from "../design/key-parts.ts";
import { memberWithId } from "../design/members.ts";
import { parameterNames } from "../design/parameters.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Path } from "../problem/problem.ts";
import { conditionWords } from "../words/condition-words.ts";
import { describeStatement } from "../words/describe-statement.ts";
import type { StatementWords } from "../words/describe-statement.ts";
import type { NamedPrincipal } from "../words/principal-words.ts";
import { namedPrincipals } from "../words/principal-words.ts";
import type { Sentence } from "../words/sentence.ts";
import { wordsOfStatement } from "../words/statement-words.ts";
import { actionsOfGrant } from "./apply-grant.ts";
import { accountActions } from "./default-statements.ts";
import { flagsOf } from "./flags.ts";
import { landings } from "./grant-landing.ts";
import type { GrantLanding } from "./grant-landing.ts";
import { builtDesign, pathOfKey } from "./synthesize.ts";

/** Why a statement is in a key policy. */
export type Provenance = "account-default" | "administrators" | "own" | "grant";

/** A line of the policy view: a statement, why it is there, and what it says. */
export interface PolicyEntry {
  readonly provenance: Provenance;
  /** The part of the design that makes the statement. */
  readonly path: Path;
  /** Present for the person's own statements, which can be edited. */
  readonly statement?: Statement;
  readonly effect: "Allow" | "Deny";
  readonly sentence: Sentence;
  /** Present for grants and for administrators that the CDK grants: where it puts them. */
  readonly landing?: GrantLanding;
}

/** The statements of a key in the order in which they are written, before any merging, and its grants. */
export function policyEntries(
  design: Design,
  key: Key,
): readonly PolicyEntry[] {
  return writtenEntries(design, key).map(
    ({ words: _words, ...entry }) => entry,
  );
}

/** The entry makes a statement of the key policy; others make one of an identity policy only, or none. */
export function isInKeyPolicy({ landing, statement }: PolicyEntry): boolean {
  if (statement !== undefined && isDisabled(statement)) return false;
  if (landing === undefined) return true;
  const { where } = landings[landing];
  return where === "key" || where === "both";
}

/** An entry with what its sentence is made of. */
export interface WrittenEntry extends PolicyEntry {
  readonly words: StatementWords;
}

/** {@link policyEntries} with what their sentences are made of. */
export function writtenEntries(
  design: Design,
  key: Key,
): readonly WrittenEntry[] {
  const path = pathOfKey(design, key);
  return [
    ...(isOwned(key) ? statementEntries(design, key, path) : []),
    ...grantsOf(key).map((grant, index) =>
      grantedEntry(design, {
        provenance: "grant",
        path: [...path, "grants", index],
        principal: grant.principal,
        actions: actionsOfGrant(grant),
      }),
    ),
  ];
}

function statementEntries(
  design: Design,
  key: OwnedKey,
  path: Path,
): readonly WrittenEntry[] {
  const own = key.policy.statements.map((statement, index) =>
    written(wordsOf(design, statement), {
      provenance: "own",
      path: [...path, "policy", "statements", index],
      statement,
    }),
  );
  const administrators = key.administrators.map((principal, index) =>
    grantedEntry(design, {
      provenance: "administrators",
      path: [...path, "administrators", index],
      principal,
      actions: grantActions.admin,
    }),
  );
  const account = accountEntries(design, key, path);
  return key.policy.mode === "replace"
    ? [...own, ...account, ...administrators]
    : [...account, ...administrators, ...own];
}

function accountEntries(
  design: Design,
  key: OwnedKey,
  path: Path,
): readonly WrittenEntry[] {
  const actions = accountActions(key, flagsOf(design.cdk));
  if (actions === undefined) return [];
  const words: StatementWords = {
    ...noConditions,
    effect: "Allow",
    principals: [
      { text: "IAM policies of this account", kind: "account-root" },
    ],
    actions,
  };
  return [
    written(words, {
      provenance: "account-default",
      path: [...path, "policy", "mode"],
    }),
  ];
}

/** A permission that is granted, and where the CDK puts it. */
function grantedEntry(
  design: Design,
  {
    principal,
    actions,
    ...entry
  }: Pick<PolicyEntry, "provenance" | "path"> & {
    readonly principal: string;
    readonly actions: readonly string[];
  },
): WrittenEntry {
  const landing = builtDesign(design).landings.get(entry.path.join("/"));
  const words: StatementWords = {
    ...noConditions,
    effect: "Allow",
    principals: [namedPrincipal(design, principal)],
    actions,
  };
  return written(words, {
    ...entry,
    ...(landing !== undefined && { landing }),
  });
}

function written(
  words: StatementWords,
  entry: Omit<PolicyEntry, "effect" | "sentence">,
): WrittenEntry {
  return {
    ...entry,
    effect: words.effect,
    sentence: describeStatement(words),
    words,
  };
}

/** An own statement as a sentence. */
export function sentenceOf(design: Design, statement: Statement): Sentence {
  return describeStatement(wordsOf(design, statement));
}

function wordsOf(design: Design, statement: Statement): StatementWords {
  const parameters = parameterNames(design);
  if (isVerbatim(statement))
    return { ...wordsOfStatement(statement.verbatim, parameters), parameters };
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => namedPrincipal(design, id));
  return {
    effect: statement.effect,
    principals: named(statement.principals),
    notPrincipals: named(statement.notPrincipals),
    actions: statement.actions ?? [],
    notActions: statement.notActions ?? [],
    ...(statement.resources !== undefined && {
      resources: statement.resources,
    }),
    notResources: statement.notResources ?? [],
    conditions: statement.conditions ?? {},
    parameters,
    ...(statement.when !== undefined && { onlyIf: whenWords(statement.when) }),
  };
}

function whenWords({
  condition,
  is,
}: NonNullable<StructuredStatement["when"]>): string {
  return is ? condition : `not ${condition}`;
}

const noConditions = {
  notPrincipals: [],
  notActions: [],
  conditions: {},
} as const;

function namedPrincipal(design: Design, id: string): NamedPrincipal {
  const principal = memberWithId(design.principals, id);
  if (principal === undefined) return { text: id, kind: "unknown" };
  const parameters = parameterNames(design);
  return principal.kind === "template-value"
    ? namedValue(principal, parameters)
    : { text: principalWords(principal, parameters), kind: principal.kind };
}

/** A value of a template names whom it would name in a policy. */
function namedValue(
  {
    id,
    element,
    value,
  }: Extract<Principal, { readonly kind: "template-value" }>,
  parameters?: ReadonlySet<string>,
): NamedPrincipal {
  const { named } = namedPrincipals(
    element === "Principal" ? value : { [element]: value },
    parameters,
  );
  return named[0] ?? { text: id, kind: "unknown" };
}

/** A principal as a sentence calls it. */
export function principalWords(
  principal: Principal,
  parameters?: ReadonlySet<string>,
): string {
  switch (principal.kind) {
    case "account":
      return `IAM policies of account ${principal.account}`;
    case "account-root":
      return "IAM policies of this account";
    case "any":
      return "Everyone";
    case "star":
      return "Everyone, even unsigned,";
    case "service":
      return principal.service;
    case "organization":
      return `Everyone in organization ${principal.organization}`;
    case "via-service":
      return `${principal.base ?? "Everyone"} through ${principal.service}`;
    case "template-value":
      return namedValue(principal, parameters).text;
    case "with-conditions": {
      const conditions = conditionWords(principal.conditions, parameters);
      return conditions === ""
        ? principal.base
        : `${principal.base} (when ${conditions})`;
    }
    case "composite":
      return principal.members.join(" and ");
    default:
      return principal.id;
  }
}
