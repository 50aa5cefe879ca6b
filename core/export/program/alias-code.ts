import { hasJsonPolicy } from "../../design/as-written.ts";
import type { SeparateAlias } from "../../design/design.ts";
import { isL1 } from "../../design/key-parts.ts";
import { memberWithId } from "../../design/members.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  call,
  create,
  literal,
  member,
  typeIn,
  variable,
} from "./expressions.ts";
import { l1AliasReason } from "./l1-reason.ts";
import { addOverrides } from "./override-code.ts";
import type { Place } from "./place.ts";
import { removal, scopeAndId } from "./values.ts";

/** Creates an alias that is a construct of its own. */
export function addAlias(alias: SeparateAlias, path: Path, place: Place): void {
  const held = place.variables.alias(alias);
  const reason = l1AliasReason(place.stack, alias);
  if (reason !== undefined) place.say(reason);
  if (alias.construct === undefined) addL2Alias(alias, path, place);
  else addL1Alias(alias, path, place);
  const { logicalId, overrides } = alias;
  if (logicalId === undefined && overrides === undefined) return;
  const l1 =
    alias.construct === undefined ? holdCfnAlias(alias, place) : variable(held);
  if (logicalId !== undefined)
    place.do(call(l1, "overrideLogicalId", [literal(logicalId)]), [
      [...path, "logicalId"],
    ]);
  addOverrides(l1, { overrides, path }, place);
}

/** The L1 construct inside an alias. */
function holdCfnAlias(alias: SeparateAlias, place: Place): Expression {
  const { variables } = place;
  const inner = variables.cfnAlias(alias);
  const value = member(
    member(variable(variables.alias(alias)), "node"),
    "defaultChild",
  );
  place.hold(inner, { kind: "cast", value, type: inner.type }, []);
  return variable(inner);
}

function addL2Alias(alias: SeparateAlias, path: Path, place: Place): void {
  const at = (of: keyof SeparateAlias) => [...path, of];
  place.hold(
    place.variables.alias(alias),
    create(typeIn("kms", "Alias"), scopeAndId(alias, path), [
      ["aliasName", place.text(alias.name), at("name")],
      ["targetKey", place.keyInterface(alias.key), at("key")],
      ["removalPolicy", removal(alias.removalPolicy), at("removalPolicy")],
    ]),
    [path],
  );
}

function addL1Alias(alias: SeparateAlias, path: Path, place: Place): void {
  const held = place.variables.alias(alias);
  place.hold(
    held,
    create(typeIn("kms", "CfnAlias"), scopeAndId(alias, path), [
      ["aliasName", place.text(alias.name), [...path, "name"]],
      ["targetKeyId", idOfKey(alias.key, place), [...path, "key"]],
    ]),
    [path],
  );
  const policy = removal(alias.removalPolicy);
  if (policy !== undefined)
    place.do(call(variable(held), "applyRemovalPolicy", [policy]), [
      [...path, "removalPolicy"],
    ]);
}

/** The id of a key: what `Ref` gives of an L1 construct. */
function idOfKey(id: string, place: Place): Expression {
  const key = memberWithId(place.design.keys, id);
  const held = place.key(id);
  if (key === undefined || key.kind === "replica") return member(held, "ref");
  if (!isL1(key)) return member(held, "keyId");
  return hasJsonPolicy(place.design, key)
    ? member(held, "ref")
    : member(variable(place.variables.cfnKey(key)), "ref");
}
