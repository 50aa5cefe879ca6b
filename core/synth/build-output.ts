import type { Output, OutputValue, Parameter } from "../design/design.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { sameEnvironment } from "./assembly.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import { noText } from "./construct-tree.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import { stackPartition } from "./partition.ts";
import { refusal } from "./refusal.ts";
import { resolveText } from "./resolve-text.ts";
import { defined, wholeFrom } from "./template.ts";

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
    eachText: noText,
    render: () => ({
      json: defined({
        Type: type ?? "String",
        Default: value,
        AllowedPattern: allowedPattern,
        Description: description,
      }),
      origins: wholeFrom(path),
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
  const { assembly } = values;
  const value = outputText(output.value, values);
  if (value === undefined) assembly.problems.push(noAlias(output, path));
  const alias = aliasOf(output.value, values);
  if (alias?.isNamedLater === true && !sameEnvironment(alias.home, home))
    assembly.problems.push(namedLater(output, path));
  const text = (wish: string | undefined) =>
    wish === undefined ? undefined : assembly.text(wish);
  const exportName = text(output.exportName);
  const description = text(output.description);
  scope.element = {
    section: "Outputs",
    logicalId: home.logicalId(scope.path),
    eachText: (show) => {
      for (const shown of [description, value, exportName]) show(shown ?? "");
    },
    render: (resolve) => ({
      json: defined({
        Description:
          description === undefined
            ? undefined
            : resolveText(description, resolve),
        Value: resolveText(value ?? "", resolve),
        Export:
          exportName === undefined
            ? undefined
            : { Name: resolveText(exportName, resolve) },
      }),
      origins: wholeFrom(path),
    }),
  };
}

/** The value of an output; undefined where the key has no alias to show. */
function outputText(value: OutputValue, values: Values): string | undefined {
  if ("text" in value) return values.assembly.text(value.text);
  if (value.attribute === "arn" && "key" in value)
    return values.keyOf(value.key).arn();
  if (value.attribute === "id") return values.keyOf(value.key).id();
  const alias = aliasOf(value, values);
  if (alias === undefined) return undefined;
  return value.attribute.endsWith("name")
    ? alias.name()
    : aliasArn(alias, values.assembly);
}

/** The alias that an output shows: a key's first, or a separate one. */
function aliasOf(value: OutputValue, values: Values): AliasNode | undefined {
  if ("alias" in value) return values.aliasOf(value.alias);
  if (!("key" in value) || !value.attribute.startsWith("alias-"))
    return undefined;
  const { key, aliases } = values.keyOf(value.key);
  const hasAlias = key.kind === "imported-alias" || key.aliases.length > 0;
  return hasAlias ? aliases[0] : undefined;
}

function aliasArn(alias: AliasNode, { flags }: Assembly): string {
  const { home } = alias;
  const partition = stackPartition(home, flags);
  return `arn:${partition}:kms:${home.region}:${home.account}:${alias.name()}`;
}

function noAlias({ id }: Output, path: Path): Problem {
  return refusal("output/no-alias", [...path, "value"], {
    message: `output \`${id}\` shows an alias of a key that has none`,
    help: "give the key an alias, or show its ARN or its id",
  });
}

function namedLater({ id }: Output, path: Path): Problem {
  return refusal("alias/named-later", [...path, "value"], {
    message: `output \`${id}\` shows an alias of another account or Region, whose name is known only when its stack is deployed`,
    help: "write the name of the alias out, or let its own stack have the output",
  });
}
