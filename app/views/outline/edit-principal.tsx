import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { principalText, type Principal } from "../../../core/index.ts";
import { principalOf, replacePrincipal } from "../../state/principal-edits.ts";
import { setSession, useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemText } from "../fields/problem-text.tsx";

/** Gives the chosen principal another name, or lets it stand for somebody else. */
export function EditPrincipal() {
  const principal = useApp(principalOf);
  if (principal === undefined) return null;
  return (
    <Dialog title={keysText.principalTitle} onClose={close}>
      <PrincipalForm principal={principal} />
    </Dialog>
  );
}

function PrincipalForm({ principal }: { readonly principal: Principal }) {
  const [id, setId] = useState(principal.id);
  const [text, setText] = useState(principalText(principal));
  const [problem, setProblem] =
    useState<ReturnType<typeof replacePrincipal>[number]>();
  const submit = () => {
    const [first] = replacePrincipal(principal, {
      id: id.trim(),
      text: text.trim(),
    });
    if (first === undefined) close();
    else setProblem(first);
  };
  return (
    <form
      className="rename-key"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormField
        stretch
        label={keysText.principalName}
        constraintText={keysText.principalNameHelp}
      >
        <Input
          value={id}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setId(detail.value)}
        />
      </FormField>
      <FormField
        stretch
        label={keysText.principalStandsFor}
        constraintText={keysText.principalStandsForHelp}
      >
        <Input
          value={text}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      {problem && (
        <p className="rename-key-problem" role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
      <div className="rename-key-actions">
        <Button onClick={close}>{keysText.cancel}</Button>
        <Button variant="primary" submit>
          {keysText.save}
        </Button>
      </div>
    </form>
  );
}

function close(): void {
  setSession({ dialog: null });
}
