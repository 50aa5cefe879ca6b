import type { OwnedKey, Path } from "../../../core/index.ts";
import { printPath } from "../../../core/index.ts";
import {
  dropOverrides,
  keyPolicyPart,
  overrideControl,
} from "../../state/override-edits.ts";
import { selectPath } from "../../state/select.ts";
import { useApp } from "../../state/store.ts";
import { templateText } from "../../text/template.ts";
import { Button } from "../../ui/button.tsx";
import { JsonEditor } from "../settings/template-value.tsx";
import { FindingsAt } from "./findings-at.tsx";

/** The policy of a key that a template gives as a whole: its JSON, and the way to statements. */
export function WholePolicy({
  keyOfPolicy: key,
  index,
}: {
  readonly keyOfPolicy: OwnedKey;
  readonly index: number;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const resource = { list: "keys", part: key, index } as const;
  const path: Path = ["keys", index, "policy"];
  return (
    <div
      className="policy-existing"
      role="presentation"
      data-path={printPath(path)}
      onFocusCapture={() => selectPath(path, "control")}
    >
      <p>{templateText.policyLead}</p>
      <JsonEditor
        control={overrideControl(resource, keyPolicyPart, {
          label: templateText.json(templateText.keyPolicy),
          path,
        })}
      />
      <FindingsAt path={path} />
      <Button
        disabled={readOnly}
        onClick={() =>
          dropOverrides(templateText.takeStatements(key.id), resource, [
            keyPolicyPart,
          ])
        }
      >
        {templateText.statementsInstead}
      </Button>
    </div>
  );
}
