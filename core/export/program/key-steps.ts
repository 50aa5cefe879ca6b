import type { GrantName } from "../../kms/grant-vocabulary.ts";
import type { KeyStep } from "../../synth/plan.ts";
import { call } from "./expressions.ts";
import type { Place } from "./place.ts";
import { replicaAliasCode } from "./replica-code.ts";
import { statementCode } from "./statement-code.ts";

/** A call on a key after it was created. */
export function addKeyStep(step: KeyStep, place: Place): void {
  switch (step.kind) {
    case "key-alias":
      addAlias(step, place);
      return;
    case "statement":
      addStatement(step, place);
      return;
    case "grant":
      addGrant(step, place);
      return;
  }
}

/** The first alias is a property of a key that the stack creates, unless something names the alias. */
function addAlias({ key, index, path }: KeyStep, place: Place): void {
  const isNamed = index === 0 && place.isAliasNamed(key.id);
  if (key.kind === "defined" && index === 0 && !isNamed) return;
  const code =
    key.kind === "replica"
      ? replicaAliasCode(key, index, place)
      : call(place.key(key.id), "addAlias", [
          place.text(key.aliases[index] ?? ""),
        ]);
  if (isNamed) place.hold(place.variables.aliasOfKey(key), code, [path]);
  else place.do(code, [path]);
}

function addStatement({ key, index, path }: KeyStep, place: Place): void {
  const statement =
    key.kind === "defined" ? key.policy.statements[index] : undefined;
  if (statement === undefined) return;
  place.do(
    call(place.key(key.id), "addToResourcePolicy", [
      statementCode(statement, path, place),
    ]),
    [path],
  );
}

function addGrant({ key, index, path }: KeyStep, place: Place): void {
  const grant = "grants" in key ? key.grants?.[index] : undefined;
  if (grant === undefined) return;
  const { permission, actions = [], principal: id } = grant;
  const principal = place.principal(id, [...path, "principal"]);
  const target = place.key(key.id);
  const isNamed = permission !== "actions";
  place.do(
    isNamed
      ? call(target, grantMethod(permission), [principal])
      : call(target, "grant", [principal, ...actions.map(place.text)]),
    [path],
  );
}

/** The method of the CDK's key that gives a permission. */
function grantMethod(permission: GrantName): string {
  return `grant${permission.charAt(0).toUpperCase()}${permission.slice(1)}`;
}
