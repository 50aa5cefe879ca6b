import type { Result } from "../problem/problem.ts";
import { ok } from "../problem/problem.ts";
import { applyToAccess } from "./apply-to-access.ts";
import { addAlias, editAlias, removeAlias } from "./apply-to-aliases.ts";
import {
  addConsumer,
  editConsumer,
  removeConsumer,
} from "./apply-to-consumers.ts";
import { addKey, editKey, removeKey, replaceKey } from "./apply-to-keys.ts";
import {
  addPrincipal,
  removePrincipal,
  replacePrincipal,
} from "./apply-to-principals.ts";
import {
  addStack,
  editStack,
  removeStack,
  renameParameterOf,
} from "./apply-to-stacks.ts";
import type {
  AccessChange,
  AliasChange,
  ConsumerChange,
  DesignChange,
  KeyChange,
  PrincipalChange,
} from "./change.ts";
import type { Design } from "./design.ts";
import { patched } from "./patch.ts";

/**
 * The design after a change.
 *
 * Fails when the change names something that is not there, takes an id that is taken, sets what a key of its kind
 * does not have, or leaves a name that leads nowhere; the design is then as it was.
 * Whether the new values make sense is for `checkDesign` to say.
 */
export function applyChange(
  design: Design,
  change: DesignChange,
): Result<Design> {
  switch (change.type) {
    case "edit-design":
      return ok(patched(design, change.patch));
    case "add-stack":
      return addStack(design, change);
    case "remove-stack":
      return removeStack(design, change.stack);
    case "edit-stack":
      return editStack(design, change);
    case "rename-parameter":
      return renameParameterOf(design, change);
    case "batch":
      return applyAll(design, change.changes);
    default:
      return applyToPart(design, change);
  }
}

function applyToPart(
  design: Design,
  change:
    PrincipalChange | KeyChange | AliasChange | ConsumerChange | AccessChange,
): Result<Design> {
  switch (change.type) {
    case "add-principal":
      return addPrincipal(design, change);
    case "remove-principal":
      return removePrincipal(design, change.principal);
    case "replace-principal":
      return replacePrincipal(design, change);
    case "add-key":
      return addKey(design, change);
    case "remove-key":
      return removeKey(design, change.key);
    case "edit-key":
      return editKey(design, change);
    case "replace-key":
      return replaceKey(design, change);
    default:
      return applyToUser(design, change);
  }
}

/** An alias or a consumer, something that uses a key; or what the design says of access. */
function applyToUser(
  design: Design,
  change: AliasChange | ConsumerChange | AccessChange,
): Result<Design> {
  switch (change.type) {
    case "add-alias":
      return addAlias(design, change);
    case "remove-alias":
      return removeAlias(design, change);
    case "edit-alias":
      return editAlias(design, change);
    case "add-consumer":
      return addConsumer(design, change);
    case "remove-consumer":
      return removeConsumer(design, change);
    case "edit-consumer":
      return editConsumer(design, change);
    default:
      return applyToAccess(design, change);
  }
}

function applyAll(
  design: Design,
  changes: readonly DesignChange[],
): Result<Design> {
  let result = ok(design);
  for (const change of changes) {
    if (!result.ok) return result;
    result = applyChange(result.value, change);
  }
  return result;
}
