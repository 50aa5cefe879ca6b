import { isOwned } from "../design/design.ts";
import type { Design, Key, Stack } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { settingsForLine } from "../synth/flags.ts";
import { keptRefusals } from "../synth/refuse-kept.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import { sameTemplates } from "./same-templates.ts";
import type { Exported, ExportOptions } from "./exported.ts";
import type { Exporter } from "./exporter.ts";
import { exportTargets } from "./registry.ts";
import type { ExportTarget } from "./registry.ts";

/**
 * A design as text in the language of a target.
 *
 * A target of another CDK line than the design's takes the design as one of its own line, with the same flags as far as
 * that line knows them; a note says so, and whether the templates are the same.
 *
 * Fails with what the real CDK would refuse about the design, with options that the target does not take,
 * and where there are several stacks or keys and none was chosen.
 */
export function exportDesign(
  design: Design,
  target: ExportTarget,
  options: ExportOptions = {},
): Result<Exported> {
  const exporter = exportTargets[target];
  const { line = design.cdk.line } = exporter;
  if (line === design.cdk.line) return exportAs(design, exporter, options);
  const other = { ...design, cdk: settingsForLine(design.cdk, line) };
  const exported = exportAs(other, exporter, options);
  if (!exported.ok) return exported;
  const notes = [lineNote(design, other), ...exported.value.notes];
  return ok({ ...exported.value, notes });
}

/** What it means that a design is exported for another line. */
function lineNote(design: Design, other: Design): string {
  const begin = `The design is for CDK ${design.cdk.line}. This program is for ${other.cdk.line}`;
  return sameTemplates(design, other)
    ? `${begin} and makes the same templates.`
    : `${begin}, and its templates differ: choose CDK ${other.cdk.line} in the design's settings to see them.`;
}

function exportAs(
  design: Design,
  exporter: Exporter,
  options: ExportOptions,
): Result<Exported> {
  const stack = chosenStack(design, exporter, options);
  const key = exporter.perKey ? chosenKey(design, options) : ok(undefined);
  const problems = [
    ...optionProblems(exporter, options),
    ...(stack.ok ? [] : stack.problems),
    ...(key.ok ? [] : key.problems),
    ...refusalsFor(design, exporter, stack.ok ? stack.value : undefined),
  ];
  if (problems.length > 0) return failedWith(problems);
  if (!stack.ok || !key.ok) return stack.ok ? failed(noKey()) : stack;
  return ok(
    exporter.write({
      design,
      stack: stack.value,
      key: key.value,
      fragment: options.fragment ?? false,
      project: options.project ?? false,
      logicalIds: options.logicalIds ?? "cdk",
      templateTexts: options.templateTexts,
    }),
  );
}

function refusalsFor(
  design: Design,
  { needsCdk, keepsTemplates = false }: Exporter,
  stack: Stack | undefined,
): readonly Problem[] {
  if (keepsTemplates && stack?.template !== undefined)
    return keptRefusals(design);
  return needsCdk ? cdkRefusals(design) : [];
}

/** The stack that was named, else the only one where the target writes one. */
function chosenStack(
  { stacks }: Design,
  { perStack }: Exporter,
  { stack: id, fragment = false }: ExportOptions,
): Result<Stack | undefined> {
  if (id !== undefined) {
    const found = memberWithId(stacks, id);
    return found === undefined ? failed(noSuch("stack", id)) : ok(found);
  }
  if (!perStack && !fragment) return ok(undefined);
  const [only, ...others] = stacks;
  if (others.length > 0) return failed(severalStacks(stacks));
  return only === undefined ? failed(noStack()) : ok(only);
}

/** The key that was named, else the only one that has a policy of the design. */
function chosenKey({ keys }: Design, { key: id }: ExportOptions): Result<Key> {
  if (id !== undefined) {
    const found = memberWithId(keys, id);
    if (found === undefined) return failed(noSuch("key", id));
    return isOwned(found) ? ok(found) : failed(noPolicy(found));
  }
  const [first] = keys;
  const [only, ...others] = keys.filter(isOwned);
  if (others.length > 0) return failed(severalKeys(keys.filter(isOwned)));
  if (only !== undefined) return ok(only);
  return failed(first === undefined ? noKey() : noPolicy(first));
}

function optionProblems(
  exporter: Exporter,
  options: ExportOptions,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (options.fragment === true && !exporter.fragment)
    problems.push(notTaken("a fragment is written of CDK code only"));
  if (options.project === true && exporter.line === undefined)
    problems.push(notTaken("a project is written of CDK code only"));
  if (options.project === true && options.fragment === true)
    problems.push(notTaken("a fragment is no project"));
  if (options.logicalIds === "readable" && !exporter.logicalIds)
    problems.push(notTaken("logical IDs are chosen for CloudFormation only"));
  return problems;
}

function notTaken(message: string): Problem {
  return {
    code: "export/option",
    severity: "error",
    path: [],
    message,
    help: "leave the option out, or choose another target",
  };
}

function noSuch(kind: string, id: string): Problem {
  return {
    code: "export/unknown-name",
    severity: "error",
    path: [],
    message: `the design has no ${kind} \`${id}\``,
    help: `name one of the design's ${kind}s`,
  };
}

function noKey(): Problem {
  return {
    code: "export/no-key",
    severity: "error",
    path: ["keys"],
    message: "the design has no key",
    help: "add a key first",
  };
}

function noStack(): Problem {
  return {
    code: "export/no-stack",
    severity: "error",
    path: ["stacks"],
    message: "the design has no stack",
    help: "add a stack first",
  };
}

function noPolicy({ id }: Key): Problem {
  return {
    code: "export/no-policy",
    severity: "error",
    path: ["keys"],
    message: `key \`${id}\` exists already, and its policy is not in the design`,
    help: "choose a key that the design creates",
  };
}

function severalKeys(keys: readonly Key[]): Problem {
  return {
    code: "export/several-keys",
    severity: "error",
    path: ["keys"],
    message: `the design has ${keys.length} keys, and this target writes one`,
    help: `choose one of ${idsOf(keys)}`,
  };
}

function severalStacks(stacks: readonly Stack[]): Problem {
  return {
    code: "export/several-stacks",
    severity: "error",
    path: ["stacks"],
    message: `the design has ${stacks.length} stacks, and this target writes one`,
    help: `choose one of ${idsOf(stacks)}`,
  };
}

function idsOf(parts: readonly { readonly id: string }[]): string {
  return parts.map(({ id }) => `\`${id}\``).join(", ");
}
