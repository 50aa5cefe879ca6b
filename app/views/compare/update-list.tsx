import type { Update } from "../../../core/index.ts";
import { intrinsicText } from "../../../core/index.ts";
import { compareText } from "../../text/compare.ts";
import { classNames } from "../../ui/class-names.ts";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";
import "./compare.css";

/** Updates, one below the other. */
export function UpdateList({
  updates,
  showStack,
}: {
  readonly updates: readonly Update[];
  readonly showStack: boolean;
}) {
  return (
    <ul className="updates" aria-label={compareText.updates}>
      {keyed(updates, nameOf).map(({ key, item }) => (
        <UpdateRow key={key} update={item} showStack={showStack} />
      ))}
    </ul>
  );
}

function nameOf({ stack, logicalId, property }: Update): string {
  return `${stack}/${logicalId}/${property}`;
}

function UpdateRow({
  update,
  showStack,
}: {
  readonly update: Update;
  readonly showStack: boolean;
}) {
  const { impact, stack, logicalId, property, change, reason } = update;
  const place = [...(showStack ? [stack] : []), logicalId, property].filter(
    (part) => part !== "",
  );
  return (
    <li className="update">
      <span className={classNames("update-impact", `update-${impact}`)}>
        {compareText.impacts[impact]}
      </span>
      <span className="update-text">
        <code>{place.join(" / ")}</code> {compareText.changes[change]}{" "}
        <Values update={update} />
        <span className="update-reason">
          <TextWithCode text={reason} />
        </span>
      </span>
    </li>
  );
}

/** What a property was and what it becomes, as far as that is short enough to be read. */
function Values({ update: { before, after } }: { readonly update: Update }) {
  const was = before === undefined ? "" : intrinsicText(before);
  const now = after === undefined ? "" : intrinsicText(after);
  if (
    was.length > longest ||
    now.length > longest ||
    (was === "" && now === "")
  )
    return null;
  return (
    <span className="update-values">
      {was !== "" && now !== "" && ` ${compareText.from} `}
      {was !== "" && <code>{was}</code>}
      {was !== "" && now !== "" && ` ${compareText.to} `}
      {now !== "" && <code>{now}</code>}
    </span>
  );
}

const longest = 60;
