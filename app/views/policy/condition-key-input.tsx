import Autosuggest from "@cloudscape-design/components/autosuggest";
import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import { useMemo } from "react";
import type { ConditionKeyRow } from "../../../core/index.ts";
import {
  conditionKeyNames,
  conditionKeys,
  globalConditionKeyNames,
  globalConditionKeys,
} from "../../../core/index.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { useExpandToViewport } from "../../ui/in-dialog.ts";
import { useFocus } from "../../ui/use-focus.ts";
import { fittingKeys } from "./fitting-keys.ts";

const usable = conditionKeyNames.filter(
  (name) => conditionKeys[name].usableInKeyPolicy,
);

const global = globalConditionKeyNames
  .filter((name) => globalConditionKeys[name].usableInKeyPolicy)
  .map((name) => option(name, globalConditionKeys[name]));

/** The condition key, out of the tables or as the person writes it; those that fit the actions come first. */
export function ConditionKeyInput({
  value,
  actions,
  onChange,
  focus = false,
}: {
  readonly value: string;
  readonly actions?: readonly string[] | undefined;
  readonly onChange: (key: string) => void;
  readonly focus?: boolean;
}) {
  const input = useFocus<AutosuggestProps.Ref>(focus);
  const readOnly = useApp(({ session }) => session.readOnly);
  const expandToViewport = useExpandToViewport();
  const options = useMemo(() => optionsFor(actions), [actions]);
  return (
    <Autosuggest
      ref={input}
      ariaLabel={policyText.conditionKey}
      placeholder={policyText.conditionKey}
      value={value}
      options={options}
      readOnly={readOnly}
      expandToViewport={expandToViewport}
      enteredTextLabel={policyText.enteredKey}
      onChange={({ detail }) => onChange(detail.value)}
    />
  );
}

function optionsFor(
  actions: readonly string[] | undefined,
): AutosuggestProps.Options {
  const fitting = new Set<string>(
    actions === undefined ? usable : fittingKeys(actions),
  );
  const kms = (fits: boolean) =>
    usable
      .filter((name) => fitting.has(name) === fits)
      .map((name) => option(name, conditionKeys[name]));
  const groups = [
    {
      label: actions === undefined ? policyText.kmsKeys : policyText.fitting,
      options: kms(true),
    },
    { label: policyText.globalKeys, options: global },
    { label: policyText.otherKeys, options: kms(false) },
  ];
  return groups.filter((group) => group.options.length > 0);
}

function option(
  name: string,
  { type, summary, multiValued }: ConditionKeyRow,
): AutosuggestProps.Option {
  return {
    value: typedName(name),
    labelTag: multiValued ? policyText.several(type) : type,
    description: summary,
  };
}

/** `kms:EncryptionContext:${EncryptionContextKey}` is written up to where the person goes on. */
function typedName(name: string): string {
  const at = name.indexOf("${");
  return at < 0 ? name : name.slice(0, at);
}
