import type {
  DefinedKey,
  ImportedAlias,
  ImportedKey,
  Key,
  LookedUpKey,
} from "../design/design.ts";
import { isL1 } from "../design/key-parts.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { applyGrant } from "./apply-grant.ts";
import { arnParts } from "./arn-parts.ts";
import { CreatedKey } from "./created-key.ts";
import type { Place } from "./default-statements.ts";
import { buildL1, buildReplica } from "./build-l1-key.ts";
import { initialStatements, trustsAccount } from "./default-statements.ts";
import { granteeOf } from "./grantee.ts";
import type { Surroundings } from "./grantee.ts";
import type { KeyNode } from "./key-node.ts";
import { dummyKeyId } from "./look-up.ts";
import { ownStatements } from "./own-statement.ts";
import { stackPartition } from "./partition.ts";
import { KeyElement } from "./synth-key.ts";

/** Puts a key into its stack, or what stands for a key that exists. */
export function buildKey(
  key: Key,
  place: Place,
  keyOf: (id: string) => KeyNode,
): KeyNode {
  switch (key.kind) {
    case "defined":
      return isL1(key) ? buildL1(key, place) : buildDefined(key, place);
    case "replica":
      return buildReplica(key, place, keyOf(key.primary));
    case "imported":
      return buildImported(key, place);
    case "looked-up":
      return buildLookedUp(key, place);
    case "imported-alias":
      return buildImportedAlias(key, place);
  }
}

function buildDefined(key: DefinedKey, place: Place): KeyNode {
  const { path, around } = place;
  const { assembly, home } = around;
  const scope = home.root.child(key.id, path);
  const resource = scope.child("Resource");
  const logicalId = key.logicalId ?? home.logicalId(resource.path);
  const statements = initialStatements(
    key,
    key.policy.mode === "replace" ? ownStatements(key, place) : [],
    place,
  );
  resource.element = new KeyElement(key, {
    logicalId,
    path,
    assembly,
    statements,
  });
  const node = new CreatedKey(place, {
    key,
    scope,
    logicalId,
    statements,
    trustsAccount: trustsAccount(key, assembly.flags),
  });
  applyAdministrators(key, node, place);
  return node;
}

/** Grants administration to those who have it from the creation of the key. */
function applyAdministrators(
  { administrators }: DefinedKey,
  node: KeyNode,
  { path, around }: Place,
): void {
  for (const [index, id] of administrators.entries())
    applyGrant({
      actions: grantActions.admin,
      node,
      grantee: granteeOf(id, around),
      path: [...path, "administrators", index],
      around,
    });
}

/** A key that exists, which only its ARN is known of. */
function referred(
  key: Key,
  { path, around: { home } }: Place,
  known: Pick<KeyNode, "arn" | "id"> & Partial<KeyNode>,
): KeyNode {
  return {
    key,
    path,
    home,
    scope: home.root.child(key.id, path),
    account: home.account,
    region: home.region,
    statements: undefined,
    trustsAccount: true,
    aliases: [],
    ...known,
  };
}

function buildImported(key: ImportedKey, place: Place): KeyNode {
  const { around } = place;
  const arn = around.assembly.text(key.arn);
  const parts = arnParts(arn, around.assembly);
  return referred(key, place, {
    arn: () => arn,
    id: () => parts?.resourceName ?? "",
    ...(parts !== undefined &&
      !around.assembly.isV1 && {
        account: parts.account,
        region: parts.region,
      }),
  });
}

function buildLookedUp(key: LookedUpKey, place: Place): KeyNode {
  const id = key.keyId ?? dummyKeyId;
  return referred(key, place, {
    arn: () => arnOf(`key/${id}`, place.around),
    id: () => id,
  });
}

function buildImportedAlias(key: ImportedAlias, place: Place): KeyNode {
  const { around } = place;
  const name = around.assembly.text(key.alias);
  return referred(key, place, {
    arn: () => arnOf(name, around),
    id: () => name,
    aliases: [{ home: around.home, name: () => name }],
  });
}

function arnOf(resource: string, { assembly, home }: Surroundings): string {
  const partition = stackPartition(home, assembly.flags);
  return `arn:${partition}:kms:${home.region}:${home.account}:${resource}`;
}
