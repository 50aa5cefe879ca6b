import { printDesign } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readDesign } from "./read-design.ts";

/** `import`: prints the design that a text becomes. */
export function importCommand(io: Io, args: Arguments): ExitStatus {
  const [file, ...others] = args.positionals;
  if (file === undefined || others.length > 0) {
    io.err("import takes one FILE\n");
    return 2;
  }
  const read = readDesign(io, file);
  if (read === undefined) return 2;
  io.out(printDesign(read.design));
  return 0;
}
