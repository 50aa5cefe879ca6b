import { expect, test } from "vitest";
import { isOwned, policyEntries, samples } from "../../core/index.ts";
import { statementNumber } from "./statement-number.ts";

test.each(["amend", "replace"] as const)(
  "own statements have the number of their place in the policy (%s)",
  (mode) => {
    const { design } = samples["symmetric-data-key"];
    const keys = design.keys.filter(isOwned).map((key) => ({
      ...key,
      policy: { ...key.policy, mode },
    }));
    for (const key of keys) {
      const entries = policyEntries({ ...design, keys }, key);
      const own = entries.findIndex(({ provenance }) => provenance === "own");
      expect(statementNumber(key, 0)).toBe(own + 1);
    }
  },
);
