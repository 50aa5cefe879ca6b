import { depthProblem, maximumDepth } from "../problem/depth.ts";
import { parseJson } from "../problem/json.ts";
import type { Json } from "../problem/json.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { excessiveSize } from "../problem/text-size.ts";
import { jsonNames, jsonTree } from "./json-tree.ts";
import { withLineFeeds } from "./line-feeds.ts";
import { emptyNode } from "./make-node.ts";
import { parseYaml } from "./parse-yaml.ts";
import {
  maximumSyntaxProblems,
  maximumValues,
  moreDocuments,
  tooDeep,
  tooLarge,
  tooManyValues,
} from "./template-problem.ts";
import type { TextNode } from "./text-node.ts";
import { propsIn } from "./pair-marks.ts";
import { YamlTree } from "./yaml-tree.ts";

/** A text that was read, with the nodes that it is made of. */
export interface TextTree extends ReadTree {
  readonly text: string;
}

interface ReadTree {
  readonly value: Json;
  readonly language: "yaml" | "json";
  /** Those of a JSON text are made when they are asked for. */
  readonly root: () => TextNode;
  readonly warnings: readonly Problem[];
}

/** How many texts stay read, and up to which length; what was read of larger ones takes too much memory. */
const kept = { texts: 4, length: 1_000_000 };

const readBefore = new Map<string, Result<TextTree>>();

/**
 * The value of a text in JSON or YAML with the nodes that it is made of, or what keeps it from being read. The latest
 * texts stay read: one edit reads the same text for its value, its places, its change and the proof of its change.
 */
export function readTree(source: string): Result<TextTree> {
  const before = readBefore.get(source);
  if (before !== undefined) return before;
  const read = readNewly(source);
  if (source.length > kept.length) return read;
  readBefore.set(source, read);
  const [oldest] = readBefore.keys();
  if (readBefore.size > kept.texts && oldest !== undefined)
    readBefore.delete(oldest);
  return read;
}

function readNewly(source: string): Result<TextTree> {
  const size = excessiveSize(source);
  if (size !== undefined) {
    const span = { start: 0, end: source.length };
    return failed(tooLarge(`the text has ${size}`, span));
  }
  const text = withLineFeeds(source);
  const read = readJson(text) ?? readYaml(text);
  return read.ok ? ok({ ...read.value, text: source }) : read;
}

/** The JSON value in a text; undefined where it is none, which may still be YAML. */
function readJson(source: string): Result<ReadTree> | undefined {
  if (!/^\s*[{[]/.test(source)) return undefined;
  // A space in the stead of a byte order mark keeps every place.
  const text = source.replace(/^\ufeff/, " ");
  const span = { start: 0, end: text.length };
  const value = parseJson(text);
  if (value === undefined) return undefined;
  if (depthProblem(value) !== undefined) return failed(tooDeep(span));
  const { duplicates, reserved } = jsonNames(text);
  let made: TextNode | undefined;
  const root = () => (made ??= jsonTree(text));
  return reserved.length > 0
    ? failedWith(reserved)
    : ok({ value, language: "json", root, warnings: duplicates });
}

function readYaml(text: string): Result<ReadTree> {
  const parsed = parseYaml(text);
  if (!parsed.ok) return parsed;
  const { contents, start, next } = parsed.value;
  const tree = new YamlTree(text);
  const root =
    contents === null
      ? emptyNode(text.length)
      : tree.node(contents, { lead: contents.range[0], props: propsIn(start) });
  const problems = yamlProblems(tree, root);
  if (problems.length > 0) return failedWith(problems);
  const others = next === undefined ? [] : [moreDocuments(next)];
  return ok({
    value: root.value,
    language: "yaml",
    root: () => root,
    warnings: [...tree.warnings, ...others],
  });
}

function yamlProblems(tree: YamlTree, root: TextNode): readonly Problem[] {
  if (tree.problems.length > 0)
    return tree.problems.slice(0, maximumSyntaxProblems);
  if (tree.isTooLarge || root.size > maximumValues)
    return [tooManyValues(root.span)];
  return root.depth > maximumDepth ? [tooDeep(root.span)] : [];
}
