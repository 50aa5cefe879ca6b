import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import { isDefined, isOwned } from "../design/design.ts";
import type { DefinedKey, Design, OwnedKey } from "../design/design.ts";
import { mendKey } from "../design/follow-up.ts";
import { limits } from "../kms/limits.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { isOverridden } from "./overridden.ts";
import { immediateRules } from "./immediate-rules.ts";
import type { Finding, Fix, Report, Rule } from "./rule.ts";
import { keyFix } from "./rule.ts";
import { lostReferences } from "./template-references.ts";
import { waysOutOfCycle } from "./ways-out-of-cycle.ts";

/** What is wrong with a design as far as it is seen with every keystroke: what the CDK and AWS KMS refuse, and what a control says of its value. */
export function checkDesign(design: Design): readonly Finding[] {
  return foundWith(design, immediateRules);
}

/** What the CDK refuses and what some rules find, each once. */
function foundWith(design: Design, rules: Rules): readonly Finding[] {
  return eachOnce([
    ...refusalsOf(design),
    ...design.keys.flatMap((_, index) => foundOnKey(design, index, rules)),
  ]);
}

/** Rules by the code of their findings. */
export type Rules = Readonly<Record<string, Rule>>;

/** What the CDK refuses, and what a template has lost. */
export function refusalsOf(design: Design): readonly Finding[] {
  const known = refusals.get(design) ?? workOutRefusals(design);
  refusals.set(design, known);
  return known;
}

/** Whoever mends all of a kind asks for them key by key; a design never changes. */
const refusals = new WeakMap<Design, readonly Finding[]>();

function workOutRefusals(design: Design): readonly Finding[] {
  return [
    ...cdkRefusals(design).map((problem) => withFix(design, problem)),
    ...lostReferences(design),
  ].filter(({ path }) => !isOverridden(design, path));
}

/** What rules find at the key in this place of the design. */
export function foundOnKey(
  design: Design,
  index: number,
  rules: Rules,
): readonly Finding[] {
  const key = design.keys[index];
  if (key === undefined) return [];
  const subject = { design, key, path: ["keys", index] };
  const found: Finding[] = [];
  // Nearly every rule finds nothing on nearly every key: that must cost nothing.
  for (const code in rules) {
    const rule = rules[code];
    if (rule === undefined) continue;
    for (const report of rule.check(subject)) {
      const finding = findingOf(code, rule, report);
      if (!isOverridden(design, finding.path)) found.push(finding);
    }
  }
  return found;
}

function findingOf(
  code: string,
  rule: Rule,
  { closed, ...report }: Report,
): Finding {
  return {
    code,
    severity: rule.severity,
    ...report,
    ...(closed !== undefined && {
      standing: { kind: "closed", reason: closed },
    }),
  };
}

/** The errors that a change would bring into a design; a change that does not apply is an error too. */
export function problemsOfChange(
  design: Design,
  change: DesignChange,
): readonly Finding[] {
  const next = applyChange(design, change);
  if (!next.ok) return next.problems;
  const before = errorsOf(design);
  const after = errorsOf(next.value);
  const changed = without(after, before, identity);
  // What a change merely moves to another index is no new error.
  return without(changed, without(before, after, identity), withoutPlace);
}

/** The findings less those that stand in `others` too; one there takes away one here. */
function without(
  findings: readonly Finding[],
  others: readonly Finding[],
  nameOf: (finding: Finding) => string,
): readonly Finding[] {
  const names = others.map(nameOf);
  return findings.filter((finding) => {
    const index = names.indexOf(nameOf(finding));
    if (index < 0) return true;
    names.splice(index, 1);
    return false;
  });
}

function withoutPlace({ code, message }: Finding): string {
  return `${code} ${message}`;
}

function errorsOf(design: Design): readonly Finding[] {
  return checkDesign(design).filter(({ severity }) => severity === "error");
}

/** The findings, each once: a principal that several keys name is reported for each of them. */
export function eachOnce(findings: readonly Finding[]): readonly Finding[] {
  const byIdentity = new Map(
    findings.toReversed().map((finding) => [identity(finding), finding]),
  );
  return [...byIdentity.values()].toReversed();
}

function identity({ code, path, message }: Problem): string {
  return `${code} ${printPath(path)} ${message}`;
}

function withFix(design: Design, problem: Problem): Finding {
  const [fix, ...otherFixes] = [
    ...waysOutOfCycle(design, problem),
    ...keyFixes(design, problem),
  ];
  if (fix === undefined) return problem;
  return otherFixes.length === 0
    ? { ...problem, fix }
    : { ...problem, fix, otherFixes };
}

function keyFixes(design: Design, problem: Problem): readonly Fix[] {
  const fix = keyFixFor(design, problem);
  return fix === undefined ? [] : [fix];
}

function keyFixFor(design: Design, { code, path }: Problem): Fix | undefined {
  const key = design.keys[indexOfKey(path)];
  if (key === undefined || !isOwned(key)) return undefined;
  return (
    pendingWindowFix(key, code) ??
    (isDefined(key) ? settingFix(key, code) : undefined)
  );
}

function pendingWindowFix(key: OwnedKey, code: string): Fix | undefined {
  if (code !== "key/pending-window") return undefined;
  return keyFix("Choose the nearest pending window", key, {
    pendingWindowInDays: nearest(
      key.pendingWindowInDays,
      limits.pendingWindowInDays,
    ),
  });
}

function settingFix(key: DefinedKey, code: string): Fix | undefined {
  switch (code) {
    case "key/usage-not-of-spec":
    case "key/rotation-not-of-spec":
      return keyFix(
        "Make the settings fit the key spec",
        key,
        mendKey(key).patch,
      );
    case "key/rotation-period-without-rotation":
      return keyFix("Remove the rotation period", key, {
        rotationPeriodInDays: null,
      });
    case "key/rotation-period":
      return keyFix("Choose the nearest rotation period", key, {
        rotationPeriodInDays: nearest(
          key.rotationPeriodInDays,
          limits.rotationPeriodInDays,
        ),
      });
    default:
      return undefined;
  }
}

function indexOfKey([list, index]: Path): number {
  return list === "keys" && typeof index === "number" ? index : -1;
}

function nearest(
  value: number | undefined,
  { min, max, default: usual }: { min: number; max: number; default: number },
): number {
  return value === undefined ? usual : Math.min(max, Math.max(min, value));
}
