import { printDesign } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readDesign } from "./read-design.ts";

/** `import`: prints the design that a text becomes, or several texts about one key. */
export function importCommand(io: Io, args: Arguments): ExitStatus {
  if (args.positionals.length === 0) {
    io.err("import takes a FILE, or several that are about one key\n");
    return 2;
  }
  const read = readDesign(io, ...args.positionals);
  if (read === undefined) return 2;
  io.out(printDesign(read.design));
  return 0;
}
