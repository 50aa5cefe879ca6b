import { describe, expect, test } from "vitest";

import { keysOf } from "./keys-of.ts";
import { scannerRules, scannerRulesOf, scanners } from "./scanner-rules.ts";

const forms = {
  cdkNag: /^(?:AwsSolutions-KMS\d+|[A-Z\d.]+R?\d*-KMS\w+)$/,
  cfnNag: /^[FW]\d+$/,
  checkov: /^CKV2?_AWS_\d+$/,
  cfnGuard: /^[A-Z][A-Z_]+$/,
  controlTower: /^CT\.KMS\.PR\.\d+$/,
} as const;

describe("rules of other scanners", () => {
  test.each(keysOf(scannerRules))(
    "[K24] those for %s have the form of their scanner, each once",
    (rule) => {
      for (const scanner of keysOf(forms)) {
        const names = scannerRules[rule][scanner];
        expect(names.filter((name) => !forms[scanner].test(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
    },
  );

  test("[K24] a rule of another scanner is for one of ours", () => {
    for (const scanner of keysOf(forms)) {
      const all = keysOf(scannerRules).flatMap(
        (rule) => scannerRules[rule][scanner],
      );
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test("[K24] a rule of ours that no scanner has leads to none", () => {
    expect(scannerRulesOf("policy-size")).toBeUndefined();
    expect(scannerRulesOf("toString")).toBeUndefined();
    expect(scannerRulesOf("public-access")?.checkov).toEqual(["CKV_AWS_33"]);
  });

  test("[K24] each scanner looks in a section of its own", () => {
    const sections = keysOf(scanners).map((name) => scanners[name].section);
    expect(new Set(sections).size).toBe(sections.length);
  });
});
