import fc from "fast-check";

import { consumerKinds } from "../design/consumer-kinds.ts";
import type {
  AcceptedFinding,
  CdkSettings,
  Design,
  Key,
  SeparateAlias,
  Stack,
} from "../design/design.ts";
import { referenceFlag, referenceStrengths } from "../design/feature-flags.ts";
import type { CdkMode } from "../design/feature-flags.ts";
import { keysOf } from "../kms/keys-of.ts";
import { scannerRules } from "../kms/scanner-rules.ts";
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
  return accepting(
    bareApp(modes).filter((design) => cdkRefusals(design).length === 0),
  );
}

/** Designs of several stacks; the CDK may refuse them. */
export function arbitraryAnyApp(
  modes: readonly CdkMode[] = allModes,
): fc.Arbitrary<Design> {
  return accepting(bareApp(modes));
}

/** The designs with findings that are accepted, which the CDK never refuses. */
function accepting(app: fc.Arbitrary<Design>): fc.Arbitrary<Design> {
  return app.chain((design) =>
    acceptances().map((list) => withAccepted(design, list)),
  );
}

function bareApp(modes: readonly CdkMode[]): fc.Arbitrary<Design> {
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

/** A finding that is accepted about whichever key stands at a place. */
interface Acceptance extends Pick<AcceptedFinding, "rule" | "reason"> {
  readonly place: number;
}

/** Findings that are accepted, for reasons of every length. */
function acceptances(): fc.Arbitrary<readonly Acceptance[]> {
  const acceptance = fc.record({
    rule: fc.constantFrom(
      "rotation-off",
      "policy-size",
      ...keysOf(scannerRules),
    ),
    place: fc.nat(),
    reason: fc.constantFrom(
      "a lab",
      "agreed with the people who keep the books, until the end of the year",
      'rotiert wird von Hand, "alle" 90 Tage – 鍵',
      "only in ${AWS::Region}",
    ),
  });
  return fc.oneof(
    fc.constant<readonly Acceptance[]>([]),
    fc.array(acceptance, { minLength: 1, maxLength: 5 }),
  );
}

function withAccepted(design: Design, list: readonly Acceptance[]): Design {
  const { keys: all } = design;
  const accepted = list.flatMap(({ place, ...one }, index) => {
    const key = all[place % all.length]?.id;
    return key === undefined ? [] : [{ ...one, id: `Accepted${index}`, key }];
  });
  return { ...design, accepted };
}
