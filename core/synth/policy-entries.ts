import type { Design, Key, Principal, Statement } from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { parseArn } from "../policy/arn.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { describeStatement } from "../words/describe-statement.ts";
import type { NamedPrincipal } from "../words/describe-statement.ts";
import type { Sentence } from "../words/sentence.ts";
import { pathOfKey } from "./synthesize.ts";

/** Why a statement is in a key policy. */
export type Provenance = "account-default" | "administrators" | "own";

/** A line of the policy view: a statement, why it is there, and what it says. */
export interface PolicyEntry {
  readonly provenance: Provenance;
  /** The part of the design that makes the statement. */
  readonly path: Path;
  /** Present for the person's own statements, which can be edited. */
  readonly statement?: Statement;
  readonly effect: "Allow" | "Deny";
  readonly sentence: Sentence;
}

/** The statements of a key in the order in which they are written, before any merging. */
export function policyEntries(
  design: Design,
  key: Key,
): readonly PolicyEntry[] {
  const path = pathOfKey(design, key);
  const own = key.policy.statements.map((statement, index): PolicyEntry => ({
    provenance: "own",
    path: [...path, "policy", "statements", index],
    statement,
    effect: effectOf(statement),
    sentence: sentenceOf(design, statement),
  }));
  const administrators = key.administrators.map((id, index) =>
    administratorEntry(design, id, [...path, "administrators", index]),
  );
  return key.policy.mode === "replace"
    ? [...own, ...administrators]
    : [defaultEntry(path), ...administrators, ...own];
}

function effectOf(statement: Statement): "Allow" | "Deny" {
  if (!isVerbatim(statement)) return statement.effect;
  return statement.verbatim["Effect"] === "Deny" ? "Deny" : "Allow";
}

/** An own statement as a sentence. */
export function sentenceOf(design: Design, statement: Statement): Sentence {
  if (isVerbatim(statement)) return verbatimSentence(statement.verbatim);
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => namedPrincipal(design, id));
  return describeStatement({
    effect: statement.effect,
    principals: named(statement.principals),
    notPrincipals: named(statement.notPrincipals),
    actions: statement.actions ?? [],
    notActions: statement.notActions ?? [],
    conditions: statement.conditions ?? {},
  });
}

const noConditions = {
  notPrincipals: [],
  notActions: [],
  conditions: {},
} as const;

function defaultEntry(path: Path): PolicyEntry {
  return {
    provenance: "account-default",
    path: [...path, "policy", "mode"],
    effect: "Allow",
    sentence: describeStatement({
      ...noConditions,
      effect: "Allow",
      principals: [
        { text: "IAM policies of this account", kind: "account-root" },
      ],
      actions: ["kms:*"],
    }),
  };
}

function administratorEntry(
  design: Design,
  id: string,
  path: Path,
): PolicyEntry {
  return {
    provenance: "administrators",
    path,
    effect: "Allow",
    sentence: describeStatement({
      ...noConditions,
      effect: "Allow",
      principals: [namedPrincipal(design, id)],
      actions: grantActions.admin,
    }),
  };
}

function namedPrincipal(design: Design, id: string): NamedPrincipal {
  const principal = design.principals.find((candidate) => candidate.id === id);
  return principal === undefined
    ? { text: id, kind: "unknown" }
    : { text: principalWords(principal), kind: principal.kind };
}

/** A principal as a sentence calls it. */
export function principalWords(principal: Principal): string {
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
    case "arn":
      return principal.id;
  }
}

function verbatimSentence(json: JsonObject): Sentence {
  const condition = json["Condition"];
  return describeStatement({
    effect: json["Effect"] === "Deny" ? "Deny" : "Allow",
    principals: verbatimPrincipals(json["Principal"]),
    notPrincipals: verbatimPrincipals(json["NotPrincipal"]),
    actions: texts(json["Action"]),
    notActions: texts(json["NotAction"]),
    conditions: isJsonObject(condition) ? condition : {},
  });
}

function verbatimPrincipals(
  value: Json | undefined,
): readonly NamedPrincipal[] {
  if (value === "*") return [{ text: "Everyone", kind: "star" }];
  if (!isJsonObject(value)) return [];
  return Object.values(value).flatMap((members) =>
    (Array.isArray(members) ? members : [members]).map((member) => ({
      text: typeof member === "string" ? shortName(member) : "an intrinsic",
      kind: "unknown" as const,
    })),
  );
}

/** The last word of an ARN, or the text itself. */
function shortName(text: string): string {
  if (text === "*") return "Everyone";
  return parseArn(text)?.resource.split("/").at(-1) ?? text;
}

function texts(value: Json | undefined): readonly string[] {
  const members = Array.isArray(value) ? value : [value];
  return members.filter((member) => typeof member === "string");
}
