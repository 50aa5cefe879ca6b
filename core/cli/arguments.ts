import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";

/** The options of a command: each takes a text, or is a switch. */
export type Options = Readonly<Record<string, "text" | "switch">>;

/** The arguments of a command as they were given. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
}

/** The arguments, or what is wrong with them. */
export type ParsedArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly message: string };

/** Reads the arguments of a command that takes these options. */
export function parseArguments(
  args: readonly string[],
  options: Options,
): ParsedArguments {
  const config: ParseArgsConfig = {
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [
        name,
        { type: kind === "text" ? "string" : "boolean" },
      ]),
    ),
  };
  try {
    const { positionals, values } = parseArgs(config);
    const given = new Map(Object.entries(values));
    return {
      ok: true,
      value: {
        positionals,
        text: (name) => {
          const value = given.get(name);
          return typeof value === "string" ? value : undefined;
        },
        isOn: (name) => given.get(name) === true,
      },
    };
  } catch (error) {
    // parseArgs throws for arguments it does not know; that is bad input, not a fault of ours.
    return {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    };
  }
}
