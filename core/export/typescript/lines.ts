import type { CdkLine } from "../../design/feature-flags.ts";
import { modules } from "../program/modules.ts";
import type { ModuleName } from "../program/modules.ts";

/** What the program of a line is written with. */
interface LineWords {
  /** The package of a library. */
  readonly imported: (name: ModuleName) => string;
  /** What a stack is created in. */
  readonly construct: {
    readonly type: string;
    readonly imports: readonly string[];
  };
}

/** Where each line has its libraries. */
export const lineOf: Readonly<Record<CdkLine, LineWords>> = {
  v1: {
    imported: (name) => `@aws-cdk/${modules[name]}`,
    construct: { type: "cdk.Construct", imports: [] },
  },
  v2: {
    imported: (name) =>
      name === "cdk" ? "aws-cdk-lib" : `aws-cdk-lib/${modules[name]}`,
    construct: {
      type: "Construct",
      imports: ['import type { Construct } from "constructs";'],
    },
  },
};
