import fc from "fast-check";

import { consumerKinds } from "../design/consumer-kinds.ts";
import type {
  CdkSettings,
  Design,
  Key,
  SeparateAlias,
  Stack,
} from "../design/design.ts";
import { referenceFlag, referenceStrengths } from "../design/feature-flags.ts";
import type { CdkMode } from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";
import { flagsOfLine, settingsOfMode } from "../synth/flags.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { keys } from "./arbitrary-app-keys.ts";
import { principals } from "./arbitrary-app-people.ts";
import { stacks, withOutputs } from "./arbitrary-app-stacks.ts";
import { fitted } from "./fitted-app.ts";

const allModes: readonly CdkMode[] = ["new-v2", "older-v2", "v1", "v1-flags"];

/** Designs of several stacks that the real CDK accepts, in every mode. */
export function arbitraryApp(
  modes: readonly CdkMode[] = allModes,
): fc.Arbitrary<Design> {
  return arbitraryAnyApp(modes).filter(
    (design) => cdkRefusals(design).length === 0,
  );
}

/** Designs of several stacks; the CDK may refuse them. */
export function arbitraryAnyApp(
  modes: readonly CdkMode[] = allModes,
): fc.Arbitrary<Design> {
  return fc
    .tuple(settings(modes), stacks())
    .chain(([cdk, homes]) =>
      principals(homes).chain((people) =>
        keys(homes, people, cdk.line).chain((all) =>
          fc.record({
            keywright: fc.constant(1 as const),
            name: fc.constant("App"),
            cdk: fc.constant(cdk),
            stacks: withOutputs(homes, all),
            principals: fc.constant(people),
            keys: fc.constant(all),
            aliases: separateAliases(homes, all),
            consumers: consumers(homes, all),
          }),
        ),
      ),
    )
    .map(fitted);
}

function settings(modes: readonly CdkMode[]): fc.Arbitrary<CdkSettings> {
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      changes: fc.oneof(
        { weight: 2, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        },
      ),
      strength: fc.constantFrom(undefined, ...keysOf(referenceStrengths)),
    })
    .map(({ mode, changes, strength }) => {
      const { line, flags } = settingsOfMode(mode);
      const own = Object.fromEntries(
        flagsOfLine(line).flatMap((name, index) =>
          changes?.[index] === undefined ? [] : [[name, changes[index]]],
        ),
      );
      const references =
        line === "v2" && strength !== undefined
          ? { [referenceFlag]: strength }
          : {};
      return { line, flags: { ...flags, ...own, ...references } };
    });
}

function separateAliases(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<readonly SeparateAlias[]> {
  return fc
    .array(
      fc.record(
        {
          id: fc.constant(""),
          stack: fc.constantFrom(...homes.map(({ id }) => id)),
          name: fc.constant(""),
          key: fc.constantFrom(...all.map(({ id }) => id)),
          removalPolicy: fc.constantFrom("retain" as const, "destroy" as const),
        },
        { requiredKeys: ["id", "stack", "name", "key"] },
      ),
      { maxLength: 2 },
    )
    .map((aliases) =>
      aliases.map((one, index) => ({
        ...one,
        id: `Alias${index}`,
        name: `alias/own-${index}`,
      })),
    );
}

function consumers(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<NonNullable<Design["consumers"]>> {
  return fc
    .array(
      fc.record({
        id: fc.constant(""),
        kind: fc.constantFrom(...keysOf(consumerKinds)),
        stack: fc.constantFrom(...homes.map(({ id }) => id)),
        key: fc.constantFrom(...all.map(({ id }) => id)),
      }),
      { maxLength: 2 },
    )
    .map((list) =>
      list.map((one, index) => ({ ...one, id: `Consumer${index}` })),
    );
}
