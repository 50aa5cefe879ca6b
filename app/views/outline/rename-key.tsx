import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { Problem } from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { newProblems } from "../../state/new-problems.ts";
import { keyChange } from "../../state/key-edits.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { getState, setSession, useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Gives the selected key another name. */
export function RenameKey() {
  const name = useApp((state) => keyOf(state)?.id ?? "");
  const [text, setText] = useState(name);
  const [error, setError] = useState("");
  const submit = () => {
    const problem = rename(text.trim());
    if (problem === undefined) close();
    else setError(`${problem.message}; ${problem.help}`);
  };
  return (
    <Dialog title={keysText.renameTitle} onClose={close}>
      <form
        className="rename-key"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FormField
          stretch
          label={keysText.renameLabel}
          constraintText={keysText.renameHelp}
          errorText={error}
        >
          <Input
            value={text}
            onChange={({ detail }) => setText(detail.value)}
          />
        </FormField>
        <div className="rename-key-actions">
          <Button onClick={close}>{keysText.cancel}</Button>
          <Button variant="primary" submit>
            {keysText.rename}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function rename(id: string): Pick<Problem, "message" | "help"> | undefined {
  const state = getState();
  const key = keyOf(state);
  if (key === undefined || id === key.id) return undefined;
  if (id === "")
    return { message: keysText.nameEmpty, help: keysText.nameEmptyHelp };
  const change = keyChange(key, { id });
  const [problem] = newProblems(designOf(state), change);
  if (problem !== undefined) return problem;
  const made = edit({ title: `Rename ${key.id} to ${id}`, change });
  return made.ok ? undefined : made.problems[0];
}

function close(): void {
  setSession({ dialog: null });
}
