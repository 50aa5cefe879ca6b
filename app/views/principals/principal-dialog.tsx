import { useEffect, useId, useState, type KeyboardEvent } from "react";
import type { Design, Principal, Problem } from "../../../core/index.ts";
import { principalsNamedBy } from "../../../core/index.ts";
import { stackForNew } from "../../state/chosen-stack.ts";
import { draftId } from "../../state/draft-id.ts";
import { dropDrafts } from "../../state/drafts.ts";
import {
  formProblems,
  type FieldProblem,
} from "../../state/principal-form-problems.ts";
import { formOf, type PrincipalForm } from "../../state/principal-form.ts";
import { principalOfForm } from "../../state/principal-of-form.ts";
import {
  designWithAdded,
  type PickedPrincipal,
} from "../../state/principal-edits.ts";
import { getState } from "../../state/store.ts";
import { principalsText } from "../../text/principals.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { KindFields } from "./kind-fields.tsx";
import { KindList } from "./kind-list.tsx";
import { NameField } from "./name-field.tsx";
import "./principals.css";

interface Props {
  readonly title: string;
  readonly button: string;
  /** The design, with the principals that wait to be added. */
  readonly design: Design;
  /** The principal that is edited. @default a new one */
  readonly principal?: Principal;
  readonly onClose: () => void;
  /** Takes the principal, or says why not. */
  readonly onDone: (picked: PickedPrincipal) => readonly Problem[];
}

/** What the fields of the window work on. */
export interface FieldsProps {
  readonly form: PrincipalForm;
  /** The design, with the principals that this window adds. */
  readonly design: Design;
  /** The id of the principal that is edited, which cannot be made of itself. */
  readonly own: string | undefined;
  /** Names unfinished text. */
  readonly draft: string;
  readonly problemOf: (field: keyof PrincipalForm) => FieldProblem | undefined;
  readonly onChange: (
    part: Partial<PrincipalForm>,
    picked?: PickedPrincipal,
  ) => void;
}

/** The window that makes or changes a principal of any kind. */
export function PrincipalDialog(props: Props) {
  const { title, button, onClose } = props;
  const { fields, problem, submit } = usePrincipalForm(props);
  const send = () => {
    if (submit()) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} size="middle">
      <div
        className="principal-form"
        role="presentation"
        onKeyDown={(event) => {
          if (!sends(event)) return;
          // The button that has the focus next shall not hear the same key.
          event.preventDefault();
          send();
        }}
      >
        <div className="principal-panes">
          <KindList
            kind={fields.form.kind}
            onChange={(kind) => fields.onChange({ kind })}
          />
          <div className="principal-fields">
            <KindFields {...fields} />
            <NameField {...fields} />
          </div>
        </div>
        {problem && (
          <p className="dialog-problem" role="alert">
            <ProblemText problem={problem} />
          </p>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{principalsText.cancel}</Button>
          <Button variant="primary" onClick={send}>
            {button}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Enter in a line of text sends the window; a form cannot, because conditions have forms of their own inside. */
function sends({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  return (
    key === "Enter" &&
    !defaultPrevented &&
    target instanceof HTMLInputElement &&
    target.type === "text" &&
    target.form === null
  );
}

/** The form as it is filled in, what is wrong with it, and what sends it. */
function usePrincipalForm({ design: outer, principal, onDone }: Props) {
  const draft = draftId("principal window", useId());
  // Text that was left in the window goes with it.
  useEffect(() => () => dropDrafts(draft), [draft]);
  const [form, setForm] = useState(() =>
    formOf(principal, stackForNew(getState())),
  );
  const [added, setAdded] = useState<readonly Principal[]>([]);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const design = designWithAdded(outer, added);
  const problems = {
    ...nameTaken(design, form, principal?.id),
    ...formProblems(form),
  };
  const fields: FieldsProps = {
    form,
    design,
    own: principal?.id,
    draft,
    problemOf: (field) => {
      const found = problems[field];
      return found?.isMissing === true && !tried ? undefined : found;
    },
    onChange: (part, picked) => {
      setForm((before) => ({ ...before, ...part }));
      if (picked) setAdded((before) => [...before, ...picked.added]);
      setProblem(undefined);
    },
  };
  const submit = (): boolean => {
    setTried(true);
    if (Object.keys(problems).length > 0) return false;
    const made = principalOfForm(design, form);
    const [found] = onDone({
      principal: made,
      added: [...stillNamed(added, made), made],
    });
    setProblem(found);
    return found === undefined;
  };
  return { fields, problem, submit };
}

/** A principal that was added for another kind, or for a member that is gone, is not needed. */
function stillNamed(
  added: readonly Principal[],
  made: Principal,
): readonly Principal[] {
  const needed = new Set(principalsNamedBy(made));
  return added
    .toReversed()
    .filter((principal) => {
      if (!needed.has(principal.id)) return false;
      for (const id of principalsNamedBy(principal)) needed.add(id);
      return true;
    })
    .toReversed();
}

function nameTaken(
  { principals }: Design,
  { id }: PrincipalForm,
  own: string | undefined,
): { readonly id?: FieldProblem } {
  const name = id.trim();
  const isTaken =
    name !== own && principals.some((principal) => principal.id === name);
  if (!isTaken) return {};
  const { idTaken, idTakenHelp } = principalsText.wrong;
  return {
    id: { message: idTaken(name), help: idTakenHelp, isMissing: false },
  };
}
