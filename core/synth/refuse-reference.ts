import { isDisabled } from "../design/design.ts";
import type {
  DefinedKey,
  Design,
  Grant,
  Key,
  LookedUpKey,
  OwnedKey,
  Principal,
  ReplicaKey,
  Stack,
} from "../design/design.ts";
import { isL1, isL2, isUsed } from "../design/key-parts.ts";
import { memberWithId } from "../design/members.ts";
import { actionForm } from "../policy/action-form.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { arnParts } from "./arn-parts.ts";
import { refusal } from "./refusal.ts";
import { isUnresolved } from "./resolve-text.ts";
import { hasParameter } from "./parameters.ts";
import { builtDesign } from "./synthesize.ts";

/** Keys that exist and are named in a way the CDK does not take, and grants without actions. */
export function referenceRefusals(
  design: Design,
  key: Key,
  path: Path,
): readonly Problem[] {
  return [
    ...formRefusals(design, key, path),
    ...("grants" in key ? (key.grants ?? []) : []).flatMap((grant, index) =>
      grantRefusals(grant, [...path, "grants", index]),
    ),
    ...adminGrantRefusals(key, path),
  ];
}

function formRefusals(
  design: Design,
  key: Key,
  path: Path,
): readonly Problem[] {
  switch (key.kind) {
    case "imported":
      return arnRefusals(design, key.arn, path);
    case "imported-alias":
      return key.target === undefined && key.aliases.length > 0
        ? [
            refusal("alias/of-imported-alias", [...path, "aliases", 0], {
              message: "a key known by an alias only cannot get another alias",
              help: "name the key behind the alias, or import the key by its ARN",
            }),
          ]
        : [];
    case "looked-up":
      return lookUpRefusals(design, key, path);
    case "replica":
      return replicaRefusals(key, path);
    case "defined":
      return isL1(key) ? l1Refusals(design, key, path) : [];
  }
}

/** What `Key.fromCfnKey` refuses, and what it does not have. */
function l1Refusals(
  design: Design,
  key: DefinedKey,
  path: Path,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (key.trustAccountIdentities !== undefined)
    problems.push(
      refusal("l1-key/trust", [...path, "trustAccountIdentities"], {
        message:
          "an L1 key cannot say that it trusts the account's IAM policies",
        help: "let its policy say so, or choose the construct `Key`",
      }),
    );
  if (hasNoStatements(key) && (isV1(design) || isUsed(design, key)))
    problems.push(
      refusal("l1-key/no-policy", [...path, "policy", "statements"], {
        message: "the CDK cannot add to an L1 key that has no policy",
        help: "add a statement, or keep the default policy",
      }),
    );
  return problems;
}

function isV1({ cdk }: Design): boolean {
  return cdk.line === "v1";
}

function hasNoStatements(key: OwnedKey): boolean {
  return (
    key.policy.mode === "replace" &&
    key.administrators.length === 0 &&
    key.policy.statements.every(isDisabled)
  );
}

/** A replica must have a policy. */
function replicaRefusals(key: ReplicaKey, path: Path): readonly Problem[] {
  if (!hasNoStatements(key)) return [];
  return [
    refusal("replica/no-policy", [...path, "policy", "statements"], {
      message: "the replica has a policy of its own without a statement",
      help: "add a statement, or keep the default policy",
    }),
  ];
}

function arnRefusals(
  design: Design,
  arn: string,
  path: Path,
): readonly Problem[] {
  const { assembly } = builtDesign(design);
  if (arnParts(assembly.text(arn), assembly) !== undefined) return [];
  return [
    refusal("key/arn-form", [...path, "arn"], {
      message: `\`${arn}\` is not the ARN of a key`,
      help: "write it as arn:aws:kms:us-east-1:111122223333:key/KEY_ID",
    }),
  ];
}

function lookUpRefusals(
  design: Design,
  { alias, stack: stackId }: LookedUpKey,
  path: Path,
): readonly Problem[] {
  const stack = memberWithId(design.stacks, stackId);
  return [
    ...(isUnresolved(alias) || hasParameter(design, alias)
      ? [
          refusal("look-up/alias", [...path, "alias"], {
            message: `\`${alias}\` is known only when the stack is deployed, after the look-up`,
            help: "write the alias out",
          }),
        ]
      : []),
    ...(stack === undefined || isConcrete(stack)
      ? []
      : [
          refusal("look-up/environment", [...path, "stack"], {
            message: `a key is looked up in an account and Region, which stack \`${stackId}\` does not say`,
            help: "give the stack an account and a Region",
          }),
        ]),
  ];
}

function isConcrete({ account, region }: Stack): boolean {
  return account !== undefined && region !== undefined;
}

function grantRefusals(
  { permission, actions = [] }: Grant,
  path: Path,
): readonly Problem[] {
  if (permission !== "actions") return [];
  if (actions.length === 0)
    return [
      refusal("grant/no-action", [...path, "actions"], {
        message: "the grant names no action",
        help: "add an action such as `kms:DescribeKey`",
      }),
    ];
  return actions.flatMap((action, index) =>
    actionForm.test(action)
      ? []
      : [
          refusal("grant/action-form", [...path, "actions", index], {
            message: `\`${action}\` is not an action: it takes a service, a colon and a name, which may hold \`*\``,
            help: "write an action such as `kms:Decrypt`",
          }),
        ],
  );
}

/** Only the `Key` construct has a grant for administrators. */
function adminGrantRefusals(key: Key, path: Path): readonly Problem[] {
  if (isL2(key) || !("grants" in key)) return [];
  return (key.grants ?? []).flatMap(({ permission }, index) =>
    permission === "admin"
      ? [
          refusal("grant/admin", [...path, "grants", index, "permission"], {
            message: "the CDK grants administration of its own keys only",
            help: "give the actions one by one",
          }),
        ]
      : [],
  );
}

/** Principals that the CDK does not take. */
export function principalRefusals(
  principal: Principal,
  path: Path,
): readonly Problem[] {
  if (principal.kind === "organization") {
    const { organization } = principal;
    return isUnresolved(organization) ||
      /^o-[a-z0-9]{10,32}$/.test(organization)
      ? []
      : [
          refusal("principal/organization", [...path, "organization"], {
            message: `\`${organization}\` is not the id of an organization: o- and 10 to 32 small letters and digits`,
            help: "copy the id from AWS Organizations",
          }),
        ];
  }
  if (principal.kind === "composite" && principal.members.length === 0)
    return [
      refusal("principal/composite-empty", [...path, "members"], {
        message: "the composite principal has no members",
        help: "add a principal",
      }),
    ];
  return [];
}
