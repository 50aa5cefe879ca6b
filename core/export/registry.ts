import { cdkPython, cdkV1Python } from "./cdk-python.ts";
import { cdkTypeScript, cdkV1TypeScript } from "./cdk-typescript.ts";
import { cloudFormationJson, cloudFormationYaml } from "./cloudformation.ts";
import { designFile } from "./design-file.ts";
import type { Exporter } from "./exporter.ts";
import { keyPolicy } from "./key-policy.ts";

const targets = {
  "cloudformation-yaml": cloudFormationYaml,
  "cloudformation-json": cloudFormationJson,
  "cdk-typescript": cdkTypeScript,
  "cdk-python": cdkPython,
  "cdk-v1-typescript": cdkV1TypeScript,
  "cdk-v1-python": cdkV1Python,
  "key-policy": keyPolicy,
  design: designFile,
} as const satisfies Record<string, Exporter>;

/** The name of an export target, as the command line takes it. */
export type ExportTarget = keyof typeof targets;

/** Everything a design can be exported to, in the order of the tabs. */
export const exportTargets: Readonly<Record<ExportTarget, Exporter>> = targets;
