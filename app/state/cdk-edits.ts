import type {
  BooleanFlag,
  CdkSettings,
  FeatureFlags,
  ReferenceStrength,
} from "../../core/index.ts";
import { flagsOf, referenceFlag } from "../../core/index.ts";
import { cdkText } from "../text/cdk.ts";
import { edit } from "./edit.ts";

/** Turns a feature flag on or off; one that is as the line starts is not written down. */
export function setFlag(
  cdk: CdkSettings,
  flag: BooleanFlag,
  on: boolean,
): void {
  const { [flag]: _, ...others } = cdk.flags ?? {};
  const isStart = flagsOf({ line: cdk.line })[flag] === on;
  setFlags(
    cdkText.setFlag(flag, on),
    cdk,
    isStart ? others : { ...others, [flag]: on },
  );
}

/** Chooses how stacks refer to each other. */
export function setReferences(
  cdk: CdkSettings,
  strength: ReferenceStrength,
): void {
  const { [referenceFlag]: _, ...others } = cdk.flags ?? {};
  const isStart = flagsOf({ line: cdk.line })[referenceFlag] === strength;
  setFlags(
    cdkText.setReferences(cdkText.strengths[strength]),
    cdk,
    isStart ? others : { ...others, [referenceFlag]: strength },
  );
}

function setFlags(
  title: string,
  { line }: CdkSettings,
  flags: FeatureFlags,
): void {
  const cdk: CdkSettings =
    Object.keys(flags).length === 0 ? { line } : { line, flags };
  edit({ title, change: { type: "edit-design", patch: { cdk } } });
}
