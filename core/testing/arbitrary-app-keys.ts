import fc from "fast-check";

import type {
  DefinedKey,
  Grant,
  Key,
  KeyPolicy,
  Principal,
  ReplicaKey,
  Stack,
  Statement,
} from "../design/design.ts";
import type { CdkLine } from "../design/feature-flags.ts";
import { grants, named, statement } from "./arbitrary-app-permissions.ts";
import { definedKey } from "./arbitrary-key.ts";
import { without } from "./fitted-app.ts";

/** Up to five keys of any kind, and in v2 perhaps a replica of the first. */
export function keys(
  homes: readonly Stack[],
  people: readonly Principal[],
  line: CdkLine,
): fc.Arbitrary<readonly Key[]> {
  const ids = ["Key", "Second", "Third", "Fourth", "Fifth"] as const;
  const home = fc.constantFrom(...homes.slice(0, 1), ...homes);
  const one = home.chain((stack) => anyKey(stack, people));
  const last = homes.at(-1) ?? { id: "" };
  return fc
    .record(
      {
        all: fc.array(one, { minLength: 1, maxLength: ids.length }),
        copy: replica(last),
      },
      { requiredKeys: ["all"] },
    )
    .map(({ all, copy }) => {
      const renamed = all.map((key, index) => ({
        ...key,
        id: ids[index] ?? key.id,
      }));
      const [first] = renamed;
      return line === "v2" && copy !== undefined && first?.kind === "defined"
        ? [...renamed, copy]
        : renamed;
    });
}

function anyKey(home: Stack, people: readonly Principal[]): fc.Arbitrary<Key> {
  const common = { stack: fc.constant(home.id), aliases: aliasNames() };
  return fc.oneof(
    { weight: 6, arbitrary: ownKey(home, people) },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("imported" as const),
        ...common,
        arn: fc.constantFrom(
          "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012",
          "arn:aws:kms:eu-west-1:444455556666:key/mrk-1234",
        ),
        grants: grants(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("imported-alias" as const),
        ...common,
        aliases: fc.constant([]),
        alias: fc.constantFrom("alias/aws/s3", "alias/mine", "mine"),
        grants: grants(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        id: fc.constant("K"),
        kind: fc.constant("looked-up" as const),
        ...common,
        alias: fc.constantFrom("alias/found", "alias/other"),
        keyId: fc.constant("8a1b2c3d-aaaa-bbbb-cccc-0123456789ab"),
        grants: grants(),
      }),
    },
  );
}

/** A replica of the key `Key`. */
function replica(home: { readonly id: string }): fc.Arbitrary<ReplicaKey> {
  return fc.record(
    {
      id: fc.constant("R"),
      kind: fc.constant("replica" as const),
      stack: fc.constant(home.id),
      primary: fc.constant("Key"),
      description: fc.constant("A replica"),
      enabled: fc.boolean(),
      pendingWindowInDays: fc.integer({ min: 7, max: 30 }),
      removalPolicy: fc.constantFrom("retain" as const, "destroy" as const),
      aliases: fc.constantFrom([], ["alias/replica"], ["alias/r1", "alias/r2"]),
      tags: fc.constantFrom([], [{ key: "team", value: "security" }]),
      administrators: fc.constantFrom([], ["Arn"], ["Root"]),
      policy: fc.record({
        mode: fc.constantFrom("amend" as const, "replace" as const),
        statements: fc.array(statement(), { minLength: 1, maxLength: 2 }),
      }),
    },
    {
      requiredKeys: [
        "id",
        "kind",
        "stack",
        "primary",
        "aliases",
        "tags",
        "administrators",
        "policy",
      ],
    },
  );
}

/** A key with settings as in the designs of one stack, and who may use it. */
function ownKey(home: Stack, people: readonly Principal[]): fc.Arbitrary<Key> {
  return fc
    .record(
      {
        base: definedKey(people, home, true),
        administrators: fc.array(fc.constantFrom(...named), { maxLength: 2 }),
        statements: fc.array(statement(), { maxLength: 3 }),
        mode: fc.constantFrom(
          "amend" as const,
          "amend" as const,
          "replace" as const,
        ),
        grants: grants(),
        trustAccountIdentities: fc.boolean(),
        logicalId: fc.constant("Kept"),
        policyId: fc.constant("key-policy"),
        metadata: fc.constantFrom(
          { note: "kept" },
          { cfn_nag: { rules_to_suppress: [{ id: "F1", reason: "why" }] } },
        ),
        aliasRemovalPolicy: fc.constantFrom(
          "retain" as const,
          "destroy" as const,
        ),
        aliases: aliasNames(),
        isPlain: fc.boolean(),
        isL1: fc.nat({ max: 4 }).map((one) => one === 0),
      },
      {
        requiredKeys: [
          "base",
          "administrators",
          "statements",
          "mode",
          "grants",
          "aliases",
          "isPlain",
          "isL1",
        ],
      },
    )
    .map(wished);
}

interface Wish extends Pick<
  DefinedKey,
  | "administrators"
  | "aliases"
  | "trustAccountIdentities"
  | "logicalId"
  | "metadata"
  | "aliasRemovalPolicy"
> {
  readonly base: DefinedKey;
  readonly statements: readonly Statement[];
  readonly mode: KeyPolicy["mode"];
  readonly grants: readonly Grant[];
  readonly policyId?: string;
  readonly isPlain: boolean;
  readonly isL1: boolean;
}

function wished(wish: Wish): DefinedKey {
  const { base, logicalId, trustAccountIdentities, policyId } = wish;
  const { metadata, aliasRemovalPolicy } = wish;
  return {
    ...(wish.isPlain ? without(base, ["keySpec", "keyUsage"]) : base),
    ...(wish.isL1 && { construct: "CfnKey" as const }),
    tags: base.tags.filter(({ key }) => /^[\w ]+$/.test(key)),
    aliases: wish.aliases,
    administrators: wish.administrators,
    policy: {
      mode: wish.mode,
      ...(policyId !== undefined && { id: policyId }),
      statements: wish.statements,
    },
    grants: wish.grants,
    ...(trustAccountIdentities !== undefined && { trustAccountIdentities }),
    ...(logicalId !== undefined && { logicalId }),
    ...(metadata !== undefined && { metadata }),
    ...(aliasRemovalPolicy !== undefined && { aliasRemovalPolicy }),
  };
}

function aliasNames(): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(fc.constantFrom("alias/a", "b", "alias/c/d", "e-f"), {
    maxLength: 2,
  });
}
