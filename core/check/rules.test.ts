import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import { newKey, newReplica } from "../design/defaults.ts";
import type { DefinedKey, Design, Key } from "../design/design.ts";
import { printPath } from "../problem/problem.ts";
import { designOfExample } from "../testing/example-design.ts";
import { examplesOfRules } from "../testing/rule-examples.ts";
import { checkAll } from "./check-all.ts";
import { checkDesign } from "./check-design.ts";
import { openFindings } from "./fix-all.ts";
import { designOfParts } from "./example.ts";
import { immediateRules } from "./immediate-rules.ts";
import { rules } from "./registry.ts";
import { families, fixesOf } from "./rule.ts";
import type { Rule } from "./rule.ts";

const registered = Object.entries<Rule>(rules);
const examples = await examplesOfRules();
const cases = [...examples].flatMap(([name, list]) =>
  list.map((example, number) => ({ name, number, ...example })),
);

function placesOf(design: Design, rule: string): readonly string[] {
  return openFindings(design, rule).map(({ path }) => printPath(path));
}

describe("rules", () => {
  test("[C1] every file of rules is registered under its name", async () => {
    const folder = new URL("rules/", import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
    expect(Object.keys(rules).toSorted()).toEqual(files.toSorted());
    for (const [name, rule] of registered) {
      const module: unknown = await import(new URL(`${name}.ts`, folder).href);
      expect(Object.values(module ?? {})).toContain(rule);
    }
  });

  test("[C1] every rule has examples", () => {
    const without = registered
      .map(([name]) => name)
      .filter((name) => (examples.get(name) ?? []).length === 0);
    expect(without).toEqual([]);
  });

  test.each(registered)(
    "[C1] %s says what it looks for, why, how to mend it, and where that is written",
    (_, { family, summary, why, mend, source }) => {
      expect(Object.keys(families)).toContain(family);
      for (const text of [summary, why, mend])
        expect(text).toMatch(/^["A-Z].*\.$/s);
      expect(source.title).not.toBe("");
      expect(new URL(source.url).protocol).toBe("https:");
    },
  );

  test.each(cases)("[C2] $name finds fault at $at", ({ name, bad, at }) => {
    const places = typeof at === "string" ? [at] : at;
    expect(placesOf(designOfExample(bad), name)).toEqual(places);
  });

  test.each(cases)("[C2] $name is content when $at is mended", (example) => {
    expect(placesOf(designOfExample(example.good), example.name)).toEqual([]);
  });

  test.each(cases)("[C3] $name at $at says what to do", ({ name, bad }) => {
    for (const finding of openFindings(designOfExample(bad), name)) {
      expect(finding.message).not.toMatch(/\.$/);
      expect(finding.help).toMatch(/^(?:[a-z"]|AWS|IAM)/);
    }
  });
});

describe("what rules look at", () => {
  const nonsense = { effect: "Allow", actions: ["kms:ListKeys"] } as const;
  const empty = designOfParts({ design: { keys: [] } });
  const check = (key: Key) =>
    immediateRules["action-in-key-policy"].check({
      design: empty,
      key,
      path: ["keys", 0],
    });
  const policy = { mode: "amend", statements: [nonsense] } as const;

  test("[C9] a statement that is left out of the policy is passed over", () => {
    const statements = [{ ...nonsense, disabled: true }, nonsense];
    const key = newKey(empty);
    expect(
      check({ ...key, policy: { mode: "amend", statements } }).map(({ path }) =>
        printPath(path),
      ),
    ).toEqual(["keys[0].policy.statements[1].actions[0]"]);
  });

  test("[C9] the statements of a replica are looked at", () => {
    const key = { ...newKey(empty), policy };
    const replica = newReplica(empty, key, "Stack");
    expect(check(replica)).toHaveLength(1);
  });

  test("[C9] a key that exists already has no fault of its own", () => {
    const key: Key = {
      id: "Imported",
      kind: "imported",
      stack: "Stack",
      arn: "arn:aws:kms:us-east-1:111122223333:key/k",
      aliases: [],
    };
    const design = { ...empty, keys: [key] };
    const codes = checkAll(design).map(({ code }) => code);
    expect(codes.filter((code) => code in rules)).toEqual([]);
  });
});

describe("fixes", () => {
  const refused: readonly Partial<DefinedKey>[] = [
    { keySpec: "ECC_NIST_P256" },
    { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY", enableKeyRotation: true },
    { enableKeyRotation: false, rotationPeriodInDays: 100 },
    { rotationPeriodInDays: 1 },
    { rotationPeriodInDays: 9999 },
    { pendingWindowInDays: 1 },
    { pendingWindowInDays: 99 },
  ];
  const designs = [
    ...refused.map((key) => designOfParts({ key })),
    ...cases.map(({ bad }) => designOfExample(bad)),
  ];
  const fixes = designs.flatMap((design) =>
    checkAll(design).flatMap((finding) =>
      fixesOf(finding).map((fix) => ({ design, finding, ...fix })),
    ),
  );

  test("[C4] every refusal of a setting has a fix", () => {
    for (const key of refused)
      expect(
        checkDesign(designOfParts({ key })).map(({ fix }) => fix),
      ).not.toContain(undefined);
  });

  test.each(fixes)(
    "[C4] $title removes $finding.code",
    ({ design, finding, change }) => {
      const next = applyChange(design, change);
      expect(next.ok).toBe(true);
      const count = (one: Design) =>
        openFindings(one, finding.code).filter(
          ({ message }) => message === finding.message,
        ).length;
      expect(next.ok && count(next.value)).toBeLessThan(count(design));
    },
  );

  test("[C4] the nearest allowed number is chosen", () => {
    const changeOf = (key: Partial<DefinedKey>) =>
      checkDesign(designOfParts({ key }))[0]?.fix?.change;
    expect(changeOf({ pendingWindowInDays: 1 })).toMatchObject({
      patch: { pendingWindowInDays: 7 },
    });
    expect(changeOf({ rotationPeriodInDays: 9999 })).toMatchObject({
      patch: { rotationPeriodInDays: 2560 },
    });
  });
});
