import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo, useState } from "react";
import { kmsActionNames, principalText } from "../../../core/index.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Token } from "../../ui/token.tsx";
import { SuggestInput } from "../request/suggest-field.tsx";
import type { ClaimDraft } from "./claim-draft.ts";

const words = proofsText.form;

interface Props {
  readonly draft: ClaimDraft;
  readonly onChange: (part: Partial<ClaimDraft>) => void;
}

/** Beyond what nobody may do it. */
export function BoundaryFields({ draft, onChange }: Props) {
  const { boundary, accounts } = draft;
  return (
    <>
      <FormField stretch label={words.boundary}>
        <Segments
          label={words.boundary}
          value={boundary}
          options={[
            { id: "account", text: words.boundaries.account },
            { id: "organization", text: words.boundaries.organization },
            { id: "accounts", text: words.boundaries.accounts },
          ]}
          onChange={(next) => onChange({ boundary: next })}
        />
      </FormField>
      {boundary === "accounts" && (
        <FormField
          stretch
          label={words.accounts}
          constraintText={words.accountsHelp}
        >
          <Textarea
            value={accounts}
            rows={Math.min(6, accounts.split("\n").length)}
            spellcheck={false}
            onChange={({ detail }) => onChange({ accounts: detail.value })}
          />
        </FormField>
      )}
    </>
  );
}

/** Who may never, or who alone may. */
export function WhoField({ draft, onChange }: Props) {
  const { principals } = useApp(designOf);
  const options = useMemo(
    () =>
      principals.map((principal) => ({
        value: principal.id,
        description: principalText(principal),
      })),
    [principals],
  );
  const isOne = draft.kind === "never";
  return (
    <Members
      label={isOne ? words.principal : words.principals}
      help={words.principalHelp}
      options={options}
      members={isOne ? draft.who.slice(0, 1) : draft.who}
      onChange={(who) => onChange({ who: isOne ? who.slice(-1) : who })}
    />
  );
}

const actionOptions = [
  { value: "kms:*" },
  ...kmsActionNames.map((value) => ({ value })),
];

/** What nobody else may do. */
export function ActionsField({ draft, onChange }: Props) {
  return (
    <Members
      label={words.actions}
      help={words.actionsHelp}
      options={actionOptions}
      members={draft.actions}
      onChange={(actions) => onChange({ actions })}
    />
  );
}

/** A list of texts with a field for the next; what is typed and not added yet counts when the field is left. */
function Members({
  label,
  help,
  options,
  members,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly options: readonly { readonly value: string }[];
  readonly members: readonly string[];
  readonly onChange: (members: readonly string[]) => void;
}) {
  const [text, setText] = useState("");
  const add = () => {
    const member = text.trim();
    setText("");
    if (member !== "" && !members.includes(member))
      onChange([...members, member]);
  };
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        // The Enter that takes a suggestion is prevented already.
        if (event.key !== "Enter" || event.defaultPrevented || text === "")
          return;
        event.preventDefault();
        add();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) add();
      }}
    >
      <FormField stretch label={label} constraintText={help}>
        <div className="field-row">
          <SuggestInput value={text} options={options} onChange={setText} />
          <Button onClick={add}>{words.addTo(label)}</Button>
        </div>
      </FormField>
      <ul className="tokens" aria-label={label}>
        {members.map((member) => (
          <Token
            key={member}
            name={member}
            onRemove={() => onChange(members.filter((one) => one !== member))}
          >
            {member}
          </Token>
        ))}
      </ul>
    </div>
  );
}
