import { useState } from "react";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { useApp, type Draft } from "../../state/store.ts";

/** A text on its way into the design. */
export interface TypedText {
  readonly text: string;
  readonly draft: Draft | undefined;
  readonly enter: (text: string) => void;
}

/**
 * The text that a control shows where several texts stand for one value: the one that was typed, as long as it stands for
 * the value, so that nothing is laid out anew under the cursor of the person who types.
 */
export function useTypedText(
  control: TextControl,
  isSame: (typed: string) => boolean,
): TypedText {
  const [typed, setTyped] = useState("");
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  return {
    text: draft?.text ?? (isSame(typed) ? typed : control.value),
    draft,
    enter: (text) => {
      setTyped(text);
      enterText(control, text);
    },
  };
}
