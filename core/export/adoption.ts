import { isDefined } from "../design/design.ts";
import type { Design, Key } from "../design/design.ts";
import { parseArn } from "../policy/arn.ts";
import type { JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { synthesize } from "../synth/synthesize.ts";
import { fileStem } from "./file-name.ts";

/** A resource that exists, and that the first deployment of a stack imports. */
interface AdoptedResource {
  readonly type: "AWS::KMS::Key" | "AWS::KMS::Alias";
  readonly logicalId: string;
  readonly identifier: JsonObject;
}

/** What it takes to bring the keys of a stack that exist under its management. */
export interface Adoption {
  /** The file for a change set of the type IMPORT: `--resources-to-import file://…`. */
  readonly resourcesToImport: string;
  /** The file for `cdk import --resource-mapping`. */
  readonly resourceMapping: string;
  /** The `import` blocks of Terraform. */
  readonly terraform: string;
}

/**
 * The files with which a stack takes over keys that exist; undefined where it has none.
 * Sources: AWS CloudFormation User Guide, "Import AWS resources into a CloudFormation stack"; AWS CDK CLI reference,
 * `cdk import`; Terraform documentation, "import block".
 */
export function adoptionOf(
  design: Design,
  stack: string,
): Adoption | undefined {
  const adopted = adoptedResources(design, stack);
  if (adopted.length === 0) return undefined;
  return {
    resourcesToImport: json(
      adopted.map(({ type, logicalId, identifier }) => ({
        ResourceType: type,
        LogicalResourceId: logicalId,
        ResourceIdentifier: identifier,
      })),
    ),
    resourceMapping: json(
      Object.fromEntries(
        adopted.map(({ logicalId, identifier }) => [logicalId, identifier]),
      ),
    ),
    terraform: adopted.map(importBlock).join("\n"),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function importBlock({ type, logicalId, identifier }: AdoptedResource): string {
  const [id] = Object.values(identifier);
  const resource = type === "AWS::KMS::Key" ? "aws_kms_key" : "aws_kms_alias";
  return `import {\n  to = ${resource}.${snakeCase(logicalId)}\n  id = ${JSON.stringify(id)}\n}\n`;
}

function snakeCase(name: string): string {
  return fileStem(name)
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

function adoptedResources(
  design: Design,
  stackId: string,
): readonly AdoptedResource[] {
  const stack = synthesize(design).find((one) => one.stack === stackId);
  if (stack === undefined) return [];
  const { template, origins } = stack;
  return Object.entries(template.Resources ?? {}).flatMap(
    ([logicalId, resource]): readonly AdoptedResource[] => {
      const [list, index] = origins[`Resources.${logicalId}`]?.resource ?? [];
      const key = list === "keys" ? design.keys[Number(index)] : undefined;
      const keyId = key && existingId(key);
      if (keyId === undefined) return [];
      if (resource["Type"] === "AWS::KMS::Key")
        return [
          { type: "AWS::KMS::Key", logicalId, identifier: { KeyId: keyId } },
        ];
      const name = aliasName(resource);
      return name === undefined
        ? []
        : [
            {
              type: "AWS::KMS::Alias",
              logicalId,
              identifier: { AliasName: name },
            },
          ];
    },
  );
}

function existingId(key: Key): string | undefined {
  if (!isDefined(key) || key.existing === undefined) return undefined;
  return parseArn(key.existing)?.resource.replace(/^key\//, "") ?? key.existing;
}

function aliasName({ Properties: properties }: JsonObject): string | undefined {
  const name = isJsonObject(properties) ? properties["AliasName"] : undefined;
  return typeof name === "string" ? name : undefined;
}
