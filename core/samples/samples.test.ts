import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import type { Design } from "../design/design.ts";
import { parseDesign } from "../design/parse-design.ts";
import { samples } from "./registry.ts";
import type { Sample } from "./sample.ts";

const all: readonly (readonly [string, Sample])[] = Object.entries(samples);
const demos = all.filter(([, { kind }]) => kind === "demo");

function played(design: Design, changes: readonly DesignChange[]): Design {
  const next = applyChange(design, { type: "batch", changes });
  if (!next.ok) throw new Error(JSON.stringify(next.problems));
  return next.value;
}

describe("samples", () => {
  test("[D25] every file of samples is registered under its name", () => {
    const folder = new URL(".", import.meta.url);
    const files = readdirSync(folder).filter((file) =>
      /^export const \w+: Sample = /m.test(
        readFileSync(new URL(file, folder), "utf8"),
      ),
    );
    expect(Object.keys(samples).toSorted()).toEqual(
      files.map((file) => file.replace(/\.ts$/, "")).toSorted(),
    );
  });

  test.each(all)("[D25] %s is a design", (_, { design }) => {
    expect(parseDesign(design)).toEqual({ ok: true, value: design });
  });

  test.each(all)(
    "[D25] %s has a title and says what it is good for",
    (_, sample) => {
      expect(sample.title).toMatch(/^[A-Z]/);
      expect(sample.summary).toMatch(/^[A-Z].*\.$/);
    },
  );

  test("[D25] titles are different", () => {
    const titles = all.map(([, { title }]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(all)(
    "[D26] %s has steps and an end exactly when it is a demo",
    (_, sample) => {
      expect(sample.steps.length > 0).toBe(sample.kind === "demo");
      expect(sample.end !== undefined).toBe(sample.kind === "demo");
    },
  );

  test.each(demos)("[D26] no step of %s is done at the start", (_, sample) => {
    expect(sample.steps.map(({ isDone }) => isDone(sample.design))).toEqual(
      sample.steps.map(() => false),
    );
  });
});

describe("demos played to their end", () => {
  test("[D26] from a bare key to a template: step by step", () => {
    const { design, steps } = samples["demo-first-key"];
    const edits: readonly DesignChange[] = [
      {
        type: "edit-key",
        key: "DataKey",
        patch: { enableKeyRotation: true, rotationPeriodInDays: 180 },
      },
      {
        type: "edit-key",
        key: "DataKey",
        patch: { aliases: ["alias/app/data"] },
      },
      {
        type: "edit-key",
        key: "DataKey",
        patch: { administrators: ["KeyAdmins"] },
      },
      {
        type: "edit-key",
        key: "DataKey",
        patch: {
          policy: {
            mode: "amend",
            statements: [
              {
                effect: "Allow",
                principals: ["App"],
                actions: ["kms:Decrypt"],
                resources: ["*"],
              },
            ],
          },
        },
      },
    ];
    for (const count of [0, 1, 2, 3, 4]) {
      const now = played(design, edits.slice(0, count));
      expect(steps.map(({ isDone }) => isDone(now))).toEqual(
        steps.map((_, index) => index < count),
      );
    }
  });

  test("[D26] mend a design: step by step", () => {
    const { design, steps } = samples["demo-mend"];
    const edits: readonly DesignChange[] = [
      {
        type: "edit-key",
        key: "SigningKey",
        patch: { keyUsage: "SIGN_VERIFY" },
      },
      {
        type: "edit-key",
        key: "SigningKey",
        patch: { pendingWindowInDays: 7 },
      },
    ];
    for (const count of [0, 1, 2]) {
      const now = played(design, edits.slice(0, count));
      expect(steps.map(({ isDone }) => isDone(now))).toEqual(
        steps.map((_, index) => index < count),
      );
    }
  });
});
