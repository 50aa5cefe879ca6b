import { App, Stack } from "aws-cdk-lib";
import { ServicePrincipal, type IGrantable } from "aws-cdk-lib/aws-iam";
import {
  CfnKey,
  Key,
  KeySpec as CdkKeySpec,
  KeyUsage as CdkKeyUsage,
} from "aws-cdk-lib/aws-kms";
import { RegionInfo } from "aws-cdk-lib/region-info";
import { describe, expect, test } from "vitest";
import { grantActions, type GrantName } from "./grant-vocabulary.ts";
import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  keyUsages,
} from "./key-specs.ts";
import { keysOf } from "./keys-of.ts";
import { partitionNames, partitions, regionNames, regions } from "./regions.ts";

function accepts(keySpec: CdkKeySpec, keyUsage: CdkKeyUsage): boolean {
  try {
    return new Key(new Stack(), "Key", { keySpec, keyUsage }) instanceof Key;
  } catch {
    return false;
  }
}

describe("names", () => {
  test("[K20] the key specs of CDK v2 are those with a cdkV2 name", () => {
    const named = keySpecNames.flatMap((name) => keySpecs[name].cdkV2 ?? []);
    expect([...named].toSorted()).toEqual(Object.keys(CdkKeySpec).toSorted());
  });

  test("[K20] the key usages of CDK v2 are those with a cdkV2 name", () => {
    const named = keyUsageNames.flatMap((name) => keyUsages[name].cdkV2 ?? []);
    expect([...named].toSorted()).toEqual(Object.keys(CdkKeyUsage).toSorted());
  });

  test("[K20] a cdkV2 name stands for the value that AWS KMS knows", () => {
    const ours = keySpecNames.flatMap((name) => {
      const { cdkV2 } = keySpecs[name];
      return cdkV2 === null ? [] : [[cdkV2, name]];
    });
    expect(Object.fromEntries(ours)).toEqual({ ...CdkKeySpec });
  });
});

describe("spec and usage", () => {
  test("[K21] cdkAcceptsUsages is what the Key construct lets through", () => {
    const measured = Object.values(CdkKeySpec).map((spec) => [
      spec,
      Object.values(CdkKeyUsage)
        .filter((usage) => accepts(spec, usage))
        .toSorted(),
    ]);
    const ours = keySpecNames
      .filter((name) => keySpecs[name].cdkV2 !== null)
      .map((name) => [name, [...keySpecs[name].cdkAcceptsUsages].toSorted()]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(measured));
  });

  test("[K21] the construct accepts nothing for a spec that it has no name for", () => {
    const accepted = keySpecNames
      .filter((name) => keySpecs[name].cdkV2 === null)
      .flatMap((name) => keySpecs[name].cdkAcceptsUsages);
    expect(accepted).toEqual([]);
  });
});

const methods: Record<GrantName, (key: Key, grantee: IGrantable) => unknown> = {
  encrypt: (key, grantee) => key.grantEncrypt(grantee),
  decrypt: (key, grantee) => key.grantDecrypt(grantee),
  encryptDecrypt: (key, grantee) => key.grantEncryptDecrypt(grantee),
  sign: (key, grantee) => key.grantSign(grantee),
  verify: (key, grantee) => key.grantVerify(grantee),
  signVerify: (key, grantee) => key.grantSignVerify(grantee),
  generateMac: (key, grantee) => key.grantGenerateMac(grantee),
  verifyMac: (key, grantee) => key.grantVerifyMac(grantee),
  admin: (key, grantee) => key.grantAdmin(grantee),
};

function statementsWritten(name: GrantName): unknown {
  const stack = new Stack(new App(), "Stack");
  const key = new Key(stack, "Key");
  methods[name](key, new ServicePrincipal("example.amazonaws.com"));
  const resource = key.node.defaultChild;
  if (!(resource instanceof CfnKey)) throw new Error("no CfnKey");
  return stack.resolve(resource.keyPolicy);
}

describe("grants", () => {
  test.each(keysOf(grantActions))(
    "[K22] grant %s writes its actions in order",
    (name) => {
      const actions: readonly string[] = grantActions[name];
      expect(statementsWritten(name)).toMatchObject({
        Statement: [
          { Action: "kms:*" },
          { Action: actions.length === 1 ? actions[0] : actions },
        ],
      });
    },
  );
});

describe("regions", () => {
  test("[K23] the Regions and their partitions are those of region-info", () => {
    const theirs = RegionInfo.regions.map((info) => [
      info.name,
      [info.partition, info.domainSuffix],
    ]);
    const ours = regionNames.map((name) => {
      const { partition } = regions[name];
      return [name, [partition, partitions[partition].dnsSuffix]];
    });
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  test("[K23] every partition has a Region", () => {
    const used = new Set(regionNames.map((name) => regions[name].partition));
    expect([...used].toSorted()).toEqual([...partitionNames].toSorted());
  });
});
