import { useState } from "react";
import type { JsonObject, Problem, Result } from "../../../core/index.ts";
import { failed, ok, readJson } from "../../../core/index.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { useApp, type Draft } from "../../state/store.ts";
import { fieldsText } from "../../text/fields.ts";

/** A text of JSON on its way into the design. */
export interface JsonText {
  readonly text: string;
  readonly draft: Draft | undefined;
  readonly enter: (text: string) => void;
}

/** The text that a control of JSON shows; it is not laid out anew under the cursor of the person who types it. */
export function useJsonText(control: TextControl): JsonText {
  const [typed, setTyped] = useState("");
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  const json = readObject(typed);
  const same = json.ok && printedJson(json.value) === control.value;
  return {
    text: draft?.text ?? (same ? typed : control.value),
    draft,
    enter: (text) => {
      setTyped(text);
      enterText(control, text);
    },
  };
}

/** JSON as people read it. */
export function printedJson(json: JsonObject): string {
  return JSON.stringify(json, null, 2);
}

/** The object that a text says. */
export function readObject(text: string): Result<JsonObject> {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json.value;
  return isObject(value) ? ok(value) : failed(notAnObject);
}

const notAnObject: Problem = {
  code: "app/not-an-object",
  severity: "error",
  path: [],
  message: fieldsText.notObject,
  help: fieldsText.notObjectHelp,
};

/** JSON holds nothing but JSON values. */
function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
