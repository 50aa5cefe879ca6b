import { describe, expect, test } from "vitest";
import {
  capabilities,
  keyResourceConditionKeys,
  kmsActionNames,
  kmsActions,
} from "./actions.ts";
import {
  actionsWithConditionKey,
  conditionKeysOfAction,
} from "./condition-key-actions.ts";
import {
  conditionKeyNames,
  conditionKeys,
  findConditionKey,
  globalConditionKeys,
  viaServices,
} from "./condition-keys.ts";
import {
  cdkV1Grants,
  grantActions,
  legacyRootActions,
} from "./grant-vocabulary.ts";
import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  keyUsages,
  origins,
} from "./key-specs.ts";
import { hasKey, keysOf } from "./keys-of.ts";
import { limits } from "./limits.ts";
import { prices } from "./prices.ts";
import { partitionOf, regions } from "./regions.ts";
import { scannerRules, scanners } from "./scanner-rules.ts";
import { sources, type SourceRef } from "./sources.ts";

function sorted(names: Iterable<string>): string[] {
  return [...names].toSorted();
}

interface Sourced {
  readonly source: SourceRef;
}

const sourced: Record<string, Readonly<Record<string, Sourced>>> = {
  keySpecs,
  keyUsages,
  origins,
  limits,
  kmsActions,
  conditionKeys,
  globalConditionKeys,
  viaServices,
  scanners,
  scannerRules,
  per10kRequests: prices.per10kRequests,
  prices: {
    perKeyMonth: prices.perKeyMonth,
    perReplicaMonth: prices.perReplicaMonth,
    rotationAddition: prices.rotationAddition,
    freeRequestsPerMonth: prices.freeRequestsPerMonth,
  },
};

const rows = Object.entries(sourced).flatMap(([table, content]) =>
  Object.entries(content).map(([name, row]) => ({
    row: `${table}.${name}`,
    ids: [row.source].flat(),
  })),
);

describe("sources", () => {
  test("[K11] every row names at least one source", () => {
    expect(rows.filter(({ ids }) => ids.length === 0)).toEqual([]);
  });

  test("[K11] every source id that a row names is in the table of sources", () => {
    const unknown = rows.flatMap(({ row, ids }) =>
      ids
        .filter((id) => !hasKey(sources, id))
        .map((id) => `${row}: ${String(id)}`),
    );
    expect(unknown).toEqual([]);
  });

  test("[K11] every source is named by a row or a comment", () => {
    const named = new Set(rows.flatMap(({ ids }) => ids));
    // Region names come from the partition list; their rows carry no source
    named.add("partitions");
    expect(sorted(named)).toEqual(sorted(keysOf(sources)));
  });
});

function matches(pattern: string): boolean {
  const literal = pattern.replaceAll("*", "");
  return kmsActionNames.some((name) =>
    pattern.endsWith("*") ? name.startsWith(literal) : name === literal,
  );
}

describe("actions", () => {
  test("[K12] every action and pattern in the grant vocabulary stands for actions of AWS KMS", () => {
    const patterns = [
      ...Object.values(grantActions).flat(),
      ...legacyRootActions,
    ];
    expect(patterns.filter((pattern) => !matches(pattern))).toEqual([]);
  });

  test("[K12] every capability has an action", () => {
    const used = new Set(
      kmsActionNames.map((name) => kmsActions[name].capability),
    );
    expect(sorted(used)).toEqual(sorted(keysOf(capabilities)));
  });

  test("[K12] accessLevels, when given, starts with accessLevel", () => {
    const wrong = kmsActionNames.filter((name) => {
      const { accessLevel, accessLevels } = kmsActions[name];
      return accessLevels !== undefined && accessLevels[0] !== accessLevel;
    });
    expect(wrong).toEqual([]);
  });

  test("[K12] an action without a key has no effect in a key policy", () => {
    const wrong = kmsActionNames.filter(
      (name) =>
        !kmsActions[name].resourceTypes.includes("key") &&
        kmsActions[name].effectiveInKeyPolicy,
    );
    expect(wrong).toEqual([]);
  });

  test("[K12] kms:RetireGrant has no effect in a key policy although it works on a key", () => {
    expect(kmsActions["kms:RetireGrant"].effectiveInKeyPolicy).toBe(false);
  });
});

describe("key specs", () => {
  test("[K13] symmetric keys come first, then the families in the order of a list", () => {
    expect([
      ...new Set(keySpecNames.map((name) => keySpecs[name].keyType)),
    ]).toEqual(["symmetric", "rsa", "ecc", "hmac", "ml-dsa", "ml-kem", "sm2"]);
  });

  test("[K13] an ECC key is for signing first, an RSA key for encryption", () => {
    expect(keySpecs.ECC_NIST_P256.usages[0]).toBe("SIGN_VERIFY");
    expect(keySpecs.RSA_2048.usages[0]).toBe("ENCRYPT_DECRYPT");
  });

  test("[K13] a spec has algorithms for exactly its usages", () => {
    const listed = keySpecNames.map((name) => [
      name,
      keysOf(keySpecs[name].algorithms),
    ]);
    const usages = keySpecNames.map((name) => [name, keySpecs[name].usages]);
    expect(listed).toEqual(usages);
  });

  test("[K13] rotation and CloudFormation only take origins of the spec", () => {
    const wrong = keySpecNames.filter((name) => {
      const row = keySpecs[name];
      return [
        ...row.automaticRotation,
        ...row.onDemandRotation,
        ...row.cloudFormationOrigins,
      ].some((origin) => !row.origins.includes(origin));
    });
    expect(wrong).toEqual([]);
  });

  test("[K13] CloudFormation takes no key from a custom key store", () => {
    const taken = keySpecNames.flatMap(
      (name) => keySpecs[name].cloudFormationOrigins,
    );
    expect(taken.filter((origin) => !origins[origin].cloudFormation)).toEqual(
      [],
    );
  });
});

describe("limits", () => {
  test("[K14] an alias name of AWS KMS has no colon; CloudFormation lets it pass", () => {
    const { cloudFormationPattern, pattern } = limits.aliasName;
    expect(new RegExp(pattern).test("alias/app/data_key-1")).toBe(true);
    expect(new RegExp(pattern).test("alias/app:data")).toBe(false);
    expect(new RegExp(cloudFormationPattern).test("alias/app:data")).toBe(true);
  });

  test("[K14] a key policy holds Latin-1 text, tabs and line breaks", () => {
    const allowed = new RegExp(limits.keyPolicyCharacters.pattern);
    expect(allowed.test('{\r\n\t"Sid": "für Schlüssel"}')).toBe(true);
    expect(allowed.test("ключ")).toBe(false);
    expect(allowed.test("\u0000")).toBe(false);
  });
});

describe("looking up", () => {
  test("[K15] a condition key is found in any case", () => {
    expect(findConditionKey("KMS:viaservice")).toBe(
      conditionKeys["kms:ViaService"],
    );
    expect(findConditionKey("AWS:PRINCIPALORGID")).toBe(
      globalConditionKeys["aws:PrincipalOrgID"],
    );
  });

  test("[K15] a condition key is found with its tag or context key filled in", () => {
    expect(findConditionKey("kms:EncryptionContext:aws:s3:arn")).toBe(
      conditionKeys["kms:EncryptionContext:${EncryptionContextKey}"],
    );
    expect(findConditionKey("aws:PrincipalTag/Team")).toBe(
      globalConditionKeys["aws:PrincipalTag/${TagKey}"],
    );
  });

  test("[K15] a made-up condition key is not found, nor a template left empty", () => {
    expect(findConditionKey("kms:ViaServices")).toBeUndefined();
    expect(findConditionKey("kms:RecipientAttestation:PCR32")).toBeUndefined();
    expect(findConditionKey("aws:PrincipalTag/")).toBeUndefined();
  });

  test("[K16] a Region has the partition of its table row", () => {
    expect(partitionOf("cn-north-1")).toBe("aws-cn");
    expect(partitionOf("us-gov-west-1")).toBe("aws-us-gov");
  });

  test("[K16] an unknown Region has no partition", () => {
    expect(partitionOf("moon-east-1")).toBeUndefined();
    expect(partitionOf("toString")).toBeUndefined();
  });

  test("[K17] the grants of CDK v1 are grants of CDK v2", () => {
    expect(cdkV1Grants.filter((name) => !hasKey(grantActions, name))).toEqual(
      [],
    );
  });

  test("[K16] every Region belongs to a partition and has a name", () => {
    expect(Object.values(regions).filter(({ name }) => name === "")).toEqual(
      [],
    );
  });
});

describe("between the tables", () => {
  test("[K8] a condition key says every-key-action exactly when all key actions carry it", () => {
    expect(
      sorted(
        conditionKeyNames.filter(
          (key) => conditionKeys[key].actions === "every-key-action",
        ),
      ),
    ).toEqual(sorted(keyResourceConditionKeys));
  });

  test("[K8] only deprecated condition keys are carried by no action", () => {
    const unused = conditionKeyNames.filter(
      (key) => actionsWithConditionKey(key).length === 0,
    );
    expect(unused).toEqual(
      conditionKeyNames.filter((key) => conditionKeys[key].deprecated),
    );
    expect(unused).toEqual(
      conditionKeyNames.filter((key) => conditionKeys[key].actions === "none"),
    );
  });

  test("[K8] the condition keys of an action on a key are its own and the common ones", () => {
    expect(conditionKeysOfAction("kms:EnableKeyRotation")).toEqual([
      "kms:CallerAccount",
      "kms:ViaService",
      "kms:RotationPeriodInDays",
      ...keyResourceConditionKeys,
    ]);
    expect(conditionKeysOfAction("kms:ListKeys")).toEqual([]);
  });

  test("[K9] kms:GrantOperations takes exactly the actions that a grant can allow", () => {
    const grantable = kmsActionNames.filter(
      (name) => kmsActions[name].grantable,
    );
    expect(
      sorted(conditionKeys["kms:GrantOperations"].allowedValues ?? []),
    ).toEqual(sorted(grantable.map((name) => name.slice("kms:".length))));
  });

  test("[K10] an action is valid for specs that offer its usages", () => {
    const wrong = kmsActionNames.flatMap((name) => {
      const { usages, specs } = kmsActions[name].validFor ?? {};
      return (specs ?? [])
        .filter(
          (spec) =>
            !keySpecs[spec].usages.some((usage) => usages?.includes(usage)),
        )
        .map((spec) => `${name} on ${spec}`);
    });
    expect(wrong).toEqual([]);
  });

  test("[K10] every key usage has a key spec", () => {
    const offered = new Set(
      keySpecNames.flatMap((spec) => keySpecs[spec].usages),
    );
    expect(sorted(offered)).toEqual(sorted(keyUsageNames));
  });
});
