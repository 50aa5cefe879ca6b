#!/usr/bin/env node
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

import { runCommandLine } from "./run.ts";

/** A compressed file, as the logs of AWS CloudTrail are, is read as what is in it; nobody has 100 MB of that. */
function textOf(bytes: Buffer): string {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isCompressed
    ? gunzipSync(bytes, { maxOutputLength: 100_000_000 }).toString("utf8")
    : bytes.toString("utf8");
}

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = runCommandLine(
  {
    read: (file) => textOf(readFileSync(file === "-" ? 0 : file)),
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
