import type { Design, Key, Stack } from "../design/design.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { cdkRefusals } from "../synth/refusals.ts";
import type { Exported, ExportOptions } from "./exported.ts";
import type { Exporter } from "./exporter.ts";
import { exportTargets } from "./registry.ts";
import type { ExportTarget } from "./registry.ts";

/**
 * A design as text in the language of a target.
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
  const stack = chosenStack(design, options);
  const key = exporter.perKey ? chosenKey(design, options) : ok(undefined);
  const problems = [
    ...optionProblems(exporter, options),
    ...(stack.ok ? [] : stack.problems),
    ...(key.ok ? [] : key.problems),
    ...(exporter.needsCdk ? cdkRefusals(design) : []),
  ];
  if (problems.length > 0) return failedWith(problems);
  if (!stack.ok || !key.ok) return stack.ok ? failed(noKey()) : stack;
  return ok(
    exporter.write({
      design,
      stack: stack.value,
      key: key.value,
      fragment: options.fragment ?? false,
      logicalIds: options.logicalIds ?? "cdk",
    }),
  );
}

function chosenStack(
  design: Design,
  { stack: id }: ExportOptions,
): Result<Stack> {
  const found =
    id === undefined
      ? design.stacks[0]
      : design.stacks.find((stack) => stack.id === id);
  return found === undefined ? failed(noSuch("stack", id ?? "")) : ok(found);
}

function chosenKey(design: Design, { key: id }: ExportOptions): Result<Key> {
  const [only, ...others] = design.keys;
  if (id === undefined && others.length > 0) return failed(severalKeys(design));
  const found =
    id === undefined ? only : design.keys.find((key) => key.id === id);
  if (found === undefined)
    return failed(id === undefined ? noKey() : noSuch("key", id));
  return ok(found);
}

function optionProblems(
  exporter: Exporter,
  options: ExportOptions,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (options.fragment === true && !exporter.fragment)
    problems.push(notTaken("a fragment is written of CDK code only"));
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

function severalKeys(design: Design): Problem {
  return {
    code: "export/several-keys",
    severity: "error",
    path: ["keys"],
    message: `the design has ${design.keys.length} keys, and this target writes one`,
    help: `choose one of ${design.keys.map(({ id }) => `\`${id}\``).join(", ")}`,
  };
}
