import type { Json } from "../../problem/json.ts";
import { memberLines } from "../block-text.ts";
import { flowMember, flowText } from "../flow-text.ts";
import type { FlowStyle } from "../flow-text.ts";
import type { Entry } from "../text-node.ts";
import { changeBlockEntries } from "./block-entries.ts";
import type { EntryChanges, Outer } from "./entry-changes.ts";
import { changeFlowEntries, ownIndent } from "./flow-entries.ts";
import type { Place } from "./place.ts";
import type { Editing } from "./replace-value.ts";

/** Takes entries out of a collection, and puts new ones in. */
export function changeEntries(
  editing: Editing,
  outer: Outer,
  changes: EntryChanges,
): void {
  const { entries } = outer.node;
  const flow = flowOf(editing, outer);
  if (flow === undefined) changeBlockEntries(editing, entries, changes);
  else changeFlowEntries(editing.edited, entries, { ...changes, style: flow });
}

/** Writes members in the place of an entry of a mapping, name and all. */
export function rewriteEntry(
  editing: Editing,
  { outer, entry: { span } }: { readonly outer: Outer; readonly entry: Entry },
  members: readonly (readonly [name: string, value: Json])[],
): void {
  const { edited, style } = editing;
  const flow = flowOf(editing, outer);
  if (flow !== undefined) {
    const texts = members.map(([name, value]) =>
      flowMember(name, flowText(value, flow), flow),
    );
    edited.replace(span, texts.join(", "));
    return;
  }
  const margin = edited.lineEnd + " ".repeat(edited.column(span.start));
  const lines = members.flatMap(([name, value]) =>
    memberLines(name, value, style.indents),
  );
  const stop = edited.lineStop(span.end);
  edited.replace({ start: span.start, end: stop }, lines.join(margin));
}

/** The place of the value of an entry. */
export function placeOf(editing: Editing, outer: Outer, entry: Entry): Place {
  const { edited } = editing;
  const flow = flowOf(editing, outer);
  return {
    holder: outer.node.kind === "list" ? "item" : "member",
    lead: entry.lead ?? entry.node.span.start,
    column: edited.column(entry.span.start),
    flow,
    indent: flow && ownIndent(edited, entry),
    level: outer.place.level + 1,
  };
}

/** How to write inside of a collection; where names stand in quotes as in JSON, JSON is written. */
function flowOf(
  { edited, style }: Editing,
  { node, place }: Outer,
): FlowStyle | undefined {
  if (node.layout === "block") return undefined;
  const flow = place.flow ?? style.flow;
  const isQuoted =
    node.kind === "map" &&
    node.entries.some(({ span }) => edited.text[span.start] === '"');
  return { ...flow, isJson: flow.isJson || isQuoted };
}
