import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useMemo, useState } from "react";
import type { Problem } from "../../../core/index.ts";
import type { Member } from "../../state/members.ts";
import {
  canKeep,
  previewRename,
  rename,
  type RenamePreview,
} from "../../state/rename-edits.ts";
import { designOf, subjectOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { ProblemText } from "../fields/problem-text.tsx";
import { closeDialog, DialogForm } from "./dialog-form.tsx";
import { IdChanges } from "./id-changes.tsx";

/** Gives what is selected another name, and shows what CloudFormation makes of it. */
export function Rename() {
  // What is selected follows its name, and the window closes then.
  const [member] = useState(() => subjectOf(getState()));
  return member === undefined ? null : <RenameForm member={member} />;
}

function RenameForm({ member }: { readonly member: Member }) {
  const [text, setText] = useState(member.id);
  const [keep, setKeep] = useState(false);
  const [problem, setProblem] = useState<Pick<Problem, "message" | "help">>();
  const design = useApp(designOf);
  const wish = { member, to: text.trim(), keep };
  const { to } = wish;
  const preview = useMemo(
    () => previewRename(design, { member, to, keep }),
    [design, member, to, keep],
  );
  return (
    <DialogForm
      title={dialogsText.renameTitle[member.list]}
      button={dialogsText.rename}
      onSubmit={() => {
        const found = rename(wish);
        if (found === undefined) closeDialog();
        else setProblem(found);
      }}
    >
      <FormField
        stretch
        label={dialogsText.renameLabel[member.list]}
        constraintText={dialogsText.renameHelp}
        errorText={problem && <ProblemText problem={problem} />}
      >
        <Input
          value={text}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setText(detail.value)}
        />
      </FormField>
      {canKeep(design, member) && (
        <Checkbox
          checked={keep}
          onChange={({ detail }) => setKeep(detail.checked)}
        >
          {member.list === "stacks"
            ? dialogsText.keepStackName
            : dialogsText.keepLogicalId}
        </Checkbox>
      )}
      {to !== member.id && to !== "" && <Preview preview={preview} />}
    </DialogForm>
  );
}

function Preview({
  preview: { resources, stackName },
}: {
  readonly preview: RenamePreview;
}) {
  const changes = (type: string) => resources.some((one) => one.type === type);
  const isKey = changes("AWS::KMS::Key") || changes("AWS::KMS::ReplicaKey");
  const warnings = [
    ...(stackName === undefined
      ? []
      : [dialogsText.newStack(stackName.before, stackName.after)]),
    ...(isKey ? [dialogsText.newKey] : []),
    ...(changes("AWS::KMS::Alias") ? [dialogsText.newAlias] : []),
    ...(resources.length > 0 && !isKey && !changes("AWS::KMS::Alias")
      ? [dialogsText.newResource]
      : []),
  ];
  return (
    <div className="rename-preview" role="status">
      <IdChanges changes={resources} same={dialogsText.sameIds} />
      {warnings.length > 0 && (
        <div className="dialog-warning">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
    </div>
  );
}
