import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { mergedMembers } from "../make-node.ts";
import type {
  CallNode,
  Entry,
  ListNode,
  MapNode,
  ScalarNode,
  TextNode,
} from "../text-node.ts";
import { alignItems } from "./align-items.ts";
import { changeEntries, placeOf, rewriteEntry } from "./change-entries.ts";
import type { AddedEntry, Outer } from "./entry-changes.ts";
import type { Place } from "./place.ts";
import { replaceValue } from "./replace-value.ts";
import type { Editing } from "./replace-value.ts";
import { sameJson } from "../../problem/same-json.ts";
import { scalarText } from "./scalar-text.ts";

/**
 * Changes the nodes of a text so that they read as other values, as deep inside as it can. It goes through the text in
 * its order and remembers what the anchors stand for by then, because an alias may stay only where that is meant.
 */
export class TextEditor {
  readonly #editing: Editing;
  /** Values with more values around them are not changed but replaced. */
  readonly #levels: number;
  readonly #anchors = new Map<string, Json>();

  constructor(editing: Editing, levels: number) {
    this.#editing = editing;
    this.#levels = levels;
  }

  /** Changes a node so that it reads as `value`. */
  edit(node: TextNode, value: Json, place: Place): void {
    if (this.#readsAs(node, value)) return;
    const isChanged =
      place.level <= this.#levels && this.#change(node, value, place);
    if (!isChanged) replaceValue(this.#editing, node, { value, place });
    else if (node.anchor !== undefined) this.#anchors.set(node.anchor, value);
  }

  #readsAs(node: TextNode, value: Json): boolean {
    if (node.kind === "alias")
      return sameJson(this.#anchors.get(node.name), value);
    return !node.isLinked && sameJson(node.value, value);
  }

  /** Changes parts of a node; false where the whole of it has to be written anew. */
  #change(node: TextNode, value: Json, place: Place): boolean {
    switch (node.kind) {
      case "alias":
        return false;
      case "scalar":
        return this.#changeScalar(node, value, place);
      case "call":
        return this.#changeCall(node, value, place);
      case "map":
        return isJsonObject(value) && this.#changeMap(node, value, place);
      case "list":
        return isJsonList(value) && this.#changeList(node, value, place);
    }
  }

  #changeScalar(node: ScalarNode, value: Json, place: Place): boolean {
    if (sameJson(node.value, value)) return true;
    const isEmpty = node.style === "empty";
    if (isEmpty && place.holder === "root") return false;
    const { edited } = this.#editing;
    const text = scalarText(node, value, { edited, place });
    if (text === undefined) return false;
    edited.replace(node.bare, isEmpty ? ` ${text}` : text);
    return true;
  }

  #changeCall(
    { name, argument }: CallNode,
    value: Json,
    place: Place,
  ): boolean {
    const [[only, inner] = ["", null], ...others] = isJsonObject(value)
      ? Object.entries(value)
      : [];
    const isSame = only === name && others.length === 0;
    return isSame && this.#change(argument, inner, place);
  }

  #changeList(node: ListNode, value: readonly Json[], place: Place): boolean {
    const outer = { node, place };
    const matches = alignItems(node.value, value);
    if (matches.length === 0) return false;
    for (const [from, to] of matches)
      this.#editEntry(outer, node.entries[from], value[to]);
    const sources = new Map(matches.map(([from, to]) => [to, from]));
    const added: AddedEntry[] = [];
    let after = -1;
    for (const [index, item] of value.entries()) {
      const source = sources.get(index);
      if (source === undefined)
        added.push({ after, name: undefined, value: item });
      else after = source;
    }
    const staying = new Set(sources.values());
    const kept = node.entries.map((_, index) => staying.has(index));
    changeEntries(this.#editing, outer, { kept, added });
    return true;
  }

  #changeMap(node: MapNode, value: JsonObject, place: Place): boolean {
    const outer = { node, place };
    const stays = node.entries.some((entry) => this.#isWanted(entry, value));
    const isFull = node.layout === "pair" && Object.keys(value).length > 1;
    if (!stays || isFull) return false;
    // What the merge keys bring that stay, and what is written in the place of others.
    const merged = new Map<string, Json>();
    const kept = node.entries.map((entry) =>
      entry.isMerge
        ? this.#keepMerge(outer, entry, { value, merged })
        : this.#keepMember(outer, entry, value),
    );
    const after = kept.lastIndexOf(true);
    const added = Object.entries(value)
      .filter(
        ([name, member]) =>
          !node.members.has(name) && !sameJson(merged.get(name), member),
      )
      .map(([name, member]) => ({ after, name, value: member }));
    changeEntries(this.#editing, outer, { kept, added });
    return true;
  }

  /** A member stays that is called for, also before another of its name, which is what counts. */
  #keepMember(outer: Outer<MapNode>, entry: Entry, value: JsonObject): boolean {
    const { name, node } = entry;
    if (!Object.hasOwn(value, name)) return false;
    const counts = outer.node.members.get(name) === entry;
    this.#editEntry(outer, entry, counts ? value[name] : node.value);
    return true;
  }

  /** A merge key stays if all that it brings is called for; if not, the members that are take its place. */
  #keepMerge(
    outer: Outer<MapNode>,
    entry: Entry,
    {
      value,
      merged,
    }: { readonly value: JsonObject; readonly merged: Map<string, Json> },
  ): boolean {
    if (this.#isWanted(entry, value)) {
      const brought = Object.entries(this.#mergedBy(entry) ?? {});
      for (const [name, member] of brought) merged.set(name, member);
      return true;
    }
    const before = mergedMembers(entry.node.value) ?? {};
    const written = Object.entries(value).filter(
      ([name]) =>
        Object.hasOwn(before, name) &&
        !outer.node.members.has(name) &&
        !merged.has(name),
    );
    for (const [name, member] of written) merged.set(name, member);
    if (written.length > 0)
      rewriteEntry(this.#editing, { outer, entry }, written);
    return written.length > 0;
  }

  #isWanted(entry: Entry, value: JsonObject): boolean {
    if (!entry.isMerge) return Object.hasOwn(value, entry.name);
    const members = this.#mergedBy(entry);
    return (
      members !== undefined &&
      Object.keys(members).every((name) => Object.hasOwn(value, name))
    );
  }

  /** What a merge key brings by now; undefined where that is not known without editing it. */
  #mergedBy({ node }: Entry): JsonObject | undefined {
    const isList = node.kind === "list" && node.anchor === undefined;
    if (!isList) return mergedMembers(this.#valueNow(node));
    const sources = node.entries.flatMap(
      (entry) => this.#valueNow(entry.node) ?? [],
    );
    return sources.length < node.entries.length
      ? undefined
      : mergedMembers(sources);
  }

  #valueNow(node: TextNode): Json | undefined {
    if (node.kind === "alias") return this.#anchors.get(node.name);
    return node.isLinked ? undefined : node.value;
  }

  #editEntry(
    outer: Outer,
    entry: Entry | undefined,
    value: Json | undefined,
  ): void {
    if (entry === undefined || value === undefined) return;
    if (this.#readsAs(entry.node, value)) return;
    if (entry.lead === undefined)
      rewriteEntry(this.#editing, { outer, entry }, [[entry.name, value]]);
    else this.edit(entry.node, value, placeOf(this.#editing, outer, entry));
  }
}
