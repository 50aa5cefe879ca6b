import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  keyResourceConditionKeys,
  kmsActionNames,
  kmsActions,
} from "./actions.ts";
import {
  conditionKeyNames,
  conditionKeys,
  globalConditionKeyNames,
  globalConditionKeys,
  viaServices,
  type ConditionKeyRow,
} from "./condition-keys.ts";
import { recipientAttestationKeyNames } from "./conditions/recipient-attestation.ts";
import { tagConditionKeys } from "./conditions/tags.ts";
import { grantActions, legacyRootActions } from "./grant-vocabulary.ts";
import { keySpecNames, keySpecs } from "./key-specs.ts";
import { keysOf } from "./keys-of.ts";
import { limits } from "./limits.ts";
import { prices } from "./prices.ts";

const folder = new URL("../../../shared/facts/", import.meta.url);
const absent = !existsSync(folder);

function read<T>(file: string, schema: z.ZodType<T>): T {
  const text = readFileSync(new URL(file, folder), "utf8");
  return schema.parse(JSON.parse(text));
}

function sorted<T>(values: Iterable<T>): T[] {
  return [...values].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}

const strings = z.array(z.string());

const keySpecFile = z.object({
  keySpecs: z.array(
    z.object({
      keySpec: z.string(),
      keyUsages: strings,
      algorithmsByUsage: z.record(z.string(), strings),
      regions: z.string(),
      origins: strings,
      importConfirmed: z.string(),
      autoRotation: z.union([z.string(), z.literal(false)]),
      onDemandRotation: z.union([z.string(), z.literal(false)]),
      customKeyStore: z.boolean(),
      encryptionContext: z.boolean(),
      cloudFormation: z.boolean(),
      cdkL2: z.boolean(),
    }),
  ),
  limits: z.object({
    rotation: z.object({
      rotationPeriodInDays: z.unknown(),
      onDemandMaxPerKey: z.number(),
    }),
    deletion: z.object({ pendingWindowInDays: z.unknown() }),
    description: z.object({ maxLength: z.number() }),
    tags: z.object({
      keyLength: z.array(z.number()),
      valueLength: z.array(z.number()),
      maxPerKey: z.number(),
    }),
    alias: z.object({
      regexDocs: z.string(),
      regexCfn: z.string(),
      length: z.array(z.number()),
      reservedPrefix: z.string(),
    }),
    policy: z.object({
      maxBytes: z.number(),
      nameOnly: z.string(),
      sidMayContainSpaces: z.boolean(),
    }),
    quotas: z.record(z.string(), z.unknown()),
    grants: z.record(z.string(), z.unknown()),
  }),
  pricing: z.object({
    perKeyMonth: z.number(),
    perReplicaMonth: z.number(),
    freeTierRequestsPerMonth: z.number(),
    per10kRequests: z.record(z.string(), z.number()),
  }),
  cdk: z.object({
    legacyAdminActions: strings,
    adminActions: strings,
    grantActions: z.record(z.string(), strings),
  }),
});

const actionFile = z.object({
  actions: z.array(
    z.object({
      action: z.string(),
      apiOperation: z.string().nullable(),
      accessLevel: strings,
      resourceTypes: strings,
      conditionKeys: strings,
      keyResourceConditionKeys: strings,
      effectiveInKeyPolicy: z.boolean(),
      crossAccount: z.string(),
      grantable: z.boolean(),
      validFor: z
        .object({
          keyUsages: strings.nullable(),
          keySpecs: strings.nullable(),
          origins: strings.nullable(),
          cryptographic: z.boolean(),
        })
        .nullable(),
      unconfirmed: strings.optional(),
    }),
  ),
});

const conditionFile = z.object({
  conditionKeys: z.array(
    z.object({
      key: z.string(),
      keys: strings.optional(),
      type: z.string(),
      multiValued: z.boolean(),
      needsSetOperator: z.boolean(),
      actions: strings,
      allowedValues: strings.nullish(),
      usableInKeyPolicy: z.boolean().optional(),
      deprecated: z.boolean().optional(),
      relevantToKms: z.boolean().optional(),
      availability: z.string().optional(),
      unconfirmed: z.boolean().optional(),
    }),
  ),
  viaServices: z.array(
    z.object({
      service: z.string(),
      via: z.string(),
      unconfirmed: z.boolean().optional(),
    }),
  ),
});

const regionWords = {
  all: "all",
  "china-only": "China Regions only",
  "not-china": "not in China Regions",
};

const rotationWords: Record<string, readonly string[]> = {
  false: [],
  "Origin AWS_KMS only": ["AWS_KMS"],
  "Origin AWS_KMS or EXTERNAL": ["AWS_KMS", "EXTERNAL"],
};

describe("key specs", () => {
  test.skipIf(absent)(
    "[K1] every key spec of the facts file (when present), field by field",
    () => {
      const theirs = read("key-specs.json", keySpecFile).keySpecs.map(
        (spec) => ({
          ...spec,
          algorithmsByUsage: Object.fromEntries(
            Object.entries(spec.algorithmsByUsage).map(([usage, names]) => [
              usage,
              names.map((name) => name.replace(/ \(.*/, "")),
            ]),
          ),
          importConfirmed: spec.importConfirmed === "unconfirmed",
          autoRotation: rotationWords[String(spec.autoRotation)],
          onDemandRotation: rotationWords[String(spec.onDemandRotation)],
        }),
      );
      const ours = keySpecNames.map((name) => {
        const row = keySpecs[name];
        return {
          keySpec: name,
          keyUsages: row.usages,
          algorithmsByUsage: row.algorithms,
          regions: regionWords[row.regions],
          origins: row.origins,
          importConfirmed:
            row.origins.includes("EXTERNAL") &&
            (row.unconfirmed ?? []).includes("import"),
          autoRotation: row.automaticRotation,
          onDemandRotation: row.onDemandRotation,
          customKeyStore: row.origins.includes("AWS_CLOUDHSM"),
          encryptionContext: row.encryptionContext,
          cloudFormation: row.cloudFormation,
          cdkL2: row.cdkV2 !== null,
        };
      });
      const byName = (rows: readonly { keySpec: string }[]) =>
        Object.fromEntries(rows.map((row) => [row.keySpec, row]));
      expect(byName(ours)).toEqual(byName(theirs));
    },
  );

  test.skipIf(absent)(
    "[K2] the limits and prices of the facts file (when present)",
    () => {
      const file = read("key-specs.json", keySpecFile);
      const theirs = file.limits;
      const { source: _window, ...window } = limits.pendingWindowInDays;
      const { source: _period, ...period } = limits.rotationPeriodInDays;
      expect(window).toEqual(theirs.deletion.pendingWindowInDays);
      expect(period).toEqual(theirs.rotation.rotationPeriodInDays);
      const { aliasName, tags, quotas, grants, requestsPerSecond } = limits;
      expect({
        onDemand: limits.onDemandRotations.maxPerKey,
        description: limits.descriptionLength.max,
        tags: [
          [tags.keyLength.min, tags.keyLength.max],
          [tags.valueLength.min, tags.valueLength.max],
          tags.maxPerKey,
        ],
        alias: [
          aliasName.pattern,
          aliasName.cloudFormationPattern,
          [aliasName.minLength, aliasName.maxLength],
          aliasName.reservedPrefix,
        ],
        policy: [
          limits.keyPolicyBytes.max,
          limits.keyPolicyName.only,
          limits.sid.mayContainSpaces,
        ],
      }).toEqual({
        onDemand: theirs.rotation.onDemandMaxPerKey,
        description: theirs.description.maxLength,
        tags: [
          theirs.tags.keyLength,
          theirs.tags.valueLength,
          theirs.tags.maxPerKey,
        ],
        alias: [
          theirs.alias.regexDocs,
          theirs.alias.regexCfn,
          theirs.alias.length,
          theirs.alias.reservedPrefix,
        ],
        policy: [
          theirs.policy.maxBytes,
          theirs.policy.nameOnly,
          theirs.policy.sidMayContainSpaces,
        ],
      });
      expect(theirs.quotas).toMatchObject({
        keysPerRegion: quotas.keys,
        aliasesPerKey: quotas.aliasesPerKey,
        grantsPerKey: quotas.grantsPerKey,
        customKeyStores: quotas.customKeyStores,
        cryptoRsaRps: requestsPerSecond.cryptoRsa,
        cryptoEccRps: requestsPerSecond.cryptoEcc,
        cryptoSm2Rps: requestsPerSecond.cryptoSm2,
        createKeyRps: requestsPerSecond.createKey,
        createGrantRps: requestsPerSecond.createGrant,
        describeKeyRps: requestsPerSecond.describeKey,
      });
      expect(theirs.grants).toMatchObject({
        constraintPairsMax: grants.contextPairs.max,
        constraintValueMaxChars: grants.contextValueLength.max,
        nameMax: grants.nameLength.max,
      });
      const { per10kRequests } = prices;
      expect({
        perKeyMonth: prices.perKeyMonth.usd,
        perReplicaMonth: prices.perReplicaMonth.usd,
        freeTierRequestsPerMonth: prices.freeRequestsPerMonth.count,
        per10kRequests: {
          symmetricAndHmac: per10kRequests.symmetricAndHmac.usd,
          RSA_2048: per10kRequests.rsa2048.usd,
          otherAsymmetric: per10kRequests.otherAsymmetric.usd,
          eccGenerateDataKeyPair: per10kRequests.eccDataKeyPair.usd,
          rsaGenerateDataKeyPair: per10kRequests.rsaDataKeyPair.usd,
        },
      }).toEqual(file.pricing);
    },
  );

  test.skipIf(absent)(
    "[K3] the action lists of the CDK in the facts file (when present)",
    () => {
      const { cdk } = read("key-specs.json", keySpecFile);
      expect(grantActions).toMatchObject(cdk.grantActions);
      expect(grantActions.admin).toEqual(cdk.adminActions);
      expect(legacyRootActions).toEqual(cdk.legacyAdminActions);
    },
  );
});

const crossAccountWords: Record<string, string> = {
  yes: "yes",
  no: "no",
  "n/a": "not-applicable",
  "n/a (internal)": "not-applicable",
  "principal must be in your account; can list grants on keys of other accounts":
    "partly",
};

function expandAttestation(names: readonly string[]): string[] {
  return names.flatMap((name) =>
    name.startsWith("kms:RecipientAttestation:*")
      ? recipientAttestationKeyNames
      : name,
  );
}

describe("actions", () => {
  test.skipIf(absent)(
    "[K4] every action of the facts file (when present), field by field",
    () => {
      const theirs = read("actions.json", actionFile).actions.map((row) => ({
        ...row,
        unconfirmed: (row.unconfirmed ?? []).map((part) => part.split(" ")[0]),
        resourceTypes: sorted(row.resourceTypes),
        conditionKeys: sorted(expandAttestation(row.conditionKeys)),
        crossAccount: crossAccountWords[row.crossAccount],
      }));
      const ours = kmsActionNames.map((action) => {
        const row = kmsActions[action];
        const { validFor } = row;
        return {
          action,
          apiOperation:
            row.operation === undefined ? action.slice(4) : row.operation,
          accessLevel: row.accessLevels ?? [row.accessLevel],
          resourceTypes: sorted(row.resourceTypes),
          conditionKeys: sorted(row.conditionKeys),
          keyResourceConditionKeys: row.resourceTypes.includes("key")
            ? keyResourceConditionKeys
            : [],
          effectiveInKeyPolicy: row.effectiveInKeyPolicy,
          crossAccount: row.crossAccount,
          grantable: row.grantable,
          validFor: validFor && {
            keyUsages: validFor.usages,
            keySpecs: validFor.specs,
            origins: validFor.origins,
            cryptographic: row.cryptographic,
          },
          unconfirmed: row.unconfirmed ?? [],
        };
      });
      const byName = (rows: readonly { action: string }[]) =>
        Object.fromEntries(rows.map((row) => [row.action, row]));
      expect(kmsActionNames).toHaveLength(theirs.length);
      expect(byName(ours)).toEqual(byName(theirs));
    },
  );
});

const everyKeyAction = "(any operation on a key resource)";

const typeWords: Record<string, readonly string[]> = {
  String: ["String"],
  ArrayOfString: ["String"],
  ARN: ["ARN"],
  Bool: ["Bool"],
  Numeric: ["Numeric"],
  Date: ["Date"],
  "string operators": ["String"],
  "ARN operators and string operators": ["ARN", "String"],
  "Boolean operators": ["Bool"],
  "numeric operators": ["Numeric"],
  "date operators": ["Date"],
  "date operators or numeric operators": ["Date", "Numeric"],
  "IP address operators": ["IpAddress"],
};

function typesOf(row: ConditionKeyRow): readonly string[] {
  return [row.type, ...(row.otherTypes ?? [])];
}

describe("condition keys", () => {
  test.skipIf(absent)(
    "[K5] every kms: and tag key of the facts file (when present), field by field",
    () => {
      const theirs = read("condition-keys.json", conditionFile)
        .conditionKeys.filter((row) => row.relevantToKms === undefined)
        .flatMap((row) =>
          (row.keys ?? [row.key]).map((key) => ({ ...row, key })),
        )
        .map((row) => ({
          key: row.key,
          types: typeWords[row.type],
          multiValued: row.multiValued,
          needsSetOperator: row.needsSetOperator,
          everyKeyAction: row.actions.includes(everyKeyAction),
          actions: sorted(
            row.actions.filter((name) => name !== everyKeyAction),
          ),
          allowedValues: row.allowedValues && sorted(row.allowedValues),
          usableInKeyPolicy: row.usableInKeyPolicy,
          deprecated: row.deprecated ?? false,
        }));
      const ours = conditionKeyNames.map((key) => {
        const row = conditionKeys[key];
        return {
          key,
          types: typesOf(row),
          multiValued: row.multiValued,
          needsSetOperator: row.multiValued,
          everyKeyAction: row.actions === "every-key-action",
          actions: sorted(
            kmsActionNames.filter((name) =>
              kmsActions[name].conditionKeys.includes(key),
            ),
          ),
          allowedValues: row.allowedValues && sorted(row.allowedValues),
          usableInKeyPolicy: row.usableInKeyPolicy,
          deprecated: row.deprecated,
        };
      });
      const byName = (rows: readonly { key: string }[]) =>
        Object.fromEntries(rows.map((row) => [row.key, row]));
      expect(byName(ours)).toEqual(byName(theirs));
    },
  );

  test.skipIf(absent)(
    "[K6] every global key of the facts file (when present), field by field",
    () => {
      const theirs = read("condition-keys.json", conditionFile)
        .conditionKeys.filter((row) => row.relevantToKms !== undefined)
        .map((row) => ({
          key: row.key.replace("tag-key", "${TagKey}").toLowerCase(),
          types: typeWords[row.type.replace(/\. .*/, "")],
          multiValued: row.multiValued,
          relevantToKms: row.relevantToKms,
          alwaysPresent:
            /always included in the request context\.|for all requests, incl/.test(
              row.availability ?? "",
            ),
          unconfirmed: row.unconfirmed ?? false,
        }));
      const ours = globalConditionKeyNames.map((key) => {
        const row = globalConditionKeys[key];
        return {
          key: key.toLowerCase(),
          types: typesOf(row),
          multiValued: row.multiValued,
          relevantToKms: row.relevantToKms,
          alwaysPresent: row.alwaysPresent,
          unconfirmed: row.unconfirmed ?? false,
        };
      });
      const byName = (rows: readonly { key: string }[]) =>
        Object.fromEntries(rows.map((row) => [row.key, row]));
      expect(byName(ours)).toEqual(byName(theirs));
      expect(globalConditionKeyNames).toEqual(
        expect.arrayContaining([...keysOf(tagConditionKeys)]),
      );
    },
  );

  test.skipIf(absent)(
    "[K7] every kms:ViaService service of the facts file (when present)",
    () => {
      const { viaServices: rows } = read("condition-keys.json", conditionFile);
      const theirs = rows.map((row) => [
        row.service,
        row.via.replace(" (EBS only)", ""),
        row.unconfirmed ?? false,
      ]);
      const ours = Object.entries(viaServices).map(([service, row]) => [
        service,
        row.values.join(" + "),
        row.unconfirmed ?? false,
      ]);
      expect(sorted(ours)).toEqual(sorted(theirs));
    },
  );
});
