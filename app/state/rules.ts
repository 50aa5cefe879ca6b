import type { Rule } from "../../core/index.ts";
import { hasKey } from "../../core/index.ts";
import { rules } from "../lazy/checks.ts";

/** The rule that finds problems of a code; what the CDK refuses, claims and tests have none. */
export function ruleOf(code: string | undefined): Rule | undefined {
  return code !== undefined && hasKey(rules, code) ? rules[code] : undefined;
}

/** What a problem is about: the family of its rule, or where else it comes from. */
export function familyOf(code: string | undefined): string {
  if (code === undefined) return "input";
  const rule = ruleOf(code);
  if (rule !== undefined) return rule.family;
  return /^(?:claim|test)\//.test(code) ? "access" : "refused";
}
