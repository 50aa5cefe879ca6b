import type { AutosuggestProps } from "@cloudscape-design/components/autosuggest";
import type { Principal } from "../../../core/index.ts";
import { principalForText, principalText } from "../../../core/index.ts";
import { principalKinds, principalsText } from "../../text/principals.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";

/** Who can be chosen, given what was typed: principals of the design, and whom the text names. */
export function optionsFor(
  principals: readonly Principal[],
  text: string,
  exclude: readonly string[],
): AutosuggestProps.Options {
  const known = principals
    .filter(({ id }) => !exclude.includes(id))
    .filter((principal) => matches(principal, text))
    .map((principal) => ({
      ...optionOf(principal),
      value: principal.id,
      label: principal.id,
    }));
  const named = newOption(principals, text.trim());
  return [
    ...(known.length > 0
      ? [{ label: principalsText.inDesign, options: known }]
      : []),
    ...(named === undefined
      ? []
      : [{ label: principalsText.other, options: [named] }]),
  ];
}

function matches(principal: Principal, text: string): boolean {
  const words = `${principal.id} ${whatItIs(principal)}`.toLowerCase();
  return words.includes(text.trim().toLowerCase());
}

function newOption(
  principals: readonly Principal[],
  text: string,
): AutosuggestProps.Option | undefined {
  if (text === "") return undefined;
  const named = principalForText({ principals }, text);
  if (!named.ok || !named.value.isNew) return undefined;
  return {
    ...optionOf(named.value.principal),
    value: text,
    label: principalsText.addWhat(named.value.principal.id),
  };
}

function optionOf(principal: Principal) {
  return {
    description: whatItIs(principal),
    iconSvg: <Icon name={principalIcon(principal.kind)} size={16} />,
  };
}

/** The kind of a principal in a word, and the text that names it. */
export function whatItIs(principal: Principal): string {
  const { word } = principalKinds[principal.kind];
  const text = principalText(principal);
  switch (principal.kind) {
    case "account-root":
    case "any":
      return word;
    case "arn":
      return text;
    case "template-value":
      // A name that says it all need not be said twice.
      return text === principal.id ? word : text;
    case "new-role":
    case "new-user":
    case "new-group":
      return `${word} in ${principal.stack}`;
    default:
      return `${word} ${text}`;
  }
}
