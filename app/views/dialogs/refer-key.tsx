import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { Problem } from "../../../core/index.ts";
import { stackForNew } from "../../state/chosen-stack.ts";
import {
  addReferredKey,
  problemOfReferred,
  type ReferredKind,
} from "../../state/referred-keys.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { ProblemText } from "../fields/problem-text.tsx";
import { closeDialog, DialogForm } from "./dialog-form.tsx";

interface FormText {
  readonly title: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
}

const aliasField = { label: dialogsText.alias, placeholder: "alias/" };

const texts: Readonly<Record<ReferredKind, FormText>> = {
  imported: {
    title: dialogsText.importKeyTitle,
    label: dialogsText.arn,
    help: dialogsText.arnHelp,
    placeholder: dialogsText.arnPlaceholder,
  },
  "imported-alias": {
    title: dialogsText.importAliasTitle,
    help: dialogsText.aliasHelp,
    ...aliasField,
  },
  "looked-up": {
    title: dialogsText.lookUpTitle,
    help: dialogsText.lookUpHelp,
    ...aliasField,
  },
};

/** Names a key by its ARN. */
export function ImportKey() {
  return <ReferForm kind="imported" />;
}

/** Names a key by an alias. */
export function ImportAlias() {
  return <ReferForm kind="imported-alias" />;
}

/** Names a key that the CDK looks up by an alias. */
export function LookUpKey() {
  return <ReferForm kind="looked-up" />;
}

function ReferForm({ kind }: { readonly kind: ReferredKind }) {
  const { stacks } = useApp(designOf);
  const [text, setText] = useState("");
  const [stack, setStack] = useState(() => stackForNew(getState()));
  const [tried, setTried] = useState<Pick<Problem, "message" | "help">>();
  const { title, label, help, placeholder } = texts[kind];
  const wish = { kind, text: text.trim(), stack };
  const problem = text === "" ? tried : problemOfReferred(wish);
  return (
    <DialogForm
      title={title}
      button={dialogsText.add}
      onSubmit={() => {
        const found = addReferredKey(wish);
        if (found === undefined) closeDialog();
        else setTried(found);
      }}
    >
      <FormField
        stretch
        label={label}
        constraintText={help}
        errorText={problem && <ProblemText problem={problem} />}
      >
        <Input
          value={text}
          placeholder={placeholder}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      {stacks.length > 1 && (
        <FormField stretch label={dialogsText.inStack}>
          <Select
            selectedOption={{ value: stack, label: stack }}
            options={stacks.map(({ id }) => ({ value: id, label: id }))}
            onChange={({ detail }) =>
              setStack(detail.selectedOption.value ?? stack)
            }
          />
        </FormField>
      )}
    </DialogForm>
  );
}
