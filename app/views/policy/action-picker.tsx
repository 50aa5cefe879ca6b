import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { Key, KmsAction } from "../../../core/index.ts";
import {
  capabilities,
  expandAction,
  keysOf,
  kmsActionNames,
  kmsActions,
} from "../../../core/index.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { Segments } from "../../ui/segments.tsx";
import { whyNothing } from "./action-facts.ts";
import "./picker.css";

interface Props {
  readonly keyOfActions: Key;
  readonly chosen: readonly string[];
  readonly onChange: (actions: readonly string[]) => void;
}

type Grouping = keyof typeof policyText.groups;

/** Every action of AWS KMS, by what it is for or by its access level; what a pattern covers is ticked and says so. */
export function ActionPicker({ keyOfActions, chosen, onChange }: Props) {
  const [query, setQuery] = useState("");
  const [grouping, setGrouping] = useState<Grouping>("capability");
  const groups = groupsOf(grouping)
    .map(({ label, actions }) => ({
      label,
      actions: actions.filter((action) => isFound(action, query)),
    }))
    .filter(({ actions }) => actions.length > 0);
  return (
    <div className="picker" role="group" aria-label={policyText.pickActions}>
      <div className="picker-bar">
        <Input
          type="search"
          ariaLabel={policyText.searchActions}
          placeholder={policyText.searchActions}
          value={query}
          onChange={({ detail }) => setQuery(detail.value)}
        />
        <Segments<Grouping>
          label={policyText.groupBy}
          value={grouping}
          options={keysOf(policyText.groups).map((id) => ({
            id,
            text: policyText.groups[id],
          }))}
          onChange={setGrouping}
        />
      </div>
      <div className="picker-groups">
        {groups.map(({ label, actions }) => (
          <fieldset key={label}>
            <legend>{label}</legend>
            {actions.map((action) => (
              <ActionBox
                key={action}
                action={action}
                keyOfActions={keyOfActions}
                chosen={chosen}
                onChange={onChange}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

function ActionBox({
  action,
  keyOfActions,
  chosen,
  onChange,
}: Props & { readonly action: KmsAction }) {
  const { accessLevel, summary } = kmsActions[action];
  const itself = chosen.includes(action);
  const pattern = chosen.find(
    (other) => other !== action && expandAction(other).includes(action),
  );
  const nothing = whyNothing(action, keyOfActions);
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <label className="picker-action" title={summary}>
      <input
        type="checkbox"
        checked={itself || pattern !== undefined}
        disabled={readOnly || (!itself && pattern !== undefined)}
        onChange={() =>
          onChange(
            itself
              ? chosen.filter((other) => other !== action)
              : [...chosen, action],
          )
        }
      />
      <span>{action.replace("kms:", "")}</span>
      <span className="picker-level">
        {pattern === undefined
          ? [accessLevel, ...(nothing === undefined ? [] : [nothing])].join(
              ", ",
            )
          : `by ${pattern}`}
      </span>
    </label>
  );
}

interface Group {
  readonly label: string;
  readonly actions: readonly KmsAction[];
}

const byCapability: readonly Group[] = keysOf(capabilities).map(
  (capability) => ({
    label: capabilities[capability],
    actions: kmsActionNames.filter(
      (action) => kmsActions[action].capability === capability,
    ),
  }),
);

const byLevel: readonly Group[] = [
  ...new Set(kmsActionNames.map((action) => kmsActions[action].accessLevel)),
].map((level) => ({
  label: level,
  actions: kmsActionNames.filter(
    (action) => kmsActions[action].accessLevel === level,
  ),
}));

function groupsOf(grouping: Grouping): readonly Group[] {
  return grouping === "capability" ? byCapability : byLevel;
}

function isFound(action: KmsAction, query: string): boolean {
  const { summary, accessLevel } = kmsActions[action];
  const text = `${action} ${summary} ${accessLevel}`.toLowerCase();
  return text.includes(query.trim().toLowerCase());
}
