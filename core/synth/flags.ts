import type { CdkSettings } from "../design/design.ts";
import { booleanFlags, referenceFlag } from "../design/feature-flags.ts";
import type {
  BooleanFlag,
  CdkLine,
  CdkMode,
  FlagValues,
  ReferenceStrength,
} from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";

const flagNames = keysOf(booleanFlags);

/** The flags that a line knows, in the order of the table. */
export function flagsOfLine(line: CdkLine): readonly BooleanFlag[] {
  return flagNames.filter((name) => booleanFlags[name][line] !== null);
}

/** The value of a flag before the design says anything; a flag that v2 no longer knows is fixed on there. */
function startValue(name: BooleanFlag, line: CdkLine): boolean {
  const { [line]: values } = booleanFlags[name];
  return values === null ? line === "v2" : values.start;
}

function startReferences(line: CdkLine): ReferenceStrength {
  return line === "v2" ? "weak" : "strong";
}

/** The flags that a line starts with: those of `cdk init` 2.276.0 in v2, none in v1. */
export function startFlags(line: CdkLine): FlagValues {
  return {
    ...everyFlag((name) => startValue(name, line)),
    [referenceFlag]: startReferences(line),
  };
}

function everyFlag(
  valueOf: (name: BooleanFlag) => boolean,
): Record<BooleanFlag, boolean> {
  const values: Partial<Record<BooleanFlag, boolean>> = {};
  for (const name of flagNames) values[name] = valueOf(name);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop has set every name of the table
  return values as Record<BooleanFlag, boolean>;
}

/** The flags in force: those the design sets, else those its line starts with; a flag the line does not know has no say. */
export function flagsOf({ line, flags }: CdkSettings): FlagValues {
  const references = line === "v2" ? flags?.[referenceFlag] : undefined;
  return {
    ...everyFlag((name) =>
      booleanFlags[name][line] === null
        ? startValue(name, line)
        : (flags?.[name] ?? startValue(name, line)),
    ),
    [referenceFlag]: references ?? startReferences(line),
  };
}

/** The flags in force as an app's context has them: those that its line knows. */
export function contextFlags(
  settings: CdkSettings,
): Readonly<Record<string, boolean | string>> {
  const values = flagsOf(settings);
  return Object.fromEntries(
    namesInContext(settings.line).map((name) => [name, values[name]]),
  );
}

function namesInContext(
  line: CdkLine,
): readonly (BooleanFlag | typeof referenceFlag)[] {
  return line === "v2"
    ? [...flagsOfLine(line), referenceFlag]
    : flagsOfLine(line);
}

/** The flags that the design sets otherwise than its line starts with. */
export function changedFlags(
  settings: CdkSettings,
): readonly (readonly [flag: string, value: boolean | string])[] {
  const values = flagsOf(settings);
  const start = startFlags(settings.line);
  return namesInContext(settings.line)
    .filter((name) => values[name] !== start[name])
    .map((name) => [name, values[name]] as const);
}

/** The same flags for another line, as far as it knows them, so that its templates differ as little as they can. */
export function settingsForLine(
  settings: CdkSettings,
  line: CdkLine,
): CdkSettings {
  if (line === settings.line) return settings;
  const values = flagsOf(settings);
  const asked = { line, flags: values };
  const changed = changedFlags(asked);
  return changed.length === 0
    ? { line }
    : { line, flags: Object.fromEntries(changed) };
}

/** The settings that a mode stands for. */
export function settingsOfMode(mode: CdkMode): CdkSettings {
  switch (mode) {
    case "new-v2":
      return { line: "v2" };
    case "v1":
      return { line: "v1" };
    case "older-v2":
      return {
        line: "v2",
        flags: { ...flagsThat("v2", false), [referenceFlag]: "strong" },
      };
    case "v1-flags":
      return { line: "v1", flags: flagsThat("v1", true) };
  }
}

/** The flags of a line that are `value` at the other end of the table and not at the start. */
function flagsThat(
  line: CdkLine,
  value: boolean,
): Partial<Record<BooleanFlag, boolean>> {
  const changed = flagsOfLine(line).filter((name) => {
    const { v1, v2 } = booleanFlags[name];
    return line === "v1" ? v1?.all === true : v2?.start === true;
  });
  return Object.fromEntries(changed.map((name) => [name, value]));
}

/** The mode that the settings are, or undefined where they were chosen flag by flag. */
export function modeOf(settings: CdkSettings): CdkMode | undefined {
  const modes: readonly CdkMode[] = ["new-v2", "older-v2", "v1", "v1-flags"];
  return modes.find((mode) => {
    const { line, flags } = settingsOfMode(mode);
    return (
      line === settings.line &&
      sameFlags(flagsOf({ line, flags: flags ?? {} }), flagsOf(settings))
    );
  });
}

function sameFlags(a: FlagValues, b: FlagValues): boolean {
  return (
    a[referenceFlag] === b[referenceFlag] &&
    flagNames.every((name) => a[name] === b[name])
  );
}
