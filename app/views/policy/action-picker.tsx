import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { Capability, Key, KmsAction } from "../../../core/index.ts";
import {
  capabilities,
  effectiveKey,
  expandAction,
  keysOf,
  kmsActionNames,
  kmsActions,
} from "../../../core/index.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";

interface Props {
  readonly keyOfActions: Key;
  readonly chosen: readonly string[];
  readonly onChange: (actions: readonly string[]) => void;
}

/** Every action that a key policy can give, by what it is for; what a pattern covers is ticked and says so. */
export function ActionPicker({ keyOfActions, chosen, onChange }: Props) {
  const [query, setQuery] = useState("");
  const groups = keysOf(capabilities)
    .map((capability) => ({
      capability,
      actions: actionsOf(capability, query),
    }))
    .filter(({ actions }) => actions.length > 0);
  return (
    <div className="picker" role="group" aria-label={policyText.pickActions}>
      <Input
        type="search"
        ariaLabel={policyText.searchActions}
        placeholder={policyText.searchActions}
        value={query}
        onChange={({ detail }) => setQuery(detail.value)}
      />
      <div className="picker-groups">
        {groups.map(({ capability, actions }) => (
          <fieldset key={capability}>
            <legend>{capabilities[capability]}</legend>
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
  const works = worksOn(action, keyOfActions);
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
          ? `${accessLevel}${works ? "" : ", not for this key"}`
          : `by ${pattern}`}
      </span>
    </label>
  );
}

function actionsOf(
  capability: Capability,
  query: string,
): readonly KmsAction[] {
  const wish = query.trim().toLowerCase();
  return kmsActionNames.filter((action) => {
    const row = kmsActions[action];
    const text = `${action} ${row.summary} ${row.accessLevel}`.toLowerCase();
    return (
      row.capability === capability &&
      row.effectiveInKeyPolicy &&
      text.includes(wish)
    );
  });
}

function worksOn(action: KmsAction, key: Key): boolean {
  const { validFor } = kmsActions[action];
  const { keyUsage, keySpec, origin } = effectiveKey(key);
  return (
    validFor !== null &&
    (validFor.usages?.includes(keyUsage) ?? true) &&
    (validFor.specs?.includes(keySpec) ?? true) &&
    (validFor.origins?.includes(origin) ?? true)
  );
}
