import type { DefinedKey, OwnedKey, ReplicaKey } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { CreatedKey } from "./created-key.ts";
import { accountStatement } from "./default-statements.ts";
import type { Place } from "./default-statements.ts";
import { granteeOf } from "./grantee.ts";
import type { KeyNode } from "./key-node.ts";
import { ownStatements } from "./own-statement.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { policyStatement } from "./policy-statement.ts";
import { KeyElement } from "./synth-key.ts";
import { replicaElement } from "./synth-replica.ts";

/** A replica: the CDK has no other construct for it. */
export function buildReplica(
  key: ReplicaKey,
  place: Place,
  primary: KeyNode,
): KeyNode {
  const { path, around } = place;
  const { assembly, home } = around;
  const scope = home.root.child(key.id, path);
  const logicalId = key.logicalId ?? home.logicalId(scope.path);
  const statements = wholePolicy(key, place);
  scope.element = replicaElement(key, {
    logicalId,
    path,
    assembly,
    statements,
    primaryArn: primary.arn(),
  });
  const parts = { key, scope, logicalId, statements };
  return new CreatedKey(place, { ...parts, trustsAccount: true });
}

/** A key by its L1 construct. Aliases stand below what `Key.fromCfnKey` makes of it, and grants are in both policies. */
export function buildL1(key: DefinedKey, place: Place): KeyNode {
  const { path, around } = place;
  const { assembly, home } = around;
  const own = home.root.child(key.id, path);
  const logicalId = key.logicalId ?? home.logicalId(own.path);
  const statements = wholePolicy(key, place);
  own.element = new KeyElement(key, { logicalId, path, assembly, statements });
  const scope = own.child("@FromCfnKey");
  const parts = { key, scope, logicalId, statements };
  return new CreatedKey(place, { ...parts, trustsAccount: false });
}

/** The default statement, administrators, and the person's own, in one document. */
function wholePolicy(key: OwnedKey, place: Place): PolicyStatement[] {
  const { path, around } = place;
  const own = ownStatements(key, place);
  const administrators = key.administrators.map((id, index) =>
    policyStatement({
      actions: grantActions.admin,
      principals: [granteeOf(id, around).principal],
      resources: ["*"],
      origins: [[...path, "administrators", index]],
    }),
  );
  return key.policy.mode === "replace"
    ? [...own, ...administrators]
    : [accountStatement(["kms:*"], path, around), ...administrators, ...own];
}
