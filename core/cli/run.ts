import type { Arguments, Options } from "./arguments.ts";
import { parseArguments } from "./arguments.ts";
import { accessCommand } from "./access.ts";
import { checkCommand } from "./check.ts";
import { compareCommand } from "./compare.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import type { ExitStatus, Io } from "./io.ts";
import { importCommand } from "./import.ts";
import { newCommand } from "./new.ts";
import { settingOptions } from "./settings.ts";
import { usage } from "./usage.ts";

interface Command {
  readonly options: Options;
  readonly run: (io: Io, args: Arguments) => ExitStatus;
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["new", { options: { sample: "text" }, run: newCommand }],
  ["import", { options: {}, run: importCommand }],
  [
    "export",
    {
      options: {
        to: "text",
        stack: "text",
        key: "text",
        fragment: "switch",
        project: "switch",
        "logical-ids": "text",
        out: "text",
      },
      run: exportCommand,
    },
  ],
  [
    "check",
    {
      options: {
        ...settingOptions,
        format: "text",
        "fail-on": "text",
        all: "switch",
      },
      run: checkCommand,
    },
  ],
  [
    "explain",
    {
      options: {
        ...settingOptions,
        request: "text",
        events: "text",
        format: "text",
      },
      run: explainCommand,
    },
  ],
  [
    "access",
    { options: { ...settingOptions, format: "text" }, run: accessCommand },
  ],
  [
    "compare",
    { options: { ...settingOptions, format: "text" }, run: compareCommand },
  ],
]);

/** Runs a command line and gives its exit status. */
export function runCommandLine(io: Io, args: readonly string[]): ExitStatus {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(usage);
    return 2;
  }
  if (name === "help" || name === "--help") {
    io.out(usage);
    return 0;
  }
  const command = commands.get(name);
  if (command === undefined) {
    io.err(`there is no command \`${name}\`\n\n${usage}`);
    return 2;
  }
  const parsed = parseArguments(rest, command.options);
  if (!parsed.ok) {
    io.err(`${parsed.message}\n`);
    return 2;
  }
  return command.run(io, parsed.value);
}
