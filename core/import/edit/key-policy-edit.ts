import { isOwned } from "../../design/design.ts";
import type { Design, KeyPolicy, Stack } from "../../design/design.ts";
import { isL2 } from "../../design/key-parts.ts";
import { indexOfId } from "../../design/members.ts";
import type { JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import type { Problem, Result } from "../../problem/problem.ts";
import { failed, failedWith, ok } from "../../problem/problem.ts";
import { readJson } from "../../problem/read-json.ts";
import { stackOf, synthesizeKeyPolicy } from "../../synth/synthesize.ts";
import { plainJson } from "../../synth/plain-json.ts";
import { writtenOut } from "../../synth/written-out.ts";
import type { WrittenOutPolicy } from "../../synth/written-out.ts";
import { importProblem } from "../import-problem.ts";
import { policyIn } from "../key-policy.ts";
import { writesTheSame } from "../same-statement.ts";
import { statementOfJson } from "../../design/statement-of-json.ts";
import type { ReadStatement } from "../../design/statement-of-json.ts";
import { templateStatement } from "../template/template-statement.ts";
import { changeBetween } from "./design-change.ts";
import type { TextEdit } from "./design-change.ts";
import { editedStatements } from "./edited-policy.ts";
import type { TextBehind } from "./edited-policy.ts";

/** A key whose policy was edited as text: the text as it was written for it, and as it is now. */
export interface EditedPolicyText {
  readonly key: string;
  readonly written: string;
  readonly text: string;
}

/**
 * The change of the design that the edited text of a key policy stands for. Statements that say what they said stay as
 * they are in the design, with the names and parameters that the text has written out.
 */
export function changeOfKeyPolicyText(
  design: Design,
  { key: id, written, text }: EditedPolicyText,
): Result<TextEdit> {
  const index = indexOfId(design.keys, id);
  const key = design.keys[index];
  // INVARIANT: only keys that the design creates have a policy to edit.
  if (key === undefined || !isOwned(key)) throw new Error(`no policy of ${id}`);
  const before = objectIn(written);
  const wanted = objectIn(text);
  if (!wanted.ok) return wanted;
  const refused = refusalOf(wanted.value);
  if (refused !== undefined) return refused;
  const stack = stackOf(design, key);
  const inText = writtenOut(synthesizeKeyPolicy(design, key), stack);
  const statements = editedStatements(
    {
      design,
      key,
      path: ["keys", index],
      before: {
        document: before.ok ? before.value : undefined,
        origins: inText.origins,
      },
      ...(!isL2(key) && { behind: behindText(inText, stack) }),
      read: isL2(key) ? plainStatement : templateStatement,
    },
    wanted.value["Statement"],
  );
  if (!statements.ok) return statements;
  const policy = {
    ...withHead(key.policy, before.ok ? before.value : {}, wanted.value),
    statements: statements.value.statements,
  };
  const after = statements.value.design;
  return ok({
    change: changeBetween(design, {
      ...after,
      keys: after.keys.with(index, { ...key, policy }),
    }),
    warnings: [],
  });
}

/** What the text has worked out, which for a key of the CDK are names and parameters only. */
function behindText(
  { statements, resolve }: WrittenOutPolicy,
  stack: Stack,
): TextBehind {
  return {
    statements,
    resolve: (value) => {
      const resolved = resolve(value);
      return resolved === undefined ? undefined : plainJson(resolved, stack);
    },
  };
}

/** The policy with the `Id` and the version of the text, where they were edited. */
function withHead(
  { id, version, ...policy }: KeyPolicy,
  before: JsonObject,
  { Id: newId, Version: newVersion }: JsonObject,
): KeyPolicy {
  const own = before["Id"] === newId ? id : newId;
  const isSame = before["Version"] === newVersion;
  const next = newVersion === "2008-10-17" ? newVersion : undefined;
  const written = isSame ? version : next;
  const isId = typeof own === "string" || own === id;
  return {
    ...policy,
    ...(isId && own !== undefined && { id: own }),
    ...(written !== undefined && { version: written }),
  };
}

function objectIn(text: string): Result<JsonObject> {
  if (text.trim() === "") return failed(notAPolicy());
  const read = readJson(text);
  if (!read.ok) return read;
  const { value } = read.value;
  return isJsonObject(value) ? ok(value) : failed(notAPolicy());
}

/** What is no policy, or one of another kind of resource, is none of a key. */
function refusalOf(value: JsonObject): Result<never> | undefined {
  const found = policyIn([{ value, span: { start: 0, end: 0 } }]);
  if (found === undefined) return failed(notAPolicy());
  return found.ok ? undefined : failedWith(found.problems);
}

function plainStatement(design: Design, json: JsonObject): ReadStatement {
  const one = statementOfJson(design, json);
  return writesTheSame(one, json)
    ? one
    : { design, statement: { verbatim: json } };
}

function notAPolicy(): Problem {
  return importProblem("no-policy", {
    message: "the text is not a policy document",
    help: 'write an object with "Version" and "Statement"',
  });
}
