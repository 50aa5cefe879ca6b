import type { Json } from "../../core/index.ts";
import { parameterNames } from "../../core/index.ts";
import { wordsOf } from "./override-edits.ts";
import { designOf, remembered } from "./selectors.ts";
import { useApp } from "./store.ts";

const namesOf = remembered(parameterNames);

/** Says a value of a template in words, with parameters as such: a line for each member of a list. */
export function useValueWords(): (value: Json) => readonly string[] {
  const names = useApp((state) => namesOf(designOf(state)));
  return (value) => wordsOf(value, names);
}
