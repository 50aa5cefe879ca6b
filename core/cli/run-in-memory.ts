import { runCommandLine } from "./run.ts";

/** Runs a command line over files in memory, for tests. */
export function runInMemory(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  let out = "";
  let err = "";
  const status = runCommandLine(
    {
      read: (file) => {
        const text = files[file];
        if (text === undefined) throw new Error(`no such file: ${file}`);
        return text;
      },
      list: () => undefined,
      write: (folder, name) => `${folder}/${name}`,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    args,
  );
  return { status, out, err };
}

/** The same with JSON as the output. */
export function runForJson(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const { status, out, err } = runInMemory(
    [...args, "--format", "json"],
    files,
  );
  const json: unknown = JSON.parse(out);
  return { status, json, err };
}
