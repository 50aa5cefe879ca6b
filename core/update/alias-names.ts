import type { Json } from "../problem/json.ts";
import { canonical, textOf } from "./json-values.ts";
import type { Resource, Resources } from "./resource.ts";
import { isAlias } from "./resource.ts";
import type { Effects } from "./update.ts";

/** The name of an alias in words. */
export function nameOfAlias({ properties, logicalId }: Resource): string {
  return textOf(properties["AliasName"]) ?? `the alias ${logicalId}`;
}

/**
 * The alias of a name under another logical ID, in the same stack.
 * Stacks may be in different Regions, where each may have an alias of the same name.
 */
export function holderOf(
  name: Json | undefined,
  resources: Resources,
  logicalId: string,
): Resource | undefined {
  const text = canonical(name);
  return [...resources.values()].find(
    (resource) =>
      isAlias(resource) &&
      resource.logicalId !== logicalId &&
      canonical(resource.properties["AliasName"]) === text,
  );
}

/**
 * What creating an alias does whose name another logical ID of the base has. CloudFormation creates before it deletes.
 * Source: CloudFormation Template Reference, "UpdateReplacePolicy attribute"; aws/aws-cdk issue 3652.
 */
export function nameTaken(holder: Resource): Effects {
  const name = nameOfAlias(holder);
  return {
    cloudFormation: {
      impact: "fails",
      reason: `${name} exists already while the other logical ID ${holder.logicalId} still holds it: the update fails; keep the logical ID, or give the name up in an update before`,
    },
    terraform: {
      impact: "interrupts",
      reason: `${name} may exist still when Terraform creates it, and then the creation fails until the next run; a \`moved\` block avoids that`,
    },
  };
}
