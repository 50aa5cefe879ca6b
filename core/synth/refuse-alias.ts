import type { Design, Key } from "../design/design.ts";
import { limits } from "../kms/limits.ts";
import { hasPseudoParameter } from "../policy/pseudo-parameters.ts";
import type { Path, Problem } from "../problem/problem.ts";
import { refusal } from "./refusal.ts";
import { fullAliasName } from "./synth-alias.ts";

const { prefix, reservedPrefix, maxLength } = limits.aliasName;

/** Alias names that the CDK refuses. */
export function aliasRefusals(
  design: Design,
  key: Key,
  path: Path,
): readonly Problem[] {
  return key.aliases.flatMap((name, index) => {
    const at = [...path, "aliases", index];
    return hasPseudoParameter(name)
      ? tokenRefusals(name, index, at)
      : [...nameRefusals(name, at), ...repeatRefusals(design, name, at)];
  });
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

/** An alias name belongs to one key of an account and Region. */
function repeatRefusals(
  design: Design,
  name: string,
  path: Path,
): readonly Problem[] {
  const [, keyIndex, , index] = path;
  const full = fullAliasName(name);
  const isRepeated = design.keys.some(({ aliases }, otherKey) =>
    aliases.some(
      (other, position) =>
        fullAliasName(other) === full &&
        (otherKey < Number(keyIndex) ||
          (otherKey === keyIndex && position < Number(index))),
    ),
  );
  if (!isRepeated) return [];
  return [
    refusal("alias/repeated", path, {
      message: `alias \`${full}\` is there already`,
      help: "remove one of them, or choose another name",
    }),
  ];
}

/** The CDK checks the literal beginning of a name, and cannot make a construct id of a token. */
function tokenRefusals(
  name: string,
  index: number,
  path: Path,
): readonly Problem[] {
  const [beginning = ""] = name.split("${AWS::");
  const problems =
    beginning === "" || beginning === prefix
      ? []
      : nameRefusals(beginning, path);
  if (index === 0) return problems;
  return [
    ...problems,
    refusal("alias/token-not-first", path, {
      message: `\`${name}\` has a pseudo parameter, which the CDK takes in the first alias of a key only`,
      help: "make it the first alias, or write the name out",
    }),
  ];
}
