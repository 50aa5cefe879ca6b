#!/usr/bin/env node
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { runCommandLine } from "./run.ts";

process.exitCode = runCommandLine(
  {
    read: (file) => readFileSync(file === "-" ? 0 : file, "utf8"),
    list: (folder) =>
      statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
        ? readdirSync(folder)
        : undefined,
    write: (folder, name, text) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  },
  process.argv.slice(2),
);
