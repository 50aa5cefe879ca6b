import type { Output, Parameter } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import { stackPartition } from "./partition.ts";
import { resolveText } from "./resolve-text.ts";
import { defined } from "./template.ts";

/** Puts a parameter into its stack. */
export function buildParameter(
  { id, type, default: value, description, allowedPattern }: Parameter,
  path: Path,
  home: StackNode,
): void {
  const scope = home.root.child(id, path);
  scope.element = {
    section: "Parameters",
    logicalId: id,
    texts: () => [],
    render: () => ({
      json: defined({
        Type: type ?? "String",
        Default: value,
        AllowedPattern: allowedPattern,
        Description: description,
      }),
      origins: { resource: path, parts: {}, statements: [] },
    }),
  };
}

/** What outputs look their values up in. */
interface Values {
  readonly assembly: Assembly;
  readonly keyOf: (id: string) => KeyNode;
  readonly aliasOf: (id: string) => AliasNode | undefined;
}

/** Puts an output into its stack. */
export function buildOutput(
  { output, path }: { readonly output: Output; readonly path: Path },
  home: StackNode,
  values: Values,
): void {
  const scope = home.root.child(output.id, path);
  const value = outputText(output, values);
  const { assembly } = values;
  const text = (wish: string | undefined) =>
    wish === undefined ? undefined : assembly.text(wish);
  const exportName = text(output.exportName);
  const description = text(output.description);
  scope.element = {
    section: "Outputs",
    logicalId: home.logicalId(scope.path),
    texts: () => [description ?? "", value, exportName ?? ""],
    render: (resolve) => ({
      json: defined({
        Description: description,
        Value: resolveText(value, resolve),
        Export:
          exportName === undefined
            ? undefined
            : { Name: resolveText(exportName, resolve) },
      }),
      origins: { resource: path, parts: {}, statements: [] },
    }),
  };
}

function outputText({ value }: Output, values: Values): string {
  const { assembly } = values;
  if ("text" in value) return assembly.text(value.text);
  if ("alias" in value) {
    const alias = values.aliasOf(value.alias);
    if (alias === undefined) return "";
    return value.attribute === "name" ? alias.name : aliasArn(alias, assembly);
  }
  const node = values.keyOf(value.key);
  const [first] = node.aliases;
  switch (value.attribute) {
    case "arn":
      return node.arn;
    case "id":
      return node.id;
    case "alias-name":
      return first?.name ?? "";
    case "alias-arn":
      return first === undefined ? "" : aliasArn(first, assembly);
  }
}

function aliasArn({ home, name }: AliasNode, { flags }: Assembly): string {
  const partition = stackPartition(home, flags);
  return `arn:${partition}:kms:${home.region}:${home.account}:${name}`;
}
