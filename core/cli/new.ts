import {
  emptyDesign,
  hasKey,
  keysOf,
  newKey,
  printDesign,
  samples,
} from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";

/** `new`: prints a design to start from. */
export function newCommand(io: Io, args: Arguments): ExitStatus {
  const name = args.text("sample");
  if (args.positionals.length > 0) {
    io.err(`new takes no file: ${args.positionals.join(" ")}\n`);
    return 2;
  }
  if (name === undefined) {
    const empty = emptyDesign();
    io.out(printDesign({ ...empty, keys: [newKey(empty)] }));
    return 0;
  }
  if (!hasKey(samples, name)) {
    io.err(
      `there is no sample \`${name}\`, only ${keysOf(samples).join(", ")}\n`,
    );
    return 2;
  }
  io.out(printDesign(samples[name].design));
  return 0;
}
