import type { Key, Output, OutputValue } from "../../design/design.ts";
import { hasJsonPolicy } from "../../design/as-written.ts";
import { memberWithId } from "../../design/members.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import {
  call,
  constant,
  create,
  literal,
  member,
  self,
  staticCall,
  typeIn,
  variable,
  withProperties,
} from "./expressions.ts";
import type { Place } from "./place.ts";
import { optionalText, scopeAndId } from "./values.ts";

/** Creates an output of the stack. */
export function addOutput(output: Output, path: Path, place: Place): void {
  const { value, exportName, description } = output;
  place.do(
    create(typeIn("cdk", "CfnOutput"), scopeAndId(output, path), [
      ["value", valueCode(value, place), [...path, "value"]],
      ["exportName", optionalText(exportName, place), [...path, "exportName"]],
      [
        "description",
        optionalText(description, place),
        [...path, "description"],
      ],
    ]),
    [path],
  );
}

function valueCode(value: OutputValue, place: Place): Expression {
  if ("text" in value) return place.text(value.text);
  const { design, variables } = place;
  if ("key" in value) {
    const key = memberWithId(design.keys, value.key);
    // INVARIANT: a parsed design names only keys it has.
    if (key === undefined) throw new Error(`no key ${value.key}`);
    return attributeOfKey(key, value.attribute, place);
  }
  const alias = memberWithId(design.aliases ?? [], value.alias);
  // INVARIANT: a parsed design names only aliases it has.
  if (alias === undefined) throw new Error(`no alias ${value.alias}`);
  const held = variable(variables.alias(alias));
  if (value.attribute === "name") return member(held, "aliasName");
  return alias.construct === undefined
    ? member(held, "keyArn")
    : l1AliasArn(held, alias, place);
}

function attributeOfKey(
  key: Key,
  attribute: "arn" | "id" | "alias-name" | "alias-arn",
  place: Place,
): Expression {
  const isKnownAsL1 =
    key.kind === "replica" || hasJsonPolicy(place.design, key);
  switch (attribute) {
    case "arn":
      return member(place.key(key.id), isKnownAsL1 ? "attrArn" : "keyArn");
    case "id":
      return member(place.key(key.id), isKnownAsL1 ? "ref" : "keyId");
    case "alias-name":
      return member(firstAlias(key, place), "aliasName");
    case "alias-arn":
      return key.kind === "replica"
        ? l1AliasArn(firstAlias(key, place), key, place)
        : member(firstAlias(key, place), "keyArn");
  }
}

/** The alias by which a key is known, or the first that a stack adds to it. */
function firstAlias(key: Key, place: Place): Expression {
  return key.kind === "imported-alias"
    ? place.key(key.id)
    : variable(place.variables.aliasOfKey(key, 0));
}

/** The L1 construct of an alias knows its name only. */
function l1AliasArn(
  alias: Expression,
  of: { readonly stack: string },
  { stack }: Place,
): Expression {
  const home =
    of.stack === stack.id
      ? self
      : staticCall(typeIn("cdk", "Stack"), "of", [alias]);
  return withProperties(call(home, "formatArn"), [
    ["service", literal("kms")],
    ["resource", member(alias, "aliasName")],
    ["arnFormat", constant(typeIn("cdk", "ArnFormat"), "NO_RESOURCE_NAME")],
  ]);
}
