import Autosuggest from "@cloudscape-design/components/autosuggest";
import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import {
  conditionKeyNames,
  conditionKeys,
  globalConditionKeyNames,
  globalConditionKeys,
} from "../../../core/index.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { useFocus } from "../../ui/use-focus.ts";

const options: AutosuggestProps.Options = [
  {
    label: "AWS KMS",
    options: conditionKeyNames
      .filter((name) => conditionKeys[name].usableInKeyPolicy)
      .map((name) => ({
        value: typedName(name),
        description: conditionKeys[name].summary,
      })),
  },
  {
    label: "All of AWS",
    options: globalConditionKeyNames
      .filter((name) => globalConditionKeys[name].usableInKeyPolicy)
      .map((name) => ({
        value: typedName(name),
        description: globalConditionKeys[name].summary,
      })),
  },
];

/** The condition key, out of the tables or as the person writes it. */
export function ConditionKeyInput({
  value,
  onChange,
  focus = false,
}: {
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly focus?: boolean;
}) {
  const input = useFocus<AutosuggestProps.Ref>(focus);
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Autosuggest
      ref={input}
      ariaLabel={policyText.conditionKey}
      placeholder={policyText.conditionKey}
      value={value}
      options={options}
      readOnly={readOnly}
      expandToViewport
      enteredTextLabel={policyText.enteredKey}
      onChange={({ detail }) => onChange(detail.value)}
    />
  );
}

/** `kms:EncryptionContext:${EncryptionContextKey}` is written up to where the person goes on. */
function typedName(name: string): string {
  const at = name.indexOf("${");
  return at < 0 ? name : name.slice(0, at);
}
