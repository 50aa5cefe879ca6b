import Checkbox from "@cloudscape-design/components/checkbox";
import { useId, useMemo, useState, type ReactNode } from "react";
import type { OwnedKey } from "../../../core/index.ts";
import { recipeSides } from "../../lazy/recipes.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { StripTabs } from "../../ui/strip-tabs.tsx";
import { useFocus } from "../../ui/use-focus.ts";
import { keyHint } from "./key-hint.ts";
import { QuestionFields } from "./question-fields.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { UseAdds } from "./use-adds.tsx";
import { UseCalls } from "./use-calls.tsx";
import {
  hasOpenQuestions,
  isSeveral,
  problemsOf,
  questionsOf,
  usedRecipes,
  withPlaceholders,
  type Use,
  type UseForm,
} from "./uses.ts";

interface Props {
  readonly use: Use;
  readonly form: UseForm;
  readonly keyOfUse: OwnedKey;
  readonly tried: boolean;
  readonly onChange: (form: UseForm) => void;
  /** It was picked in the gallery just now: its title takes the focus. Otherwise the window has the title. */
  readonly takesFocus?: boolean;
  /** Before what it says. */
  readonly lead?: ReactNode;
}

/** What a use asks, what it adds, and whether its calls are allowed already. */
export function UseSheet(props: Props) {
  const { use, form, tried, onChange, lead, takesFocus = false } = props;
  const head = useFocus<HTMLHeadingElement>(takesFocus);
  const { title, service, summary, acts, unconfirmed } = use.recipe;
  return (
    <div className="use-sheet">
      <div className="use-head">
        {takesFocus && (
          <h3 ref={head} tabIndex={-1}>
            {title}
          </h3>
        )}
        {!isSeveral(use) && (
          <p className="use-small">
            <b>{service}</b> <span>{recipeSides[acts]}</span>{" "}
            <StatusBadge recipe={use.recipe} />
          </p>
        )}
      </div>
      {lead}
      <p>{summary}</p>
      {unconfirmed !== undefined && (
        <p className="dialog-warning">{words.unconfirmed(unconfirmed)}</p>
      )}
      <KeyHint {...props} />
      <Parts {...props} />
      <QuestionFields
        questions={questionsOf(use, form)}
        texts={form.texts}
        problems={problemsOf(use, form)}
        tried={tried}
        onChange={(name, text) =>
          onChange({ ...form, texts: { ...form.texts, [name]: text } })
        }
      />
      <About {...props} />
    </div>
  );
}

function KeyHint({ use, form, keyOfUse: key }: Props) {
  const design = useApp(designOf);
  const hints = usedRecipes(use, form).flatMap(
    ({ recipe }) => keyHint(design, key, recipe) ?? [],
  );
  return [...new Set(hints)].map((hint) => (
    <p key={hint} className="dialog-warning">
      {hint}
    </p>
  ));
}

function Parts({ use, form, onChange }: Props) {
  if (!isSeveral(use)) return null;
  return (
    <div className="use-parts" role="group" aria-label={words.parts}>
      {use.parts.map(({ id, label }) => (
        <Checkbox
          key={id}
          checked={form.chosen.includes(id)}
          onChange={({ detail }) =>
            onChange({
              ...form,
              chosen: detail.checked
                ? [...form.chosen, id]
                : form.chosen.filter((one) => one !== id),
            })
          }
        >
          {label}
        </Checkbox>
      ))}
    </div>
  );
}

type Tab = "adds" | "allowed";

const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: "adds", label: words.adds },
  { id: "allowed", label: words.allowed },
];

function About({ use, form, keyOfUse: key }: Props) {
  const [tab, setTab] = useState<Tab>("adds");
  const design = useApp(designOf);
  const panel = useId();
  const used = useMemo(() => usedRecipes(use, form), [use, form]);
  const about = { design, keyOfUse: key };
  return (
    <div className="use-about">
      <StripTabs
        tabs={tabs}
        active={tab}
        label={words.tabs}
        panel={panel}
        onPick={setTab}
      />
      <div
        role="tabpanel"
        id={panel}
        className="use-panel"
        aria-labelledby={`${panel}-tab-${tabs.findIndex(({ id }) => id === tab)}`}
      >
        {tab === "adds" ? (
          <UseAdds
            {...about}
            used={usedRecipes(use, withPlaceholders(use, form))}
            isOpen={hasOpenQuestions(use, form)}
          />
        ) : (
          <UseCalls {...about} used={used} />
        )}
      </div>
    </div>
  );
}
