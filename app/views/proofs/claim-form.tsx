import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import type { Claim, ClaimKind, Problem } from "../../../core/index.ts";
import { isOwned, keysOf } from "../../../core/index.ts";
import { addClaim, saveClaim } from "../../state/claim-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { ActionsField, BoundaryFields, WhoField } from "./claim-fields.tsx";
import { draftOfClaim, claimOfDraft, type ClaimDraft } from "./claim-draft.ts";

const words = proofsText.form;

/** A claim that is written by choosing. */
export function ClaimForm({
  claim,
  isNew,
  onClose,
}: {
  readonly claim: Claim;
  readonly isNew: boolean;
  readonly onClose: () => void;
}) {
  const design = useApp(designOf);
  const [draft, setDraft] = useState<ClaimDraft>(() => draftOfClaim(claim));
  const [problem, setProblem] = useState<Pick<Problem, "message" | "help">>();
  const change = (part: Partial<ClaimDraft>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...part });
  };
  const done = () => {
    const made = claimOfDraft(design, draft);
    if (typeof made === "string")
      return setProblem({ message: made, help: "" });
    const [first] = isNew ? addClaim(made) : saveClaim(claim.id, made);
    if (first === undefined) onClose();
    else setProblem(first);
  };
  return (
    <form
      className="claim-form"
      aria-label={words.label}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <KindField kind={draft.kind} onChange={(kind) => change({ kind })} />
      <div className="claim-fields">
        {draft.kind === "nobody-outside" ? (
          <BoundaryFields draft={draft} onChange={change} />
        ) : (
          <WhoField draft={draft} onChange={change} />
        )}
        <ActionsField draft={draft} onChange={change} />
        <KeysField draft={draft} onChange={change} />
        <FormField stretch label={words.name}>
          <Input
            value={draft.id}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) => change({ id: detail.value })}
          />
        </FormField>
      </div>
      {problem !== undefined && (
        <p className="control-problem" role="alert">
          <ProblemText problem={problem} />
        </p>
      )}
      <div className="claim-buttons">
        <Button submit variant="primary">
          {isNew ? words.add : words.save}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function KindField({
  kind,
  onChange,
}: {
  readonly kind: ClaimKind;
  readonly onChange: (kind: ClaimKind) => void;
}) {
  return (
    <FormField stretch label={words.kind}>
      <Segments<ClaimKind>
        label={words.kind}
        value={kind}
        options={keysOf(words.kinds).map((id) => ({
          id,
          text: words.kinds[id],
        }))}
        onChange={onChange}
      />
    </FormField>
  );
}

function KeysField({
  draft: { keys },
  onChange,
}: {
  readonly draft: ClaimDraft;
  readonly onChange: (part: Partial<ClaimDraft>) => void;
}) {
  const design = useApp(designOf);
  const options = design.keys
    .filter(isOwned)
    .map(({ id }) => ({ value: id, label: id }));
  return (
    <FormField stretch label={words.keys}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => keys.includes(value))}
        placeholder={words.allKeys}
        expandToViewport
        onChange={({ detail }) =>
          onChange({
            keys: detail.selectedOptions.flatMap(({ value }) => value ?? []),
          })
        }
      />
    </FormField>
  );
}
