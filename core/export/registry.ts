import { cdkTypeScript } from "./cdk-typescript.ts";
import { cloudFormationJson, cloudFormationYaml } from "./cloudformation.ts";
import { designFile } from "./design-file.ts";
import type { Exporter } from "./exporter.ts";
import { keyPolicy } from "./key-policy.ts";

const targets = {
  "cloudformation-yaml": cloudFormationYaml,
  "cloudformation-json": cloudFormationJson,
  "cdk-typescript": cdkTypeScript,
  "key-policy": keyPolicy,
  design: designFile,
} as const satisfies Record<string, Exporter>;

/** The name of an export target, as the command line takes it. */
export type ExportTarget = keyof typeof targets;

/** Everything a design can be exported to, in the order of the tabs. */
export const exportTargets: Readonly<Record<ExportTarget, Exporter>> = targets;
