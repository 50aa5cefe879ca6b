import type {
  ImportedAlias,
  LookedUpKey,
  ReferredKey,
} from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression } from "./expression.ts";
import { marked, staticCall, typeIn, withProperties } from "./expressions.ts";
import type { Place } from "./place.ts";
import { optional, scopeAndId } from "./values.ts";

/** Refers to a key that exists. */
export function addReferredKey(
  key: ReferredKey,
  path: Path,
  place: Place,
): void {
  place.hold(place.variables.key(key), referring(key, path, place), [path]);
}

function referring(key: ReferredKey, path: Path, place: Place): Expression {
  switch (key.kind) {
    case "imported":
      return staticCall(typeIn("kms", "Key"), "fromKeyArn", [
        ...scopeAndId(key, path),
        marked([[...path, "arn"]], place.text(key.arn)),
      ]);
    case "imported-alias":
      return importedAlias(key, path, place);
    case "looked-up":
      return lookedUp(key, path, place);
  }
}

function importedAlias(
  key: ImportedAlias,
  path: Path,
  place: Place,
): Expression {
  const alias = typeIn("kms", "Alias");
  const name = place.text(key.alias);
  const at = [...path, "alias"];
  const first = scopeAndId(key, path);
  if (key.target === undefined)
    return staticCall(alias, "fromAliasName", [...first, marked([at], name)]);
  return withProperties(staticCall(alias, "fromAliasAttributes", first), [
    ["aliasName", name, at],
    ["aliasTargetKey", place.keyInterface(key.target), [...path, "target"]],
  ]);
}

function lookedUp(key: LookedUpKey, path: Path, place: Place): Expression {
  return withProperties(
    staticCall(typeIn("kms", "Key"), "fromLookup", scopeAndId(key, path)),
    [
      ["aliasName", place.text(key.alias), [...path, "alias"]],
      [
        "returnDummyKeyOnMissing",
        optional(key.dummyWhenMissing),
        [...path, "dummyWhenMissing"],
      ],
    ],
  );
}
