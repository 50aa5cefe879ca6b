import type { Design, Key, SeparateAlias } from "../design/design.ts";
import { limits } from "../kms/limits.ts";
import { hasPseudoParameter } from "../policy/pseudo-parameters.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { fullAliasName } from "./alias-name.ts";
import { flagsOf } from "./flags.ts";
import { hasParameter } from "./parameters.ts";
import { refusal } from "./refusal.ts";

const { prefix, reservedPrefix, maxLength } = limits.aliasName;

/** An alias of a design, of a key or of its own. */
interface PlacedAlias {
  readonly name: string;
  readonly stack: string;
  readonly path: Path;
  /** The CDK makes a construct id of the name. */
  readonly isInId: boolean;
  /** It is an L1 construct, of which the CDK checks nothing. */
  readonly isL1: boolean;
}

/** Alias names that the CDK refuses. */
export function aliasRefusals(design: Design): readonly Problem[] {
  const aliases = placedAliases(design);
  return [
    ...aliases.flatMap((alias) =>
      isToken(design, alias.name)
        ? tokenRefusals(design, alias)
        : nameRefusals(alias.name, alias.path),
    ),
    ...repeatRefusals(design, aliases),
    ...design.keys.flatMap((key, index) =>
      constructRefusals(key, ["keys", index]),
    ),
  ];
}

/** Every alias of a key but the first is a construct that carries its name as it was written. */
function constructRefusals({ aliases }: Key, path: Path): readonly Problem[] {
  return aliases.flatMap((name, index) =>
    index > 1 && aliases.indexOf(name, 1) < index
      ? [
          refusal("alias/id-taken", [...path, "aliases", index], {
            message: `the key has another alias written \`${name}\`, and the CDK makes a construct of each`,
            help: "remove one of them",
          }),
        ]
      : [],
  );
}

function isToken(design: Design, name: string): boolean {
  return hasPseudoParameter(name) || hasParameter(design, name);
}

/** Every alias of a design, in the order of the document. */
function placedAliases(design: Design): readonly PlacedAlias[] {
  return [
    ...design.keys.flatMap((key, index) =>
      key.aliases.map((name, position) => ({
        name,
        stack: key.stack,
        path: ["keys", index, "aliases", position],
        isInId: position > 0 && key.kind !== "replica",
        isL1: key.kind === "replica",
      })),
    ),
    ...(design.aliases ?? []).flatMap((alias, index) =>
      isNameOverridden(alias)
        ? []
        : [
            {
              name: alias.name,
              stack: alias.stack,
              path: ["aliases", index, "name"],
              isInId: false,
              isL1: alias.construct !== undefined,
            },
          ],
    ),
  ];
}

/** The template has another value in the place of the name. */
function isNameOverridden({ overrides = {} }: SeparateAlias): boolean {
  const { Properties: properties } = overrides;
  return isJsonObject(properties) && "AliasName" in properties;
}

function nameRefusals(name: string, path: Path): readonly Problem[] {
  const full = fullAliasName(name);
  if (full === prefix)
    return [
      refusal("alias/empty", path, {
        message: `the alias has no name after \`${prefix}\``,
        help: `write a name such as \`${prefix}payments\``,
      }),
    ];
  if (full.toLowerCase().startsWith(reservedPrefix))
    return [
      refusal("alias/reserved", path, {
        message: `\`${full}\` begins with \`${reservedPrefix}\`, which only AWS may use`,
        help: "choose another name",
      }),
    ];
  if (!/^[a-zA-Z0-9:/_-]+$/.test(full) || full.length > maxLength)
    return [
      refusal("alias/name", path, {
        message: `\`${full}\` is not an alias name: letters, digits, \`/\`, \`_\` and \`-\`, at most ${maxLength} with \`${prefix}\``,
        help: "choose a name of that form",
      }),
    ];
  return [];
}

/** An alias name belongs to one key of an account and Region; the template validator sees those of one stack. */
function repeatRefusals(
  design: Design,
  aliases: readonly PlacedAlias[],
): readonly Problem[] {
  if (!flagsOf(design.cdk)["@aws-cdk/core:validateAgainstDefaultRules"])
    return [];
  return repeatedAliases(aliases).map(({ name, path }) =>
    refusal("alias/repeated", path, {
      message: `alias \`${fullAliasName(name)}\` is there already`,
      help: "remove one of them, or choose another name",
    }),
  );
}

function repeatedAliases(
  aliases: readonly PlacedAlias[],
): readonly PlacedAlias[] {
  const seen = new Set<string>();
  return aliases.filter(({ stack, name }) => {
    const place = `${stack} ${fullAliasName(name)}`;
    const isRepeated = seen.has(place);
    seen.add(place);
    return isRepeated;
  });
}

/** The CDK checks the literal beginning of a name, v1 nothing of it; and cannot make a construct id of a token. */
function tokenRefusals(
  { cdk: { line } }: Design,
  { name, path, isInId, isL1 }: PlacedAlias,
): readonly Problem[] {
  const [beginning = ""] = name.split("${");
  const isUnchecked = line === "v1" || isL1;
  const problems =
    isUnchecked || beginning === "" || beginning === prefix
      ? []
      : nameRefusals(beginning, path);
  if (!isInId) return problems;
  return [
    ...problems,
    refusal("alias/token-not-first", path, {
      message: `\`${name}\` is known only when the stack is deployed, which the CDK takes in the first alias of a key only`,
      help: "make it the first alias, or an alias of its own, or write the name out",
    }),
  ];
}
