import type { Result } from "../problem/problem.ts";
import { readAwsCli } from "./aws-cli.ts";
import { readKeyPolicy } from "./key-policy.ts";
import type { ReadPolicy } from "./key-policy.ts";
import type { PastedValue } from "./pasted-json.ts";
import { readTerraform } from "./terraform.ts";

/** A kind of text that becomes a design. */
interface Source {
  /** What people call it. */
  readonly title: string;
  /** The design in the values of a text, named so; undefined where they are something else. */
  readonly read: (
    values: readonly PastedValue[],
    name: string,
  ) => Result<ReadPolicy> | undefined;
}

/** What can be opened besides designs, the most telling first. */
export const importSources = {
  "aws-cli": { title: "AWS CLI output", read: readAwsCli },
  terraform: {
    title: "Terraform plan or state",
    read: readTerraform,
  },
  "key-policy": { title: "Key policy", read: readKeyPolicy },
} as const satisfies Record<string, Source>;

/** The name of an import source. */
export type ImportSource = keyof typeof importSources;
