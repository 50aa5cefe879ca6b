import type { Design } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import { withAcceptance } from "./accepted.ts";
import { checkAccess } from "./check-access.ts";
import type { AccessOptions } from "./check-access.ts";
import { eachOnce, foundOnKey, refusalsOf } from "./check-design.ts";
import { rules } from "./registry.ts";
import type { Finding } from "./rule.ts";

/**
 * Every finding of a design: what the CDK refuses, what the rules find, claims that do not hold and kept tests that fail.
 * Those that the person accepts and those that turn out to be none have a `standing`, which says why.
 */
export function checkAll(
  design: Design,
  options: AccessOptions = {},
): readonly Finding[] {
  return eachOnce(checkParts(design, options).flatMap((part) => part()));
}

/**
 * The work of {@link checkAll} in parts, key by key, for whoever shows progress and stops between them. What several
 * parts find is to be taken once, with {@link eachOnce}.
 */
export function checkParts(
  design: Design,
  options: AccessOptions = {},
): readonly (() => readonly Finding[])[] {
  const { keyId } = options;
  const standing = (findings: readonly Finding[]) =>
    findings.map((finding) => withAcceptance(design, finding));
  const keys = design.keys.flatMap(({ id }, index) =>
    keyId === undefined || keyId === id ? [index] : [],
  );
  return [
    () =>
      standing(refusalsOf(design).filter(({ path }) => isAbout(path, keys))),
    ...keys.map((index) => () => standing(foundOnKey(design, index, rules))),
    () => standing(checkAccess(design, options)),
  ];
}

/** The place is not in another key than those that are asked about. */
function isAbout([list, index]: Path, keys: readonly number[]): boolean {
  return list !== "keys" || keys.includes(Number(index));
}
