import { useMemo, useState, type KeyboardEvent } from "react";
import { nameOfProblem, openFindings } from "../../state/findings.ts";
import { mendableByCode } from "../../state/mend.ts";
import { useApp, type ListedProblem } from "../../state/store.ts";
import { problemsText as words } from "../../text/problems.ts";
import { keyed } from "../../ui/keyed.ts";
import { moveFocus } from "../../ui/roving.ts";
import { ProblemRow } from "./problem-row.tsx";
import { ShowMore, useFirst } from "./show-more.tsx";

/** The problems, row by row; arrow keys move between them. */
export function ProblemList({
  problems,
}: {
  readonly problems: readonly ListedProblem[];
}) {
  const first = useFirst(problems);
  const [active, setActive] = useState("");
  const open = useApp(openFindings);
  const alike = useMemo(() => mendableByCode(open), [open]);
  const rows = keyed(first.shown, nameOfProblem);
  const stop = rows.find(({ key }) => key === active) ?? rows[0];
  return (
    <>
      <div
        role="presentation"
        onKeyDown={(event: KeyboardEvent<HTMLElement>) =>
          moveFocus(event, "vertical", ".problem-place")
        }
      >
        <ul className="problems" aria-label={words.problems}>
          {rows.map(({ key, item }) => (
            <ProblemRow
              key={key}
              name={key}
              problem={item}
              alike={alike.get(item.code) ?? 0}
              isStop={key === stop?.key}
              onStop={setActive}
            />
          ))}
        </ul>
      </div>
      <ShowMore {...first} />
    </>
  );
}
