import { isVerbatim } from "../design/design.ts";
import type { Design } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import { isDesignText, parseDesignText } from "../design/parse-design.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { importProblem } from "./import-problem.ts";
import { readPasted } from "./pasted-json.ts";
import { importSources } from "./registry.ts";
import type { ImportSource } from "./registry.ts";

/** A design that was made of a text. */
export interface Imported {
  readonly design: Design;
  /** What the text was recognised as. */
  readonly source: ImportSource | "design";
  /** How many statements there are. */
  readonly statements: number;
  /** How many of them are kept as text, because they have something that the parts of a statement cannot say. */
  readonly keptAsText: number;
  /** What was read past or left out, with its place in the text. */
  readonly warnings: readonly Problem[];
}

/** What a text was recognised as, as people call it. */
export function sourceTitle(source: Imported["source"]): string {
  return source === "design" ? "Keywright design" : importSources[source].title;
}

/**
 * The design that a text becomes: a Keywright design, or a key policy as a document, as one or several statements, or as
 * `aws kms get-key-policy` prints it, as people paste it: with comments, prompts, commas too many or too few.
 * A policy that is none of a key is refused with the reason. Never throws, whatever the text.
 */
export function importText(
  text: string,
  name = "Imported policy",
): Result<Imported> {
  if (isDesignText(text)) return openedDesign(text);
  const pasted = readPasted(text);
  if (!pasted.ok) return pasted;
  const { values, warnings } = pasted.value;
  for (const source of keysOf(importSources)) {
    const read = importSources[source].read(values, name);
    if (read === undefined) continue;
    if (!read.ok) return failedWith([...read.problems, ...warnings]);
    return ok({
      ...countedIn(read.value.design),
      source,
      warnings: [...warnings, ...read.value.warnings],
    });
  }
  return failed(notRecognised(), ...warnings);
}

function openedDesign(text: string): Result<Imported> {
  const parsed = parseDesignText(text);
  if (!parsed.ok) return parsed;
  return ok({ ...countedIn(parsed.value), source: "design", warnings: [] });
}

function countedIn(design: Design) {
  const statements = design.keys.flatMap(statementsOf);
  return {
    design,
    statements: statements.length,
    keptAsText: statements.filter(isVerbatim).length,
  };
}

function notRecognised(): Problem {
  const known = Object.values(importSources).map(({ title }) => title);
  return importProblem("not-recognised", {
    message: "nothing that can be opened was recognised in this text",
    help: `open a Keywright design or one of these: ${known.join(", ")}`,
  });
}
