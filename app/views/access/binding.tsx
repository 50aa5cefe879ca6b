import type { DesignChange, OwnedKey } from "../../../core/index.ts";
import { natureOf, subjectOfKey, whatMatters } from "../../state/access.ts";
import { makeUnlessWrong } from "../../state/principal-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { announce, useApp } from "../../state/store.ts";
import { whyText } from "../../text/why.ts";
import { Button } from "../../ui/button.tsx";
import { useMeaning } from "../../workers/use-meaning.ts";
import { abilityOf, type ChosenCell } from "./story.ts";

interface Props {
  readonly keyOfCell: OwnedKey;
  readonly chosen: ChosenCell;
}

/** Conditions that do not bind, and a way to make them: offered only where it is proven to do that and nothing else. */
export function Binding({ keyOfCell: key, chosen }: Props) {
  const { change, isKnown } = useProvenBinding(key, chosen);
  const readOnly = useApp(({ session }) => session.readOnly);
  const title = whyText.bindingTitle(chosen.row.name, abilityOf(chosen));
  return (
    <p className="why-binding">
      <span className="why-sign" aria-hidden="true">
        !
      </span>
      <span>
        {whyText.notBinding}{" "}
        {change === undefined ? (
          isKnown && whyText.bindingNone
        ) : (
          <>
            <Button
              variant="link"
              disabled={readOnly}
              onClick={() => {
                const problems = makeUnlessWrong(title, change);
                announce(problems[0]?.message ?? whyText.done(title));
              }}
            >
              {whyText.makeBinding}
            </Button>{" "}
            {whyText.bindingEffect(addedBy(key, change))}
          </>
        )}
      </span>
    </p>
  );
}

/** How many statements the change adds; one that grows counts too. */
function addedBy(key: OwnedKey, change: DesignChange): number {
  const patch = change.type === "edit-key" ? change.patch : {};
  const policy = "policy" in patch ? patch.policy : undefined;
  // What comes from the worker is a copy.
  const before = new Set(
    key.policy.statements.map((one) => JSON.stringify(one)),
  );
  return (policy?.statements ?? []).filter(
    (one) => !before.has(JSON.stringify(one)),
  ).length;
}

function useProvenBinding(key: OwnedKey, { row, cell }: ChosenCell) {
  const design = useApp(designOf);
  const nature = natureOf(design, key);
  const subject = subjectOfKey(design, key);
  const actions = cell.actions
    .filter(({ binds }) => !binds)
    .map(({ action }) => action);
  const { id, group, kind, text } = row;
  const { work } = useMeaning<"binding">({
    ask: {
      kind: "binding",
      question: {
        design,
        key: key.id,
        nature,
        target: { row: { id, group, kind, text }, actions },
      },
    },
    dependsOn: JSON.stringify([
      id,
      actions,
      key.policy,
      subject && whatMatters(subject, nature),
    ]),
    about: `${key.id} ${id} ${actions.join()}`,
  });
  const isKnown = work.status === "done";
  const isProven =
    isKnown && work.parts.every((isAsItShouldBe) => isAsItShouldBe);
  return { change: isProven ? work.head?.change : undefined, isKnown };
}
