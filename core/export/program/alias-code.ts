import type { SeparateAlias } from "../../design/design.ts";
import type { Path } from "../../problem/problem.ts";
import { create, typeIn } from "./expressions.ts";
import type { Place } from "./place.ts";
import { removal, scopeAndId } from "./values.ts";

/** Creates an alias that is a construct of its own. */
export function addAlias(alias: SeparateAlias, path: Path, place: Place): void {
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
