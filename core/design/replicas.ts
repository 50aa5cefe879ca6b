import { limits } from "../kms/limits.ts";
import type { DesignChange, KeyPatch } from "./change.ts";
import { newReplica, newStack } from "./defaults.ts";
import type {
  DefinedKey,
  Design,
  ReplicaKey,
  Stack,
  Statement,
} from "./design.ts";

/** The settings that each Region has for itself; all others are shared. Source: AWS KMS Developer Guide, "Multi-Region keys". */
export const independentSettings = [
  "description",
  "enabled",
  "pendingWindowInDays",
  "aliases",
  "tags",
  "administrators",
  "policy",
] as const satisfies readonly (keyof ReplicaKey & keyof DefinedKey)[];

/** A setting that each Region has for itself. */
export type IndependentSetting = (typeof independentSettings)[number];

/** The replicas of a key. */
export function replicasOf(
  { keys }: Design,
  primary: DefinedKey,
): readonly ReplicaKey[] {
  return keys.filter(
    (key): key is ReplicaKey =>
      key.kind === "replica" && key.primary === primary.id,
  );
}

/** The settings in which a replica differs from its primary, as KMS will see them. */
export function differencesOf(
  primary: DefinedKey,
  replica: ReplicaKey,
): readonly IndependentSetting[] {
  return independentSettings.filter(
    (name) =>
      JSON.stringify(settled(primary, name)) !==
      JSON.stringify(settled(replica, name)),
  );
}

function settled(key: DefinedKey | ReplicaKey, name: IndependentSetting) {
  switch (name) {
    case "description":
      return key.description ?? "";
    case "enabled":
      return key.enabled ?? true;
    case "pendingWindowInDays":
      return key.pendingWindowInDays ?? limits.pendingWindowInDays.default;
    case "aliases":
      return key.aliases.map(prefixed);
    case "policy":
      return {
        ...key.policy,
        statements: key.policy.statements.map(withoutMarker),
      };
    default:
      return key[name];
  }
}

/** KMS does not see which recipe wrote a statement. */
function withoutMarker(statement: Statement) {
  const { recipe: _, ...rest } = statement;
  return rest;
}

/** The patch with which a replica has a setting as its primary has it. */
export function settingOfPrimary(
  primary: DefinedKey,
  name: IndependentSetting,
): KeyPatch {
  if (name === "aliases") return { aliases: primary.aliases.map(prefixed) };
  return { [name]: primary[name] ?? null };
}

/** The alias of a replica is an L1 construct, which adds no prefix. */
function prefixed(alias: string): string {
  return alias.startsWith("alias/") ? alias : `alias/${alias}`;
}

/** Adds a replica that is as its primary in a Region, in the stack that is there already for the same account, else in a new one. */
export function addReplicaIn(
  design: Design,
  primary: DefinedKey,
  region: string,
): { readonly change: DesignChange; readonly id: string } {
  const home = design.stacks.find(({ id }) => id === primary.stack);
  const known = design.stacks.find(
    (stack) => stack.region === region && stack.account === home?.account,
  );
  const stack = known ?? stackIn(design, region, home);
  const next = known
    ? design
    : { ...design, stacks: [...design.stacks, stack] };
  const key = { ...newReplica(next, primary, stack.id), ...copied(primary) };
  const { length: index } = design.keys;
  const addKey = { type: "add-key", key, index } as const;
  const { length: last } = design.stacks;
  return {
    id: key.id,
    change: known
      ? addKey
      : {
          type: "batch",
          changes: [{ type: "add-stack", stack, index: last }, addKey],
        },
  };
}

function stackIn(
  design: Design,
  region: string,
  home: Stack | undefined,
): Stack {
  const wish = `${home?.id ?? "KeyStack"}-${region}`;
  return {
    ...newStack(design, wish),
    ...(home?.account !== undefined && { account: home.account }),
    region,
  };
}

/** What a new replica has as its primary besides what every replica starts with. */
function copied(primary: DefinedKey) {
  const { enabled, pendingWindowInDays, tags, aliases } = primary;
  return {
    ...(enabled !== undefined && { enabled }),
    ...(pendingWindowInDays !== undefined && { pendingWindowInDays }),
    aliases: aliases.map(prefixed),
    tags,
  };
}

/** The Regions in which a key or one of its replicas is; undefined stands for whoever deploys. */
export function regionsOf(
  design: Design,
  primary: DefinedKey,
): readonly (string | undefined)[] {
  const places = [primary, ...replicasOf(design, primary)];
  return places.map(
    ({ stack }) => design.stacks.find(({ id }) => id === stack)?.region,
  );
}
