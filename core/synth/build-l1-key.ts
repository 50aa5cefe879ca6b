import type { DefinedKey, OwnedKey, ReplicaKey } from "../design/design.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import type { Scope } from "./construct-tree.ts";
import { accountStatement } from "./default-statements.ts";
import type { Place } from "./default-statements.ts";
import { granteeOf } from "./grantee.ts";
import type { KeyNode } from "./key-node.ts";
import { ownStatements } from "./own-statement.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { policyStatement } from "./policy-statement.ts";
import { keyElement } from "./synth-key.ts";
import { replicaElement } from "./synth-replica.ts";

/** A replica: the CDK has no other construct for it. */
export function buildReplica(
  key: ReplicaKey,
  place: Place,
  primary: KeyNode,
): KeyNode {
  const parts = partsOf(key, place, undefined);
  const { scope, statements, logicalId } = parts;
  scope.element = replicaElement(key, {
    logicalId,
    path: place.path,
    assembly: place.around.assembly,
    statements,
    primaryArn: primary.arn(),
  });
  return nodeOf(key, place, { ...parts, trustsAccount: true });
}

/** A key by its L1 construct. Aliases stand below what `Key.fromCfnKey` makes of it, and grants are in both policies. */
export function buildL1(key: DefinedKey, place: Place): KeyNode {
  const parts = partsOf(key, place, key.logicalId);
  const { scope, statements, logicalId } = parts;
  const { path, around } = place;
  scope.element = keyElement(key, {
    logicalId,
    path,
    assembly: around.assembly,
    statements,
  });
  const wrapper = scope.child("@FromCfnKey");
  return nodeOf(key, place, { ...parts, scope: wrapper, trustsAccount: false });
}

interface Parts {
  readonly scope: Scope;
  readonly logicalId: string;
  readonly statements: PolicyStatement[];
  readonly reference: (attribute: string) => string;
}

function partsOf(
  key: OwnedKey,
  place: Place,
  givenId: string | undefined,
): Parts {
  const { path, around } = place;
  const { assembly, home } = around;
  const scope = home.root.child(key.id, path);
  const logicalId = givenId ?? home.logicalId(scope.path);
  return {
    scope,
    logicalId,
    statements: wholePolicy(key, place),
    reference: (attribute) =>
      assembly.mark({ home, path: scope.path, logicalId, attribute }),
  };
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

function nodeOf(
  key: OwnedKey,
  { path, around: { home } }: Place,
  {
    scope,
    statements,
    reference,
    trustsAccount,
  }: Parts & Pick<KeyNode, "trustsAccount">,
): KeyNode {
  return {
    key,
    path,
    home,
    scope,
    arn: () => reference("Arn"),
    id: () => reference("Ref"),
    account: home.account,
    region: home.region,
    statements,
    trustsAccount,
    aliases: [],
  };
}
