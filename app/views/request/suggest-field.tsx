import Autosuggest from "@cloudscape-design/components/autosuggest";
import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import { memo } from "react";
import { requestText } from "../../text/request.ts";
import { sameProps } from "../../ui/same-props.ts";
import { useLatest } from "../../ui/use-latest.ts";

interface SuggestProps {
  readonly value: string;
  readonly options: AutosuggestProps.Options;
  readonly onChange: (text: string) => void;
  /** The name, where no frame around it gives it. */
  readonly label?: string;
  readonly placeholder?: string;
}

/** A text with suggestions; any other text may be typed too. */
export function SuggestInput({ onChange, ...props }: SuggestProps) {
  return <Suggest {...props} onChange={useLatest(onChange)} />;
}

const Suggest = memo(function Suggest({
  value,
  options,
  onChange,
  label,
  placeholder = "",
}: SuggestProps) {
  return (
    <Autosuggest
      value={value}
      options={options}
      placeholder={placeholder}
      enteredTextLabel={requestText.use}
      hideEnteredTextOption
      expandToViewport
      {...(label !== undefined && { ariaLabel: label })}
      onChange={({ detail }) => onChange(detail.value)}
    />
  );
}, sameProps);
