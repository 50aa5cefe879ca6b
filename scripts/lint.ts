import { runAndRead } from "./run.ts";
import { sourceFiles } from "./sources.ts";

/** Lints everything with types; layers and cycles are rules of it. False as well when it looked at too few files. */
export async function lint(): Promise<boolean> {
  const { status, output } = await runAndRead("oxlint", [
    "--type-aware",
    "--deny-warnings",
  ]);
  const linted = Number(/ on (\d+) files/.exec(output)?.[1] ?? 0);
  const expected = sourceFiles().length;
  if (linted < expected) {
    console.error(
      `oxlint looked at ${linted} files, but there are ${expected}.`,
    );
    return false;
  }
  return status === 0;
}
