import { useState, type Ref } from "react";
import type {
  AccessWish,
  CellState,
  Conditions,
  OwnedKey,
  Problem,
} from "../../../core/index.ts";
import { accessChange } from "../../../core/index.ts";
import { makeUnlessWrong } from "../../state/principal-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { announce, getState, useApp } from "../../state/store.ts";
import { withoutUnused } from "../../state/unused-principals.ts";
import { whyText } from "../../text/why.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { AllowIf } from "./allow-if.tsx";
import { abilityOf, type ChosenCell, type StatementSay } from "./story.ts";
import type { Access } from "./use-access.ts";

type Option = "nothing" | "allow" | "allow-if" | "deny";

interface Props {
  readonly keyOfCell: OwnedKey;
  readonly access: Access;
  readonly chosen: ChosenCell;
  readonly says: readonly StatementSay[];
  readonly focus: Ref<HTMLDivElement>;
}

/** What the cell can be set to; each choice is one edit, shown as code at once. */
export function SetTo({ keyOfCell: key, access, chosen, says, focus }: Props) {
  const { row, cell } = chosen;
  const readOnly = useApp(({ session }) => session.readOnly);
  const name = `${row.id} ${chosen.column.id}`;
  const [asks, setAsks] = useState<string>();
  const [refused, setRefused] = useState<{ name: string; text: string }>();
  const set = (
    wish: AccessWish,
  ): Pick<Problem, "message" | "help"> | undefined => {
    const problem = wished(key, chosen, wish);
    setRefused(problem && { name, text: problem.message });
    if (problem === undefined) setAsks(undefined);
    return problem;
  };
  if (!isOne(row.kind))
    return (
      <div className="set-to" ref={focus} tabIndex={-1}>
        <p className="why-note">{whyText.cannotSet}</p>
      </div>
    );
  const isWhole = cell.share === cell.actions.length;
  const now = isWhole ? optionOf(cell) : undefined;
  const isAsked = asks === name;
  return (
    <div className="set-to" ref={focus} tabIndex={-1}>
      <h4>{whyText.setTo}</h4>
      <Segments<Option | "mixed">
        label={whyText.setTo}
        value={isAsked ? "allow-if" : (now ?? "mixed")}
        disabled={readOnly}
        options={optionsFor(row.group, row.kind)}
        onChange={(option) => {
          if (option === "allow-if") setAsks(name);
          else if (option !== "mixed") set({ say: option });
        }}
      />
      {refused?.name === name && (
        <p className="why-refused" role="alert">
          {refused.text}
        </p>
      )}
      {!isAsked && now === "allow-if" && (
        <Button variant="link" icon="pencil" onClick={() => setAsks(name)}>
          {whyText.edit}
        </Button>
      )}
      {isAsked && (
        <AllowIf
          key={name}
          keyOfCell={key}
          access={access}
          chosen={chosen}
          says={says}
          onSet={(conditions: Conditions) => set({ say: "allow", conditions })}
          onCancel={() => setAsks(undefined)}
        />
      )}
    </div>
  );
}

/** The row is somebody whom a statement can name. */
function isOne(kind: ChosenCell["row"]["kind"]): boolean {
  return (
    kind !== "root" && kind !== "rest-of-account" && kind !== "other-services"
  );
}

function optionsFor(
  group: ChosenCell["row"]["group"],
  kind: ChosenCell["row"]["kind"],
): readonly { readonly id: Option; readonly text: string }[] {
  const { nothing } = whyText;
  return [
    {
      id: "nothing",
      text: group === "account" ? nothing.account : nothing.elsewhere,
    },
    { id: "allow", text: whyText.allow },
    { id: "allow-if", text: whyText.allowIf },
    ...(kind === "organization" || kind === "everyone-else"
      ? []
      : [{ id: "deny" as const, text: whyText.deny }]),
  ];
}

function optionOf({ kind, isConditional }: CellState): Option | undefined {
  switch (kind) {
    case "allowed":
      return "allow";
    case "conditional":
      return "allow-if";
    case "needs-iam":
      return isConditional === true ? "allow-if" : "allow";
    case "delegated":
    case "none":
      return "nothing";
    case "denied":
      return "deny";
    case "unknown":
      return undefined;
  }
}

/** Makes the edit, or says why there is none. */
function wished(
  key: OwnedKey,
  chosen: ChosenCell,
  wish: AccessWish,
): Pick<Problem, "message" | "help"> | undefined {
  const design = designOf(getState());
  const { row, cell } = chosen;
  const actions = cell.actions.map(({ action }) => action);
  const change = accessChange(design, key, { target: { row, actions }, wish });
  if (change === undefined)
    return { message: whyText.cannotSetTo[wish.say], help: "" };
  const title = whyText.titles[wish.say](row.name, abilityOf(chosen));
  const [problem] = makeUnlessWrong(title, withoutUnused(design, change));
  if (problem === undefined) announce(whyText.done(title));
  return problem;
}
