import { isVerbatim } from "../design/design.ts";
import type { Design, Key, Stack } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import { isDesignText, parseDesignText } from "../design/parse-design.ts";
import { keysOf } from "../kms/keys-of.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { excessiveSize } from "../problem/text-size.ts";
import { importProblem } from "./import-problem.ts";
import type { ReadPolicy } from "./key-policy.ts";
import { readPasted } from "./pasted-json.ts";
import { importSources } from "./registry.ts";
import type { ImportSource } from "./registry.ts";
import { readTemplates } from "./template/read-templates.ts";
import type { TextPart } from "./template/read-templates.ts";

/** A design that was made of a text. */
export interface Imported {
  readonly design: Design;
  /** What the text was recognised as. */
  readonly source: ImportSource | "cloudformation" | "design";
  /** How many statements there are. */
  readonly statements: number;
  /** How many of them are kept as text, because they have something that the parts of a statement cannot say. */
  readonly keptAsText: number;
  /** What templates held besides keys, replicas and aliases, which is kept as it was. */
  readonly kept: readonly KeptPart[];
  /** What was read past or left out, with its place in the text. */
  readonly warnings: readonly Problem[];
}

/** Members of one section of a template that are kept as they were. */
export interface KeptPart {
  /** The id of the stack. */
  readonly stack: string;
  /** Such as `Resources` or `Outputs`. */
  readonly section: string;
  readonly names: readonly string[];
}

/** A text to open: the content of a file, or what was pasted. */
export interface TextFile {
  /** The name of the file, after which stacks and designs are named; empty where there is none. */
  readonly name: string;
  readonly text: string;
}

/** What a text was recognised as, as people call it. */
export function sourceTitle(source: Imported["source"]): string {
  if (source === "cloudformation") return "CloudFormation template";
  return source === "design" ? "Keywright design" : importSources[source].title;
}

/**
 * The design that a text becomes: a Keywright design, a CloudFormation template (YAML or JSON, whole or a part of one,
 * SAM, Serverless Framework), a key policy as a document, as one or several statements, or as
 * `aws kms get-key-policy` prints it, as people paste it: with comments, prompts, commas too many or too few.
 * A policy that is none of a key is refused with the reason. Never throws, whatever the text.
 */
export function importText(
  text: string,
  name = "Imported policy",
): Result<Imported> {
  return importFiles([{ name: "", text }], name);
}

/**
 * The design that several files become: templates a stack each, with the manifest of a `cdk.out` folder as it says;
 * other files together one key. Spans of problems are places in all texts, one after another with a line break between.
 */
export function importFiles(
  files: readonly TextFile[],
  name: string,
): Result<Imported> {
  const text = files.map((file) => file.text).join("\n");
  if (isDesignText(text)) return openedDesign(text);
  const size = excessiveSize(text);
  if (size !== undefined) return failed(tooLarge(size));
  const templates = readTemplates(partsOf(files), name);
  if (templates !== undefined) return imported(templates, "cloudformation", []);
  const pasted = readPasted(text);
  if (!pasted.ok) return pasted;
  const { values, warnings } = pasted.value;
  for (const source of keysOf(importSources)) {
    const read = importSources[source].read(values, name);
    if (read !== undefined) return imported(read, source, warnings);
  }
  return failed(notRecognised(), ...warnings);
}

function partsOf(files: readonly TextFile[]): readonly TextPart[] {
  let start = 0;
  return files.map((file) => {
    const part = { ...file, start };
    start += file.text.length + 1;
    return part;
  });
}

function imported(
  read: Result<ReadPolicy>,
  source: Imported["source"],
  warnings: readonly Problem[],
): Result<Imported> {
  if (!read.ok) return failedWith([...read.problems, ...warnings]);
  return ok({
    ...countedIn(read.value.design),
    source,
    warnings: [...warnings, ...read.value.warnings],
  });
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
    statements: statements.length + design.keys.flatMap(foundStatements).length,
    keptAsText: statements.filter(isVerbatim).length,
    kept: design.stacks.flatMap(keptIn),
  };
}

/** The statements of a key that exists and that no stack manages. */
function foundStatements(key: Key): readonly Json[] {
  const found = key.kind === "imported" ? key.found : undefined;
  const list = found?.policyDocument?.["Statement"] ?? [];
  return isJsonList(list) ? list : [list];
}

function keptIn({ id, template }: Stack): readonly KeptPart[] {
  return Object.entries(template?.rest ?? {}).flatMap(([section, members]) => {
    if (!isJsonObject(members)) return [];
    const names = Object.keys(members).filter((one) => members[one] !== null);
    return names.length === 0 ? [] : [{ stack: id, section, names }];
  });
}

function tooLarge(size: string): Problem {
  return importProblem("too-large", {
    message: `the text has ${size}`,
    help: "check that this is the right file",
  });
}

function notRecognised(): Problem {
  const known = Object.values(importSources).map(({ title }) => title);
  return importProblem("not-recognised", {
    message: "nothing that can be opened was recognised in this text",
    help: `open a Keywright design or one of these: CloudFormation template, ${known.join(", ")}`,
  });
}
