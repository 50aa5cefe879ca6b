import { limits } from "../kms/limits.ts";
import { resolveText } from "./resolve-text.ts";
import type { Resource } from "./template.ts";

/** An alias name as the CDK completes it: with `alias/` in front. A name that is a pseudo parameter and nothing else stays. */
export function fullAliasName(name: string): string {
  const { prefix } = limits.aliasName;
  return name.startsWith(prefix) || name.startsWith("${AWS::")
    ? name
    : prefix + name;
}

/** The alias as people say it: with `alias/` in front, whatever the case of the prefix they typed. */
export function synthAlias(name: string, keyLogicalId: string): Resource {
  return {
    Type: "AWS::KMS::Alias",
    Properties: {
      AliasName: resolveText(fullAliasName(name)),
      TargetKeyId: { "Fn::GetAtt": [keyLogicalId, "Arn"] },
    },
  };
}

/** The construct id of a key's alias: the first is `Alias`, later ones carry their name as it was written. */
export function aliasConstructId(name: string, index: number): string {
  return index === 0 ? "Alias" : `Alias${name}`;
}
