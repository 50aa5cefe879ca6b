import { describe, expect, test } from "vitest";

import { isDefined } from "../design/design.ts";
import type { AcceptedFinding, Design } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { KeyParts } from "../samples/parts.ts";
import { designWith } from "../samples/parts.ts";
import { newReplica } from "../design/defaults.ts";
import { synthesize } from "./synthesize.ts";
import { originsAt } from "./template.ts";

const reason = "rotated by hand each quarter";
const off: AcceptedFinding = {
  id: "off",
  rule: "rotation-off",
  key: "Key",
  reason,
};
const open: AcceptedFinding = {
  id: "open",
  rule: "public-access",
  key: "Key",
  statement: "Everybody",
  reason: "a lab",
};

function designOf(
  accepted: readonly AcceptedFinding[],
  key: Partial<KeyParts> = {},
): Design {
  const keys = [{ id: "Key", ...key }, { id: "Other" }];
  return { ...designWith("Test", "Stack", { keys }), accepted };
}

/** The metadata of the keys, by what their logical IDs begin with. */
function metadata(design: Design): Readonly<Record<string, Json | undefined>> {
  const resources = synthesize(design)[0]?.template.Resources ?? {};
  return Object.fromEntries(
    Object.entries(resources).map(([name, { Metadata }]) => [
      name.replace(/[0-9A-F]{8}$/, ""),
      Metadata,
    ]),
  );
}

const nagRules = [
  "AwsSolutions-KMS5",
  "NIST.800.53.R4-KMSBackingKeyRotationEnabled",
  "NIST.800.53.R5-KMSBackingKeyRotationEnabled",
  "PCI.DSS.321-KMSBackingKeyRotationEnabled",
];

const all: JsonObject = {
  cdk_nag: { rules_to_suppress: nagRules.map((id) => ({ id, reason })) },
  cfn_nag: { rules_to_suppress: [{ id: "F19", reason }] },
  checkov: { skip: [{ id: "CKV_AWS_7", comment: reason }] },
  guard: { SuppressedRules: ["CMK_BACKING_KEY_ROTATION_ENABLED"] },
};

describe("suppressions for other scanners", () => {
  test("[Y33] each scanner is told in its own form, of that key", () => {
    expect(metadata(designOf([off]))).toEqual({ Key: all, Other: undefined });
  });

  test("[Y33] nobody is told of a finding that no scanner has, or of none of the keys", () => {
    const { key: _, ...whole } = off;
    const others = [
      { ...off, rule: "policy-size" },
      { ...off, rule: "rsa-key-of-2048" },
      { ...whole, id: "whole" },
    ];
    for (const one of others)
      expect(metadata(designOf([one]))).toEqual({
        Key: undefined,
        Other: undefined,
      });
  });

  test("[Y33] metadata of the key stays, and a rule that it names is not named again", () => {
    const own = {
      note: ["kept"],
      cfn_nag: { rules_to_suppress: [{ id: "F19", reason: "long ago" }] },
      checkov: { skip: [{ id: "CKV_AWS_33", comment: "mine" }], more: 1 },
      guard: { SuppressedRules: ["CMK_BACKING_KEY_ROTATION_ENABLED"] },
    };
    expect(metadata(designOf([off], { metadata: own }))["Key"]).toEqual({
      ...own,
      checkov: {
        skip: [
          { id: "CKV_AWS_33", comment: "mine" },
          { id: "CKV_AWS_7", comment: reason },
        ],
        more: 1,
      },
      cdk_nag: all["cdk_nag"],
    });
  });

  test("[Y33] what has another form is left alone", () => {
    const own = { cfn_nag: "none", checkov: { skip: "all" }, guard: [] };
    expect(metadata(designOf([off], { metadata: own }))["Key"]).toEqual({
      ...own,
      cdk_nag: all["cdk_nag"],
    });
  });

  test("[Y33] metadata that overrides give are added to", () => {
    const path = { "aws:cdk:path": "Stack/Key" };
    const given = { overrides: { Metadata: path, DependsOn: "Other" } };
    expect(metadata(designOf([off], given))["Key"]).toEqual({
      ...path,
      ...all,
    });
    const without = { metadata: { note: 1 }, overrides: { Metadata: null } };
    expect(metadata(designOf([off], without))["Key"]).toEqual(all);
  });

  test("[Y33] two findings for one rule give it both reasons", () => {
    const more = { ...open, id: "more", statement: "All", reason: "a test" };
    const twice = { ...open, id: "twice" };
    const { checkov } = objectOf(
      metadata(designOf([open, more, twice]))["Key"],
    );
    expect(checkov).toEqual({
      skip: [{ id: "CKV_AWS_33", comment: "a lab; a test" }],
    });
  });

  test("[Y33] a reason that is too short for cdk-nag is made longer for it", () => {
    const short = { ...off, reason: "x" };
    const { cdk_nag: nag, cfn_nag: other } = objectOf(
      metadata(designOf([short]))["Key"],
    );
    expect(nag).toEqual({
      rules_to_suppress: nagRules.map((id) => ({ id, reason: "accepted: x" })),
    });
    expect(other).toEqual({ rules_to_suppress: [{ id: "F19", reason: "x" }] });
  });

  test("[Y33] a replica is told of too, with the metadata that it has", () => {
    const base = designOf([{ ...off, key: "Copy" }], { multiRegion: true });
    const primary = base.keys.find(isDefined);
    if (primary === undefined) throw new Error("no key");
    const copy = { ...newReplica(base, primary, "Stack"), id: "Copy" };
    const design = (overrides?: JsonObject): Design => ({
      ...base,
      keys: [...base.keys, overrides ? { ...copy, overrides } : copy],
    });
    expect(metadata(design())["Copy"]).toEqual(all);
    expect(metadata(design({ Metadata: { note: 1 } }))["Copy"]).toEqual({
      note: 1,
      ...all,
    });
  });

  test("[Y34] metadata lead to the findings that ask for them", () => {
    const from = (design: Design) => {
      const [stack] = synthesize(design);
      const [id = ""] = Object.keys(stack?.template.Resources ?? {});
      return stack && originsAt(stack, ["Resources", id, "Metadata"]);
    };
    expect(from(designOf([off, open]))).toEqual([
      ["accepted", 0],
      ["accepted", 1],
    ]);
    expect(from(designOf([off], { metadata: { note: 1 } }))).toEqual([
      ["keys", 0, "metadata"],
      ["accepted", 0],
    ]);
  });
});

function objectOf(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}
