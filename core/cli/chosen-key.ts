import type { Design, Key, Subject } from "../index.ts";
import { subjectOf } from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { Io } from "./io.ts";
import type { DesignFile } from "./read-design.ts";
import { readDesign } from "./read-design.ts";
import { readSettings } from "./settings.ts";
import type { SettledDesign } from "./settings.ts";

/** A key that is asked about, in its design, and what verdicts see of it. */
export interface ChosenKey {
  readonly design: Design;
  readonly key: Key;
  readonly subject: Subject;
}

/** A design that was read, with what verdicts about it assume. */
export interface SettledFile extends DesignFile, SettledDesign {}

/** Reads a file and the settings of the options; undefined when one of them failed, and then the reasons were printed. */
export function readSettled(
  io: Io,
  args: Arguments,
  file: string,
): SettledFile | undefined {
  const read = readDesign(io, file);
  const settled = read && readSettings(io, args, read.design);
  return read && settled && { ...read, ...settled };
}

/** The one key that is asked about; undefined where it is not clear which, and then that was printed. */
export function chosenKey(
  io: Io,
  { design, keyId, keyArn }: SettledDesign,
): ChosenKey | undefined {
  const options = keyArn === undefined ? {} : { keyArn };
  const asked = design.keys
    .filter(({ id }) => keyId === undefined || id === keyId)
    .flatMap((key) => {
      const subject = subjectOf(design, key, options);
      return subject === undefined ? [] : [{ design, key, subject }];
    });
  const [first, ...others] = asked;
  if (first === undefined) {
    io.err("there is no key whose policy is known\n");
    return undefined;
  }
  if (others.length === 0) return first;
  const names = asked.map(({ key }) => key.id).join(", ");
  io.err(`there are several keys: choose one of ${names} with --key\n`);
  return undefined;
}
