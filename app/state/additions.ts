import type {
  Consumer,
  ConsumerKind,
  DefinedKey,
  Design,
  DesignChange,
  Output,
  Parameter,
  SeparateAlias,
} from "../../core/index.ts";
import {
  consumerKinds,
  freeConstructId,
  freeId,
  fullAliasName,
  isDefined,
  newReplica,
  newStack,
} from "../../core/index.ts";
import { stackForNew } from "./chosen-stack.ts";
import { edit } from "./edit.ts";
import { insertKey } from "./key-edits.ts";
import { goTo, selectMember } from "./select.ts";
import { designOf, keyOf } from "./selectors.ts";
import { getState, type AppState, type ShownList } from "./store.ts";

/** Adds an empty stack and shows it. */
export function addStack(): void {
  const design = designOf(getState());
  const stack = newStack(design);
  const index = design.stacks.length;
  add("Add stack", { type: "add-stack", stack, index }, ["stacks", stack.id]);
}

/** The key that a new replica is of: the selected one where it is multi-Region, else the first that is. */
export function primaryForReplica(state: AppState): DefinedKey | undefined {
  const selected = keyOf(state);
  const primaries = designOf(state).keys.filter(isMultiRegion);
  return primaries.find((key) => key === selected) ?? primaries[0];
}

/** Adds a replica of a multi-Region key to a stack that is not the key's, where there is one, and shows it. */
export function addReplica(): void {
  const state = getState();
  const design = designOf(state);
  const primary = primaryForReplica(state);
  if (primary === undefined) return;
  const stack = stackForReplica(state, primary);
  const replica = newReplica(design, primary, stack);
  insertKey(`Add replica of ${primary.id}`, replica, design.keys.length);
}

/** Adds an alias of the selected key as a construct of its own and shows it. */
export function addAlias(): void {
  const state = getState();
  const design = designOf(state);
  const key = keyOf(state);
  if (key === undefined) return;
  const stack = stackForNew(state);
  const alias: SeparateAlias = {
    id: freeConstructId(design, stack, `${key.id}Alias`),
    stack,
    name: freeAliasName(design, key.id),
    key: key.id,
  };
  const index = design.aliases?.length ?? 0;
  add("Add alias", { type: "add-alias", alias, index }, ["aliases", alias.id]);
}

/** Adds a resource that uses the selected key and shows it. */
export function addConsumer(kind: ConsumerKind): void {
  const state = getState();
  const design = designOf(state);
  const key = keyOf(state);
  if (key === undefined) return;
  const stack = stackForNew(state);
  const consumer: Consumer = {
    id: freeConstructId(design, stack, constructNames[kind]),
    kind,
    stack,
    key: key.id,
  };
  const index = design.consumers?.length ?? 0;
  add(
    `Add ${consumerKinds[kind].label}`,
    { type: "add-consumer", consumer, index },
    ["consumers", consumer.id],
  );
}

/** Adds an output of the selected key to the selected stack and shows it. */
export function addOutput(): void {
  const state = getState();
  const design = designOf(state);
  addOutputTo(stackForNew(state), keyOf(state)?.id ?? design.keys[0]?.id);
}

/** Adds an output to a stack and shows it; without a key it shows a text. */
export function addOutputTo(stackId: string, key: string | undefined): void {
  const design = designOf(getState());
  const output: Output = {
    id: freeConstructId(
      design,
      stackId,
      key === undefined ? "Output" : `${key}Arn`,
    ),
    value: key === undefined ? { text: "" } : { key, attribute: "arn" },
  };
  addPart(stackId, "outputs", output);
}

/** Adds a parameter to the selected stack and shows it. */
export function addParameter(): void {
  addParameterTo(stackForNew(getState()));
}

/** Adds a parameter to a stack and shows it. */
export function addParameterTo(stackId: string): void {
  const { stacks } = designOf(getState());
  const parameters = stacks.flatMap((stack) => stack.parameters ?? []);
  const parameter: Parameter = { id: freeId(parameters, "Parameter") };
  addPart(stackId, "parameters", parameter);
}

function addPart(
  stackId: string,
  list: "outputs" | "parameters",
  part: Output | Parameter,
): void {
  const { stacks } = designOf(getState());
  const index = stacks.findIndex(({ id }) => id === stackId);
  const parts = stacks[index]?.[list] ?? [];
  const made = edit({
    title: `Add ${list === "outputs" ? "output" : "parameter"} ${part.id}`,
    change: {
      type: "edit-stack",
      stack: stackId,
      patch: { [list]: [...parts, part] },
    },
  });
  if (made.ok) goTo(["stacks", index, list, parts.length]);
}

function add(
  title: string,
  change: DesignChange,
  [list, id]: readonly [list: ShownList, id: string],
): void {
  if (edit({ title, change }).ok) selectMember(list, id);
}

function isMultiRegion(key: Design["keys"][number]): key is DefinedKey {
  return isDefined(key) && key.multiRegion === true;
}

function stackForReplica(state: AppState, primary: DefinedKey): string {
  const wish = stackForNew(state);
  if (wish !== primary.stack) return wish;
  const other = designOf(state).stacks.find(({ id }) => id !== primary.stack);
  return other?.id ?? wish;
}

const constructNames: Readonly<Record<ConsumerKind, string>> = {
  bucket: "Bucket",
  trail: "Trail",
  "log-group": "LogGroup",
  topic: "Topic",
  queue: "Queue",
  function: "Function",
  table: "Table",
  secret: "Secret",
};

/** An alias name made of the name of a key, that nothing in the design has. */
function freeAliasName({ keys, aliases = [] }: Design, keyId: string): string {
  const taken = [
    ...keys.flatMap((key) => key.aliases),
    ...aliases.map(({ name }) => name),
  ].map((name) => ({ id: fullAliasName(name) }));
  const stem = keyId
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .replaceAll(/[^A-Za-z0-9/_-]+/g, "-")
    .toLowerCase();
  return freeId(taken, fullAliasName(stem));
}
