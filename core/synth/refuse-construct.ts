import type { Design } from "../design/design.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { replicaAliasId } from "./build-alias.ts";
import { constructId } from "./logical-id.ts";
import { refusal } from "./refusal.ts";

/** A construct that stands directly in a stack. */
interface Construct {
  readonly stack: string;
  readonly id: string;
  readonly path: Path;
  /** It is one of the CDK's plain resources, whose logical ID is its id. */
  readonly isL1?: boolean;
}

/** Construct ids that the CDK refuses: taken twice in a stack, or names it takes for its own. */
export function constructRefusals(design: Design): readonly Problem[] {
  const seen = new Map<string, Path>();
  return constructs(design).flatMap(({ stack, id, path }) => {
    const stored = constructId(id);
    // The constructs library looks children up in a plain object, which has these names from the start.
    if (stored in {})
      return [
        refusal("construct/id-reserved", path, {
          message: `\`${id}\` is a name that the CDK takes for one it has already`,
          help: "choose another name",
        }),
      ];
    const name = `${stack}/${stored}`;
    if (seen.has(name))
      return [
        refusal("construct/id-taken", path, {
          message: `stack \`${stack}\` has another construct \`${id}\``,
          help: "choose another name",
        }),
      ];
    seen.set(name, path);
    return [];
  });
}

function constructs(design: Design): readonly Construct[] {
  return [
    ...design.stacks.flatMap(({ id: stack, parameters, outputs }, index) => [
      ...(parameters ?? []).map(({ id }, at) => ({
        stack,
        id,
        path: ["stacks", index, "parameters", at, "id"],
      })),
      ...(outputs ?? []).map(({ id }, at) => ({
        stack,
        id,
        path: ["stacks", index, "outputs", at, "id"],
      })),
      // The CDK's own, where stacks refer to each other.
      ...(design.stacks.length > 1
        ? ["Exports", "Publish", "ExportsReader"]
        : []
      ).map((id) => ({ stack, id, path: ["stacks", index] })),
    ]),
    ...design.principals.flatMap((principal, index) =>
      "stack" in principal
        ? [{ ...principal, path: ["principals", index, "id"] }]
        : [],
    ),
    ...design.keys.flatMap((key, index) => [
      { stack: key.stack, id: key.id, path: ["keys", index, "id"] },
      ...(key.kind === "replica" ? key.aliases : []).map((_, at) => ({
        stack: key.stack,
        id: replicaAliasId(key.id, at),
        path: ["keys", index, "aliases", at],
      })),
    ]),
    ...(design.aliases ?? []).map(({ stack, id }, index) => ({
      stack,
      id,
      path: ["aliases", index, "id"],
    })),
    ...(design.consumers ?? []).map(({ stack, id }, index) => ({
      stack,
      id,
      path: ["consumers", index, "id"],
    })),
  ];
}
