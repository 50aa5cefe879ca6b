/** A policy variable of a text, or what looks like one. */
export interface Variable {
  /** As it is written, such as `${aws:username}`. */
  readonly text: string;
  /** The condition key in it, without spaces around. */
  readonly key: string;
  /** Why AWS does not read it as a variable. */
  readonly problem: "no-brace" | "empty" | "space" | "no-quotes" | undefined;
}

const form = /\$\{(?<inside>[^{}]*)(?<end>\})?/g;

/** The policy variables of a text. Source: IAM User Guide, "IAM policy elements: Variables and tags". */
export function readVariables(text: string): readonly Variable[] {
  return [...text.matchAll(form)].map(({ 0: whole, groups }) => {
    const inside = groups?.["inside"] ?? "";
    const [before = ""] = inside.split(",");
    return {
      text: whole,
      key: before.trim(),
      problem:
        groups?.["end"] === undefined
          ? "no-brace"
          : problemOf(before, inside.slice(before.length + 1)),
    };
  });
}

function problemOf(key: string, standard: string): Variable["problem"] {
  if (key.trim() === "") return "empty";
  if (/^\s|\s$/.test(key)) return "space";
  if (standard === "") return undefined;
  return /^\s*'[^']*'\s*$/.test(standard) ? undefined : "no-quotes";
}
