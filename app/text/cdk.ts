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
  move: "Move to CDK v2",
  moveLead:
    "CDK v1 has been out of support since 1 June 2023. This is what CDK v2 makes of the design.",
  moveRefused: "CDK v2 refuses this design: see the problems after moving.",
  moveSame: "With the same flags, CDK v2 writes the same templates.",
  moveDiffers: "With the same flags, CDK v2 changes this:",
  moveNoUpdates:
    "With the same flags, the templates differ in their text only: deploying them changes nothing.",
  moveButton: "Move to CDK v2 with the same flags",
  freeze: "Open a program that changes nothing",
  freezeHelp:
    "A new design for CDK v2 with the templates as they are, in L1 constructs where the others would write them otherwise.",
  steps: "Then flag by flag, to what a new app has",
  step: (flag: string, value: string) => `${flag}: ${value}`,
  stepSame: "Changes nothing.",
  setMode: (mode: string) => `Choose ${mode}`,
  setFlag: (flag: string, on: boolean) => `Turn ${flag} ${on ? "on" : "off"}`,
  setReferences: (strength: string) =>
    `Set references between stacks to ${strength.toLowerCase()}`,
};
