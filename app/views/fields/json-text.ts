import type { Json } from "../../../core/index.ts";
import type { TextControl } from "../../state/drafts.ts";
import { readValue } from "../../state/json-object.ts";
import { useTypedText, type TypedText } from "./typed-text.ts";

/** The text that a control of JSON shows. */
export function useJsonText(control: TextControl): TypedText {
  return useTypedText(control, (typed) => {
    const json = readValue(typed);
    return json.ok && printedJson(json.value) === control.value;
  });
}

/** JSON as people read it. */
export function printedJson(json: Json): string {
  return JSON.stringify(json, null, 2);
}
