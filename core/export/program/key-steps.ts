import type { Grant } from "../../design/design.ts";
import { isDefined } from "../../design/design.ts";
import { isInBothPolicies, isL2 } from "../../design/key-parts.ts";
import type { KeyStep } from "../../synth/plan.ts";
import { isAliasProperty } from "./defined-key-code.ts";
import type { Expression } from "./expression.ts";
import { call, literal, staticCall, typeIn, variable } from "./expressions.ts";
import type { Place } from "./place.ts";
import { replicaAliasCode } from "./replica-code.ts";
import { statementCode } from "./statement-code.ts";
import { removal } from "./values.ts";

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

/** The first alias may be a property of a key that the stack creates, and is written with it then. */
function addAlias(step: KeyStep, place: Place): void {
  const { key, index, path } = step;
  if (isL2(key) && index === 0 && isAliasProperty(key, place)) return;
  const alias = aliasCode(step, place);
  const policy = isDefined(key) ? removal(key.aliasRemovalPolicy) : undefined;
  const isNamed = index === 0 && place.isAliasNamed(key.id);
  if (!isNamed && policy === undefined) {
    place.do(alias, [path]);
    return;
  }
  const held = place.variables.aliasOfKey(key, index);
  place.hold(held, alias, [path]);
  if (policy !== undefined)
    place.do(call(variable(held), "applyRemovalPolicy", [policy]), [path]);
}

function aliasCode({ key, index }: KeyStep, place: Place): Expression {
  return key.kind === "replica"
    ? replicaAliasCode(key, index, place)
    : call(place.key(key.id), "addAlias", [
        place.text(key.aliases[index] ?? ""),
      ]);
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
  const values = permission === "actions" ? actions.map(place.text) : [];
  place.do(
    isInBothPolicies(key, grant)
      ? call(grantsInBoth(target), permission, [principal, ...values])
      : call(target, grantMethod(permission), [principal, ...values]),
    [path],
  );
}

/** Grants of a key that is taken not to trust the account, so that they are in both policies. */
function grantsInBoth(key: Expression): Expression {
  return staticCall(typeIn("kms", "KeyGrants"), "fromKey", [
    key,
    literal(false),
  ]);
}

/** The method of the CDK's key that gives a permission. */
function grantMethod(permission: Grant["permission"]): string {
  if (permission === "actions") return "grant";
  return `grant${permission.charAt(0).toUpperCase()}${permission.slice(1)}`;
}
