import type { Key, ReplicaKey } from "../../design/design.ts";
import { isL1 } from "../../design/key-parts.ts";
import { memberWithId } from "../../design/members.ts";
import type { Path } from "../../problem/problem.ts";
import { replicaAliasId } from "../../synth/build-alias.ts";
import { addPolicyId } from "./escape-hatch.ts";
import {
  call,
  create,
  literal,
  member,
  self,
  staticCall,
  typeIn,
  variable,
} from "./expressions.ts";
import { replicaPolicyCode } from "./key-policy-code.ts";
import type { Expression } from "./expression.ts";
import { addMetadata } from "./metadata-code.ts";
import type { Place } from "./place.ts";
import {
  cfnTags,
  optional,
  optionalText,
  removal,
  scopeAndId,
} from "./values.ts";

/** Creates a replica. The CDK has no construct for it but the L1. */
export function addReplica(key: ReplicaKey, path: Path, place: Place): void {
  const at = (...rest: Path): Path => [...path, ...rest];
  place.hold(
    place.variables.key(key),
    create(typeIn("kms", "CfnReplicaKey"), scopeAndId(key, path), [
      ["primaryKeyArn", arnOfKey(key.primary, place), at("primary")],
      ["keyPolicy", replicaPolicyCode(key, path, place), at("policy")],
      ["description", optionalText(key.description, place), at("description")],
      ["enabled", optional(key.enabled), at("enabled")],
      [
        "pendingWindowInDays",
        optional(key.pendingWindowInDays),
        at("pendingWindowInDays"),
      ],
      ["tags", cfnTags(key.tags, path, place), at("tags")],
    ]),
    [path],
  );
  const replica = place.key(key.id);
  const policy = removal(key.removalPolicy);
  if (policy !== undefined)
    place.do(call(replica, "applyRemovalPolicy", [policy]), [
      at("removalPolicy"),
    ]);
  addPolicyId(key, path, place);
  const { logicalId } = key;
  if (logicalId !== undefined)
    place.do(call(replica, "overrideLogicalId", [literal(logicalId)]), [
      at("logicalId"),
    ]);
  addMetadata({ resource: replica, key, path }, place);
}

/** The ARN of a primary key, of the L1 construct where there is one. */
function arnOfKey(id: string, place: Place): Expression {
  const key = memberWithId(place.design.keys, id);
  if (key === undefined || !isL1(key))
    return member(place.keyInterface(id), "keyArn");
  place.key(id);
  return member(variable(place.variables.cfnKey(key)), "attrArn");
}

/** An alias of a replica is an L1 construct like the replica. */
export function replicaAliasCode(
  key: ReplicaKey,
  index: number,
  place: Place,
): Expression {
  return create(
    typeIn("kms", "CfnAlias"),
    [self, literal(replicaAliasId(key.id, index))],
    [
      ["aliasName", place.text(key.aliases[index] ?? "")],
      ["targetKeyId", member(place.key(key.id), "ref")],
    ],
  );
}

/**
 * Refers to a key by its ARN, as its L1 construct is no `IKey`.
 * The construct writes nothing into the template, so its id only has to be free.
 */
export function addL1AsKey(key: Key, place: Place): void {
  place.hold(
    place.variables.l1AsKey(key, place.stack.id),
    staticCall(typeIn("kms", "Key"), "fromKeyArn", [
      self,
      literal(freeId(`${key.id}Key`, place)),
      member(place.key(key.id), "attrArn"),
    ]),
    [],
  );
}

function freeId(wish: string, { design, stack }: Place): string {
  const taken = new Set(
    [
      ...design.keys,
      ...design.principals,
      ...(design.aliases ?? []),
      ...(design.consumers ?? []),
      ...(stack.parameters ?? []),
      ...(stack.outputs ?? []),
    ].map(({ id }) => id),
  );
  let id = wish;
  for (let number = 2; taken.has(id); number++) id = `${wish}${number}`;
  return id;
}
