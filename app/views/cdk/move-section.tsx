import { useMemo } from "react";
import type { FlagStep } from "../../../core/index.ts";
import { frozen, moveToV2 } from "../../lazy/updates.ts";
import { edit } from "../../state/edit.ts";
import { setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { openNew } from "../../state/storage/open.ts";
import { useApp } from "../../state/store.ts";
import { cdkText } from "../../text/cdk.ts";
import { Button } from "../../ui/button.tsx";
import { UpdateList } from "../compare/update-list.tsx";
import { Section } from "../settings/section.tsx";

/** What CDK v2 makes of a design for v1, and the ways to move it there. */
export function MoveSection() {
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const move = useMemo(() => moveToV2(design), [design]);
  const updates = move.updates.filter(
    ({ target }) => target === "cloudformation",
  );
  return (
    <Section title={cdkText.move} lead={cdkText.moveLead}>
      <div className="settings-wide move">
        {move.isRefused && <p>{cdkText.moveRefused}</p>}
        <p>{wordsOf(move.isSame, updates.length)}</p>
        {updates.length > 0 && (
          <UpdateList updates={updates} showStack={design.stacks.length > 1} />
        )}
        <div className="compare-bar">
          <Button
            variant="primary"
            disabled={readOnly}
            onClick={() => {
              edit({
                title: cdkText.move,
                change: { type: "edit-design", patch: { cdk: move.cdk } },
              });
              setView({ codeLine: null });
            }}
          >
            {cdkText.moveButton}
          </Button>
          {!move.isSame && (
            <Button
              onClick={() => {
                openNew(frozen(design), {
                  baseline: { name: design.name, design },
                });
              }}
            >
              {cdkText.freeze}
            </Button>
          )}
        </div>
        {!move.isSame && <p className="found-help">{cdkText.freezeHelp}</p>}
        {move.flags.length > 0 && <Steps flags={move.flags} />}
      </div>
    </Section>
  );
}

function wordsOf(isSame: boolean, updates: number): string {
  if (isSame) return cdkText.moveSame;
  return updates === 0 ? cdkText.moveNoUpdates : cdkText.moveDiffers;
}

function Steps({ flags }: { readonly flags: readonly FlagStep[] }) {
  return (
    <section aria-label={cdkText.steps}>
      <h4>{cdkText.steps}</h4>
      <ul className="move-steps">
        {flags.map(({ flag, value, isSame, updates }) => (
          <li key={flag}>
            <code>{cdkText.step(flag, String(value))}</code>
            {isSame ? (
              <span> {cdkText.stepSame}</span>
            ) : (
              <UpdateList
                updates={updates.filter(
                  ({ target }) => target === "cloudformation",
                )}
                showStack
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
