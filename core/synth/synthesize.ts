import type { Design, Key, Stack } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { PlacedKey } from "./key-statements.ts";
import { keyStatements } from "./key-statements.ts";
import { cdkLogicalId, constructId, readableLogicalIds } from "./logical-id.ts";
import type { RenderedPolicy } from "./policy-document.ts";
import { renderPolicy } from "./policy-document.ts";
import { stackContext } from "./principal-json.ts";
import type { StackContext } from "./principal-json.ts";
import { aliasConstructId, synthAlias } from "./synth-alias.ts";
import { keyOrigins, synthKey } from "./synth-key.ts";
import type {
  Resource,
  ResourceOrigins,
  SynthesizedStack,
} from "./template.ts";

/** Makes the logical ID for a construct path. */
type LogicalIds = (path: readonly string[]) => string;

/** The templates of a design, one a stack, as the real CDK synthesises them. */
export function synthesize(
  design: Design,
  logicalIds: "cdk" | "readable" = "cdk",
): readonly SynthesizedStack[] {
  return design.stacks.map((stack) =>
    synthesizeStack(
      design,
      stack,
      logicalIds === "cdk" ? cdkIds : readableLogicalIds(),
    ),
  );
}

// A path of our own always ends in "Resource" behind a key's id, so an ID can be made of it.
const cdkIds: LogicalIds = (path) => cdkLogicalId(path) ?? "Resource";

function synthesizeStack(
  design: Design,
  stack: Stack,
  logicalIds: LogicalIds,
): SynthesizedStack {
  const context = stackContext(design, stack);
  const resources: Record<string, Resource> = {};
  const origins: Record<string, ResourceOrigins> = {};
  for (const { key, path } of inTreeOrder(design, stack)) {
    const scope = constructId(key.id);
    const id = logicalIds([scope, "Resource"]);
    const policy = keyPolicy({ key, path }, context);
    resources[id] = synthKey(key, policy);
    origins[id] = keyOrigins(path, policy);
    for (const [position, name] of key.aliases.entries()) {
      const alias = constructId(aliasConstructId(name, position));
      const aliasId = logicalIds([scope, alias, "Resource"]);
      resources[aliasId] = synthAlias(name, id);
      origins[aliasId] = {
        resource: [...path, "aliases", position],
        parts: {},
        statements: [],
      };
    }
  }
  return { stack: stack.id, template: { Resources: resources }, origins };
}

/**
 * The keys of a stack in the order of the construct tree. The constructs library keeps children in a plain object,
 * which lists names that are whole numbers first.
 */
function inTreeOrder(design: Design, stack: Stack): readonly PlacedKey[] {
  return design.keys
    .map((key, index) => ({ key, path: ["keys", index] }))
    .filter(({ key }) => key.stack === stack.id)
    .toSorted((a, b) => compareNumbers(numeric(a.key.id), numeric(b.key.id)));
}

function numeric(id: string): number {
  const number = Number(id);
  const isIndex = /^(?:0|[1-9]\d{0,9})$/.test(id) && number < 2 ** 32 - 1;
  return isIndex ? number : Infinity;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function keyPolicy(placed: PlacedKey, context: StackContext): RenderedPolicy {
  return renderPolicy(
    keyStatements(placed, context),
    context.flags["@aws-cdk/aws-iam:minimizePolicies"],
  );
}

/** The key policy of one key as it is written into the template. */
export function synthesizeKeyPolicy(design: Design, key: Key): RenderedPolicy {
  const placed = { key, path: pathOfKey(design, key) };
  return keyPolicy(placed, stackContext(design, stackOf(design, key)));
}

/** Where a key stands in its design. */
export function pathOfKey(design: Design, key: Key): Path {
  return ["keys", design.keys.indexOf(key)];
}

/** The stack that creates a key. */
export function stackOf(design: Design, key: Key): Stack {
  const stack = design.stacks.find(({ id }) => id === key.stack);
  // INVARIANT: a parsed design names only stacks it has.
  if (stack === undefined) throw new Error(`no stack ${key.stack}`);
  return stack;
}
