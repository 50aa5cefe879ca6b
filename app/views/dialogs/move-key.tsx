import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useMemo, useState } from "react";
import type { Design, Key } from "../../../core/index.ts";
import { moveKey } from "../../../core/index.ts";
import { moveKeyTo } from "../../state/key-edits.ts";
import { logicalIdChanges } from "../../state/logical-ids.ts";
import { designOf, shownKeyOf } from "../../state/selectors.ts";
import { designAfter } from "../../state/step.ts";
import { getState, useApp } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { closeDialog, DialogForm } from "./dialog-form.tsx";
import { IdChanges } from "./id-changes.tsx";

/** Moves the selected key to another stack, and shows what CloudFormation makes of it. */
export function MoveKey() {
  const [key] = useState(() => shownKeyOf(getState()));
  return key === undefined ? null : <MoveForm keyOfForm={key} />;
}

function MoveForm({ keyOfForm: key }: { readonly keyOfForm: Key }) {
  const design = useApp(designOf);
  const others = design.stacks.filter(({ id }) => id !== key.stack);
  const [stack, setStack] = useState(others[0]?.id ?? key.stack);
  const changes = useMemo(
    () => changesOfMove(design, key, stack),
    [design, key, stack],
  );
  return (
    <DialogForm
      title={dialogsText.moveTitle}
      button={dialogsText.move}
      onSubmit={() => {
        moveKeyTo(key, stack);
        closeDialog();
      }}
    >
      <FormField stretch label={dialogsText.moveLabel}>
        <Select
          selectedOption={{ value: stack, label: stack }}
          options={others.map(({ id, region }) => ({
            value: id,
            label: id,
            ...(region !== undefined && { description: region }),
          }))}
          onChange={({ detail }) =>
            setStack(detail.selectedOption.value ?? stack)
          }
        />
      </FormField>
      <IdChanges
        title={dialogsText.moving}
        changes={changes}
        same={dialogsText.sameIds}
      />
      <p className="dialog-warning">{dialogsText.moveWarning}</p>
    </DialogForm>
  );
}

function changesOfMove(design: Design, key: Key, stack: string) {
  const next = designAfter(design, moveKey(design, key, stack));
  return next.ok ? logicalIdChanges(design, next.value) : [];
}
