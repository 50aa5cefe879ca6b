import { readdirSync } from "node:fs";
import type { Example, Examples } from "../check/example.ts";

/** The examples of every rule, read from the files of the rules. */
export async function examplesOfRules(): Promise<
  ReadonlyMap<string, Examples>
> {
  const folder = new URL("../check/rules/", import.meta.url);
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
  const found = await Promise.all(
    names.map(async (name) => {
      const module: unknown = await import(new URL(`${name}.ts`, folder).href);
      return [name, examplesIn(module)] as const;
    }),
  );
  return new Map(found);
}

/** A list, or a function that makes one, where it calls others. */
function examplesIn(module: unknown): Examples {
  if (typeof module !== "object" || module === null) return [];
  const examples = "examples" in module ? module.examples : undefined;
  const list = isMaker(examples) ? examples() : examples;
  return Array.isArray(list) ? list.filter(isExample) : [];
}

function isMaker(value: unknown): value is () => unknown {
  return typeof value === "function";
}

function isExample(value: unknown): value is Example {
  return (
    typeof value === "object" &&
    value !== null &&
    "bad" in value &&
    "at" in value &&
    "good" in value
  );
}
