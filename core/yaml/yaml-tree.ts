import { isAlias, isMap, isScalar } from "yaml";
import type { Alias, CST, ParsedNode, YAMLMap, YAMLSeq } from "yaml";
import type { Json } from "../problem/json.ts";
import type { Path, Problem, Span } from "../problem/problem.ts";
import {
  callNode,
  emptyNode,
  listNode,
  mapNode,
  mergedMembers,
} from "./make-node.ts";
import { isItem, marksOf, mistakeIn, propsIn } from "./pair-marks.ts";
import type { PairMarks, SourcePair } from "./pair-marks.ts";
import { functionOf } from "./short-tags.ts";
import {
  badAlias,
  duplicateName,
  reservedName,
  syntaxProblem,
  unknownTag,
} from "./template-problem.ts";
import type { CallNode, Entry, Layout, TextNode } from "./text-node.ts";
import { isCoreTag, yamlScalarNode } from "./yaml-scalar-node.ts";
import type { Before } from "./yaml-scalar-node.ts";

/** More members than merge keys bring to any template; each one is copied. */
const maximumMerged = 100_000;

/** Makes nodes of ours from those of `yaml`, in the order of the text, and collects what is wrong. */
export class YamlTree {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly #text: string;
  #path: Path = [];
  /** The nodes by their anchors; one that has not ended yet is undefined. */
  readonly #anchors = new Map<string, TextNode | undefined>();
  /** How many members merge keys have brought: work that no node stands for. */
  #merged = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The merge keys bring more members than any template has. */
  get isTooLarge(): boolean {
    return this.#merged > maximumMerged;
  }

  /** The node that is made of one of `yaml`. */
  node(source: ParsedNode, before: Before): TextNode {
    if (isAlias(source)) return this.#alias(source);
    const { anchor, tag } = source;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const bare = this.#bare(source, before);
    const start = before.props?.start ?? bare.span.start;
    const span = { start, end: bare.span.end };
    const name = tag === undefined ? undefined : functionOf(tag);
    if (tag !== undefined && name === undefined && !isCoreTag(tag))
      this.warnings.push(
        unknownTag(tag, { path: this.#path, span: before.props ?? span }),
      );
    const node =
      name === undefined ? { ...bare, span } : callNode(name, bare, span);
    if (anchor === undefined) return node;
    const anchored = { ...node, anchor, isLinked: true };
    this.#anchors.set(anchor, anchored);
    return anchored;
  }

  #alias({ source: name, range }: Alias.Parsed): TextNode {
    const span = { start: range[0], end: range[1] };
    const target = this.#anchors.get(name);
    if (target === undefined)
      this.problems.push(
        badAlias(
          this.#anchors.has(name)
            ? `the alias \`*${name}\` stands inside of what it stands for`
            : `there is no anchor \`&${name}\` before the alias \`*${name}\``,
          { path: this.#path, span },
        ),
      );
    return {
      kind: "alias",
      name,
      value: target?.value ?? null,
      span,
      bare: span,
      anchor: undefined,
      isLinked: true,
      size: target?.size ?? 1,
      depth: target?.depth ?? 0,
    };
  }

  #bare(
    source: Exclude<ParsedNode, Alias.Parsed>,
    before: Before,
  ): CallNode["argument"] {
    if (isScalar(source)) return yamlScalarNode(source, before, this.#text);
    const entries = isMap(source) ? this.#members(source) : this.#items(source);
    const written = { entries, ...shapeOf(source, entries) };
    return isMap(source) ? mapNode(written) : listNode(written);
  }

  #items({ items, srcToken }: YAMLSeq.Parsed): readonly Entry[] {
    const starts = (srcToken?.items ?? []).filter(isItem);
    return items.map((item, index) =>
      this.#within(index, () => this.#item(item, starts[index]?.start ?? [])),
    );
  }

  #item(source: ParsedNode, before: readonly CST.SourceToken[]): Entry {
    const dash = before.find(({ type }) => type === "seq-item-ind");
    const lead = dash === undefined ? source.range[0] : dash.offset + 1;
    const node = this.node(source, { lead, props: propsIn(before) });
    const { start, end } = node.span;
    return {
      name: "",
      isMerge: false,
      span: { start: dash?.offset ?? start, end },
      lead: dash === undefined ? start : lead,
      node,
      isLinked: node.isLinked,
    };
  }

  #members({ items, flow }: YAMLMap.Parsed): readonly Entry[] {
    const seen = new Set<string>();
    return items.map((pair) => {
      const marks = marksOf(pair);
      const name = this.#name(pair.key, marks);
      const isOneLine = flow !== true || this.#isOneLine(name.span, marks);
      // The parser of CloudFormation does not look for the colon on other lines.
      const mistake = isOneLine
        ? mistakeIn(pair)
        : "a name and its colon stand on one line";
      if (mistake !== undefined) this.#refuse(mistake, name.span);
      if (seen.has(name.text)) this.#tellAgain(name);
      seen.add(name.text);
      if (name.text === "__proto__")
        this.problems.push(
          ...reservedName(name.text, { path: this.#path, span: name.span }),
        );
      return this.#within(name.text, () => this.#member(pair, marks, name));
    });
  }

  #tellAgain({ text, span }: Name): void {
    const path = [...this.#path, text];
    this.warnings.push(duplicateName(text, { path, span }));
  }

  #name(key: ParsedNode, { question, colon, nameProps }: PairMarks): Name {
    const lead = question === undefined ? key.range[0] : question + 1;
    const node = this.node(key, { lead, props: nameProps });
    const { span, value, isLinked } = node;
    const text = isScalar(key) ? key.source : textOf(value);
    if (text === undefined || node.kind === "call")
      this.#refuse("a name has to be a text", span);
    const start = question ?? Math.min(span.start, colon ?? span.start);
    return {
      text: text ?? "",
      span: { start, end: span.end },
      isLinked,
    };
  }

  #isOneLine({ start, end }: Span, { question, colon }: PairMarks): boolean {
    const written = this.#text.slice(start, colon ?? end);
    return question !== undefined || !written.includes("\n");
  }

  #member(
    { key, value }: SourcePair,
    { colon, valueProps }: PairMarks,
    name: Name,
  ): Entry {
    const lead = colon === undefined ? undefined : colon + 1;
    const before = { lead: lead ?? name.span.end, props: valueProps };
    const node =
      value === null ? emptyNode(before.lead) : this.node(value, before);
    const isMergeKey =
      isScalar(key) && key.source === "<<" && key.type === "PLAIN";
    return {
      name: name.text,
      isMerge: isMergeKey && this.#isMerge(node),
      span: { start: name.span.start, end: node.span.end },
      lead,
      node,
      isLinked: name.isLinked || node.isLinked,
    };
  }

  /** Merge keys are few; many that bring much are there to harm, and are counted before they are followed. */
  #isMerge({ kind, value }: TextNode): boolean {
    const members =
      kind === "call" || this.isTooLarge ? undefined : mergedMembers(value);
    this.#merged += Object.keys(members ?? {}).length;
    return members !== undefined && !this.isTooLarge;
  }

  #refuse(what: string, span: Span): void {
    this.problems.push({ ...syntaxProblem(what, span), path: this.#path });
  }

  #within<T>(part: string | number, body: () => T): T {
    const outer = this.#path;
    this.#path = [...outer, part];
    const result = body();
    this.#path = outer;
    return result;
  }
}

/** The name of a member, and where it stands. */
interface Name {
  readonly text: string;
  readonly span: Span;
  readonly isLinked: boolean;
}

/** A value as a name; undefined where it can be none. */
function textOf(value: Json): string | undefined {
  return typeof value === "object" && value !== null
    ? undefined
    : String(value);
}

function shapeOf(
  { flow, range, srcToken }: YAMLMap.Parsed | YAMLSeq.Parsed,
  entries: readonly Entry[],
): { readonly layout: Layout; readonly bare: Span } {
  const [first] = entries;
  const last = entries.at(-1);
  const layout = srcToken === undefined ? "pair" : "flow";
  return flow === true && layout === "flow"
    ? { layout, bare: { start: range[0], end: range[1] } }
    : {
        layout: flow === true ? layout : "block",
        bare: {
          start: first?.span.start ?? range[0],
          end: last?.span.end ?? range[1],
        },
      };
}
