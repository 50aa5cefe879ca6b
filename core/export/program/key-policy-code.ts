import { hasJsonPolicy } from "../../design/as-written.ts";
import type { DefinedKey, OwnedKey, ReplicaKey } from "../../design/design.ts";
import { isDisabled } from "../../design/design.ts";
import { grantActions } from "../../kms/grant-vocabulary.ts";
import type { Path } from "../../problem/problem.ts";
import { synthesizeKeyPolicy } from "../../synth/synthesize.ts";
import { flagsOf } from "../../synth/flags.ts";
import type { Expression } from "./expression.ts";
import { call, create, list, marked, typeIn } from "./expressions.ts";
import type { Place } from "./place.ts";
import {
  accountStatementCode,
  allowCode,
  statementCode,
} from "./statement-code.ts";
import { rawCode } from "./text.ts";
import { optional } from "./values.ts";

/** The policy that a key is created with; undefined where that is the CDK's own. */
export function keyPolicyCode(
  key: DefinedKey,
  path: Path,
  place: Place,
): Expression | undefined {
  const { mode, minimize } = key.policy;
  if (mode === "replace")
    return documentCode(minimize, ownStatements(key, path, place));
  if (minimize === undefined) return undefined;
  return documentCode(
    minimize,
    addsOwnStatement(place) ? [] : [accountStatementCode()],
  );
}

/** Whether the CDK adds its own statement to a policy that it is given: v1 does without the flag. */
function addsOwnStatement({ design }: Place): boolean {
  return !flagsOf(design.cdk)["@aws-cdk/aws-kms:defaultKeyPolicies"];
}

/** The policy of a replica: the CDK has no construct that would add to it. */
export function replicaPolicyCode(
  key: ReplicaKey,
  path: Path,
  place: Place,
): Expression {
  return (
    jsonPolicy(key, path, place) ??
    documentCode(key.policy.minimize, wholePolicy(key, path, place))
  );
}

/** The policy as the JSON that it is in the template; undefined where the CDK's objects say it. */
function jsonPolicy(
  key: OwnedKey,
  path: Path,
  { design }: Place,
): Expression | undefined {
  if (!hasJsonPolicy(design, key)) return undefined;
  const { document } = synthesizeKeyPolicy(design, key);
  return marked([[...path, "policy"]], rawCode(document ?? {}));
}

/** The policy of an L1 key as JSON, which `Key.fromCfnKey` reads; undefined where it has no statement. */
export function l1PolicyCode(
  key: DefinedKey,
  path: Path,
  place: Place,
): Expression | undefined {
  const statements = wholePolicy(key, path, place);
  if (statements.length === 0) return undefined;
  return (
    jsonPolicy(key, path, place) ??
    call(documentCode(undefined, statements), "toJSON", [])
  );
}

function wholePolicy(
  key: OwnedKey,
  path: Path,
  place: Place,
): readonly Expression[] {
  const own = ownStatements(key, path, place);
  const administrators = key.administrators.map((id, index) => {
    const at = [...path, "administrators", index];
    return marked([at], allowCode(place.principal(id, at), grantActions.admin));
  });
  const account = marked([[...path, "policy", "mode"]], accountStatementCode());
  return key.policy.mode === "replace"
    ? [...own, ...administrators]
    : [account, ...administrators, ...own];
}

function documentCode(
  minimize: boolean | undefined,
  statements: readonly Expression[],
): Expression {
  return create(
    typeIn("iam", "PolicyDocument"),
    [],
    [
      ["minimize", optional(minimize)],
      ["statements", statements.length === 0 ? undefined : list(statements)],
    ],
  );
}

function ownStatements(
  key: OwnedKey,
  path: Path,
  place: Place,
): readonly Expression[] {
  return key.policy.statements.flatMap((statement, index) =>
    isDisabled(statement)
      ? []
      : [
          statementCode(
            statement,
            [...path, "policy", "statements", index],
            place,
          ),
        ],
  );
}
