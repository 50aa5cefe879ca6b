import { useState } from "react";
import { copyText } from "../../commands/code.ts";
import { announce } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { Button } from "../../ui/button.tsx";

/** A text to take away, with a button that copies it. */
export function CopiedText({
  text,
  of,
}: {
  readonly text: string;
  /** What the text is, for the name of the button. */
  readonly of: string;
}) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const result = (await copyText(text)) ? words.copied : words.notCopied;
    setSaid(result);
    announce(result);
  };
  return (
    <div className="use-text">
      <pre>{text}</pre>
      <Button variant="quiet" icon="copy" onClick={() => void copy()}>
        {words.copy}
        <span className="visually-hidden"> {of}</span>
      </Button>
      {said !== "" && <span className="use-copied">{said}</span>}
    </div>
  );
}
