// Other scanners, run over a template as a person would run them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { IConstruct } from "constructs";
import * as z from "zod/mini";

import { cdk, load } from "./real-cdk-lines.ts";

/** What a scanner reports: its rule, and the logical ID of the resource where it names one. */
export interface Reported {
  readonly rule: string;
  readonly resource?: string;
}

interface Pack {
  readonly validateScope: (scope: IConstruct) => {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingResources: readonly {
        readonly constructPath: string;
      }[];
    }[];
  };
}

const nag = load<Readonly<Record<string, new () => Pack>>>("cdk-nag");
const packs = [
  "AwsSolutionsChecks",
  "HIPAASecurityChecks",
  "NIST80053R4Checks",
  "NIST80053R5Checks",
  "PCIDSS321Checks",
  "ServerlessChecks",
];

/** What every pack of cdk-nag reports of a template. */
export function nagReports(template: string): readonly Reported[] {
  return inFile(template, (file) => {
    const stack = new cdk.Stack(new cdk.App(), "Scanned");
    const included = new cdk.cloudformation_include.CfnInclude(
      stack,
      "Template",
      { templateFile: file },
    );
    return packs.flatMap((name) => {
      const NagPack = nag[name];
      if (NagPack === undefined) throw new Error(`cdk-nag has no ${name}`);
      const { violations } = new NagPack().validateScope(included.node.root);
      return violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({
          rule: ruleName,
          resource: constructPath.split("/").at(-1) ?? "",
        })),
      );
    });
  });
}

const guardFolder = dirname(
  createRequire(import.meta.url).resolve(
    "@cdklabs/cdk-validator-cfnguard/package.json",
  ),
);
const guard = join(
  guardFolder,
  "bin",
  process.platform === "darwin" ? "macos" : "ubuntu",
  process.arch === "arm64" ? "aarch64" : "x86_64",
  "cfn-guard",
);

/** The Control Tower controls for AWS KMS by the rules that they are made of. */
const controls: Readonly<Record<string, string>> = {
  kms_key_rotation_enabled_check: "CT.KMS.PR.1",
  kms_asymmetric_rsa_keyspec_check: "CT.KMS.PR.2",
  kms_create_grant_aws_service_check: "CT.KMS.PR.3",
};

const guardReport = z.array(
  z.object({
    not_compliant: z.array(
      z.object({ Rule: z.object({ name: z.string(), checks: z.json() }) }),
    ),
  }),
);

/** What the Control Tower controls for AWS KMS report of a template, for each resource that they name. */
export function guardReports(template: string): readonly Reported[] {
  const rules = join(
    guardFolder,
    "rules/control-tower/cfn-guard/keymanagementservice",
  );
  const output = inFile(template, (file) =>
    run(
      guard,
      `validate --rules ${rules} --data ${file} --output-format json --structured --show-summary none`.split(
        " ",
      ),
    ),
  );
  return guardReport.parse(JSON.parse(output)).flatMap((one) =>
    one.not_compliant.flatMap(({ Rule: { name, checks } }) => {
      const rule = controls[name] ?? name;
      const text = JSON.stringify(checks);
      const resources = [...text.matchAll(/\/Resources\/(\w+)\//g)];
      const ids = new Set(resources.map(([, id = ""]) => id));
      return [...ids].map((resource) => ({ rule, resource }));
    }),
  );
}

/** The output of a program, also where it reports something by its exit status. */
function run(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    if (error instanceof Error && "stdout" in error && error.stdout !== "")
      return String(error.stdout);
    throw error;
  }
}

function inFile<T>(text: string, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "keywright-scan-"));
  const file = join(folder, "template.json");
  writeFileSync(file, text);
  try {
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
