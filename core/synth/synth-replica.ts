import type { ReplicaKey } from "../design/design.ts";
import type { Json } from "../problem/json.ts";
import { addRemoval } from "./build-alias.ts";
import type { Element } from "./construct-tree.ts";
import type { KeyParts } from "./synth-key.ts";
import { metadataFrom, policyOf, tagsInForce, tagsJson } from "./synth-key.ts";
import { withOverrides } from "./overrides.ts";
import { eachText, resolveJson, resolveText } from "./resolve-text.ts";
import { writtenMetadata } from "./suppressions.ts";
import { defined } from "./template.ts";

const designProperties = {
  Description: "description",
  Enabled: "enabled",
  KeyPolicy: "policy",
  PendingWindowInDays: "pendingWindowInDays",
  PrimaryKeyArn: "primary",
  Tags: "tags",
  DeletionPolicy: "removalPolicy",
  UpdateReplacePolicy: "removalPolicy",
} as const satisfies Record<string, keyof ReplicaKey>;

/** The `AWS::KMS::ReplicaKey` that the CDK's L1 construct writes. */
export function replicaElement(
  key: ReplicaKey,
  parts: KeyParts & { readonly primaryArn: string },
): Element {
  const { logicalId, path, assembly, statements, primaryArn } = parts;
  const document = policyOf(key, statements, assembly);
  const text = (value: string) => assembly.text(value);
  const { metadata, overrides } = writtenMetadata(assembly.design, key);
  return {
    section: "Resources",
    logicalId,
    eachText: (show) => {
      show(text(key.description ?? ""));
      document.eachText(show);
      eachText(assembly.json(key.policy.id ?? ""), show);
      show(primaryArn);
      for (const { value } of tagsInForce(key.tags)) show(text(value));
      eachText(metadata && assembly.json(metadata), show);
    },
    render: (resolve) => {
      const policy = document.render(resolve);
      const write = (value: string) => resolveText(text(value), resolve);
      const json: Record<string, Json> = {
        Type: "AWS::KMS::ReplicaKey",
        Properties: defined({
          Description:
            key.description === undefined ? undefined : write(key.description),
          Enabled: key.enabled,
          KeyPolicy: policy.document,
          PendingWindowInDays: key.pendingWindowInDays,
          PrimaryKeyArn: resolveText(primaryArn, resolve),
          Tags: tagsJson(key.tags, write),
        }),
      };
      addRemoval(json, key.removalPolicy);
      if (metadata)
        json["Metadata"] = resolveJson(assembly.json(metadata), resolve);
      return {
        json: withOverrides(json, overrides),
        origins: {
          resource: path,
          parts: designProperties,
          ...metadataFrom(assembly.design, key, path),
          policy: "KeyPolicy",
          statements: policy.origins,
        },
      };
    },
  };
}
