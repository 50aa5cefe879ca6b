import type { CdkLine, ReferenceStrength } from "../../core/index.ts";

/** The words of the settings of the design. */
export const cdkText = {
  title: "Design settings",
  lead: "Which CDK app the design becomes. It decides how policies, aliases and references between stacks are written.",
  mode: "CDK app",
  startFrom: "Start from",
  modeHelp: "The feature flags below follow; each can be changed by itself.",
  byFlag: "Chosen flag by flag",
  byFlagHelp: (line: CdkLine) =>
    `Chosen flag by flag, for CDK ${line}. A choice here replaces the flags.`,
  changed: (line: CdkLine) => `Not as a new ${line} app has it.`,
  line: { v2: "CDK v2", v1: "CDK v1" } satisfies Record<CdkLine, string>,
  flags: "Feature flags",
  references: "References between stacks",
  strengths: {
    weak: "Weak",
    strong: "Strong",
    both: "Both",
  } satisfies Record<ReferenceStrength, string>,
  setMode: (mode: string) => `Choose ${mode}`,
  setFlag: (flag: string, on: boolean) => `Turn ${flag} ${on ? "on" : "off"}`,
  setReferences: (strength: string) =>
    `Set references between stacks to ${strength.toLowerCase()}`,
};
