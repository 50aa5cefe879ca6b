import type { CdkLine } from "../../design/feature-flags.ts";
import { modules } from "../program/modules.ts";
import type { ModuleName } from "../program/modules.ts";
import { moduleName } from "./names.ts";

/** What the program of a line is written with. */
interface LineWords {
  /** The imports of its libraries, in the order in which they stand. */
  readonly imports: (others: readonly ModuleName[]) => readonly string[];
  /** The type of what a stack is created in. */
  readonly construct: string;
}

/** Where each line has its libraries. */
export const lineOf: Readonly<Record<CdkLine, LineWords>> = {
  v1: {
    imports: (others) => [
      ...others.map(library),
      "from aws_cdk import core as cdk",
    ],
    construct: "cdk.Construct",
  },
  v2: {
    imports: (others) => [
      "import aws_cdk as cdk",
      ...others.map(library),
      "from constructs import Construct",
    ],
    construct: "Construct",
  },
};

function library(name: ModuleName): string {
  const [module, alias] = [
    modules[name].replaceAll("-", "_"),
    moduleName(name),
  ];
  return `from aws_cdk import ${module} as ${alias}`;
}
