import { isOwned } from "../../design/design.ts";
import type { Design, OwnedKey } from "../../design/design.ts";
import { grantsOf, isL2 } from "../../design/key-parts.ts";
import { patchedKey } from "../../design/patch-key.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Path, Problem, Result } from "../../problem/problem.ts";
import { failed, ok } from "../../problem/problem.ts";
import { sameJson } from "../../problem/same-json.ts";
import { needsL1 } from "../../synth/refuse-as-written.ts";
import { synthesize, synthesizeKeyPolicy } from "../../synth/synthesize.ts";
import { importProblem } from "../import-problem.ts";
import { sameStatement, writesTheSame } from "../same-statement.ts";
import { statementOfJson } from "../../design/statement-of-json.ts";
import type { ReadStatement } from "../../design/statement-of-json.ts";
import { overridesFor } from "../template/found-overrides.ts";
import { templatePolicy } from "../template/template-policy.ts";
import { templateStatement } from "../template/template-statement.ts";
import { editedStatements } from "./edited-policy.ts";
import { settingPatch } from "./setting-patch.ts";

/** A key, what its resource says in a text, and what it said before. */
export interface KeyInText {
  readonly design: Design;
  readonly key: OwnedKey;
  readonly path: Path;
  readonly logicalId: string;
  readonly before: JsonObject;
  readonly wanted: JsonObject;
}

/** The design in which the key writes the wanted resource: by its settings as far as they can say it, else by overrides. */
export function editedKey(subject: KeyInText): Result<Design> {
  const { design, key, before, wanted } = subject;
  const patched = patchedKey(key, settingPatch(key, before, wanted));
  // INVARIANT: the patch has only what keys of that kind have, and keys stay of their kind.
  if (patched === undefined || !isOwned(patched))
    throw new Error("a patch of another kind");
  const { overrides: _, ...settings } = patched;
  return sameJson(policyOf(before), policyOf(wanted))
    ? ok(overridden(subject, replaced(design, settings)))
    : withPolicy(subject, settings);
}

function policyOf({ Properties: properties }: JsonObject): Json | undefined {
  return isJsonObject(properties) ? properties["KeyPolicy"] : undefined;
}

/** The key with the policy of the text: its own statements replaced, or where that cannot say it, all of it as it is. */
function withPolicy(subject: KeyInText, settings: OwnedKey): Result<Design> {
  const { design, key, wanted } = subject;
  const policy = policyOf(wanted);
  const document = isJsonObject(policy) ? policy : {};
  const statements = editedStatements(
    {
      ...subject,
      before: synthesizeKeyPolicy(design, key),
      read: isL2(key) ? statementForKey : templateStatement,
    },
    document["Statement"],
  );
  if (statements.ok) {
    const { design: named, statements: own } = statements.value;
    const next = { ...settings.policy, statements: own };
    for (const choice of [next, { ...next, minimize: false }]) {
      const changed = { ...settings, policy: choice };
      const result = replaced(named, changed);
      const isSaid = !isL2(changed) || !needsL1(result, changed);
      if (isSaid && writesPolicy(result, subject))
        return ok(overridden(subject, result));
    }
  }
  return asTemplate(subject, settings, statements);
}

/** A statement in parts where a key of the CDK writes them as the JSON, but for lists of one. */
function statementForKey(design: Design, json: JsonObject): ReadStatement {
  const one = statementOfJson(design, json, "template");
  return writesTheSame(one, json)
    ? one
    : { design, statement: { verbatim: json } };
}

/** The whole policy in the form of the text, which only an L1 construct takes; nothing else may write into it. */
function asTemplate(
  subject: KeyInText,
  settings: OwnedKey,
  statements: Result<unknown>,
): Result<Design> {
  const { design, key, wanted } = subject;
  const isOnlyOwn =
    grantsOf(key).length === 0 &&
    key.administrators.length === 0 &&
    key.policy.mode === "replace";
  if (!isOnlyOwn) return statements.ok ? failed(notSaid()) : statements;
  const read = templatePolicy(design, policyOf(wanted)) ?? {
    design,
    policy: { mode: "replace" as const, statements: [] },
  };
  const changed: OwnedKey = {
    ...settings,
    ...(settings.kind === "defined" && { construct: "CfnKey" as const }),
    policy: read.policy,
  };
  return ok(overridden(subject, replaced(read.design, changed)));
}

function replaced(design: Design, by: OwnedKey): Design {
  return {
    ...design,
    keys: design.keys.map((key) => (key.id === by.id ? by : key)),
  };
}

/** The policy that is written says what the text says. */
function writesPolicy(design: Design, { key, wanted }: KeyInText): boolean {
  const next = design.keys.find(({ id }) => id === key.id);
  if (next === undefined) return false;
  const { document } = synthesizeKeyPolicy(design, next);
  return samePolicy(document, policyOf(wanted));
}

/** The policies say the same in the same order, in whatever form. */
function samePolicy(a: Json | undefined, b: Json | undefined): boolean {
  if (!isJsonObject(a) || !isJsonObject(b)) return sameJson(a, b);
  const { Statement: one, ...rest } = a;
  const { Statement: other, ...others } = b;
  const ours = isJsonList(one) ? one : [one ?? null];
  const theirs = isJsonList(other) ? other : [other ?? null];
  return (
    sameJson(rest, others) &&
    ours.length === theirs.length &&
    ours.every((statement, at) => sameStatement(statement, theirs[at]))
  );
}

/** What the settings do not say is written in their place; another form of the same policy is no difference. */
function overridden(
  { key, logicalId, wanted }: KeyInText,
  design: Design,
): Design {
  const written = synthesize(design).find(({ stack }) => stack === key.stack)
    ?.template.Resources?.[logicalId];
  const own = isJsonObject(written) ? written : {};
  const isSame = samePolicy(policyOf(own), policyOf(wanted));
  const overrides = overridesFor(
    own,
    isSame ? withPolicyOf(wanted, policyOf(own)) : wanted,
  );
  const changed = design.keys.find(({ id }) => id === key.id);
  return overrides === undefined || changed === undefined || !isOwned(changed)
    ? design
    : replaced(design, { ...changed, overrides });
}

function withPolicyOf(
  wanted: JsonObject,
  policy: Json | undefined,
): JsonObject {
  const { Properties: properties } = wanted;
  return policy === undefined || !isJsonObject(properties)
    ? wanted
    : { ...wanted, Properties: { ...properties, KeyPolicy: policy } };
}

function notSaid(): Problem {
  return importProblem("policy-not-said", {
    message:
      "the policy of the key cannot be written like this while grants, administrators or the default policy add to it",
    help: "have your statements replace the default policy, or change them one by one",
  });
}
