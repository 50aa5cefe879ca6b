import { useState } from "react";
import type {
  Evaluation,
  Reason,
  StatementTrace,
  Subject,
} from "../../../core/index.ts";
import { requestText as words } from "../../text/request.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";
import { StatementLink } from "../proofs/statement-link.tsx";
import { fitOf, traceRows } from "./trace-rows.ts";

const heads = words.traceHeads;

interface TraceProps {
  readonly evaluation: Evaluation;
  readonly subject: Subject;
  readonly keyId: string;
}

/** What each statement has to do with the request, the nearest first. */
export function Trace({ evaluation, subject, keyId }: TraceProps) {
  const [open, setOpen] = useState(false);
  const { related, unrelated } = traceRows(evaluation);
  const shown = open ? [...related, ...unrelated] : related;
  return (
    <>
      {shown.length > 0 && (
        <table className="trace" aria-label={words.trace}>
          <thead>
            <tr>
              <th scope="col">{heads.statement}</th>
              <th scope="col">{heads.principal}</th>
              <th scope="col">{heads.action}</th>
              <th scope="col">{heads.conditions}</th>
              <th scope="col">{heads.result}</th>
            </tr>
          </thead>
          {shown.map((trace, index) => (
            <TraceRow
              key={trace.index}
              trace={trace}
              isFirst={index === 0}
              subject={subject}
              keyId={keyId}
            />
          ))}
        </table>
      )}
      {unrelated.length > 0 && (
        <p className="trace-rest">
          {words.unrelated(unrelated.length)}{" "}
          <Button variant="link" expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.hideUnrelated : words.showUnrelated}
          </Button>
        </p>
      )}
    </>
  );
}

function TraceRow({
  trace,
  isFirst,
  subject,
  keyId,
}: {
  readonly trace: StatementTrace;
  readonly isFirst: boolean;
} & Pick<TraceProps, "subject" | "keyId">) {
  const { index, sid, effect, matched, reasons } = trace;
  const said = reasons.filter(
    ({ fits, part }) => fits !== "yes" || (isFirst && part === "condition"),
  );
  return (
    <tbody
      className={classNames(
        isFirst && "trace-first",
        `trace-${matched}`,
        `trace-${effect.toLowerCase()}`,
      )}
    >
      <tr>
        <th scope="row">
          <StatementLink
            keyId={keyId}
            subject={subject}
            index={index}
            sid={sid}
          />
        </th>
        <Fit label={heads.principal} fits={fitOf(reasons, "principal")} />
        <Fit label={heads.action} fits={fitOf(reasons, "action")} />
        <Fit
          label={heads.conditions}
          fits={fitOf(reasons.map(asCondition), "condition")}
        />
        <td className="trace-result">{resultOf(trace)}</td>
      </tr>
      {said.length > 0 && (
        <tr className="trace-why">
          <td colSpan={5}>
            {keyed(said, ({ text }) => text).map(({ key, item }) => (
              <span key={key} className={`trace-reason trace-is-${item.fits}`}>
                <TextWithCode text={item.text} />
              </span>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What keeps a statement away besides principal and action has the column of the conditions. */
function asCondition(reason: Reason): Reason {
  return reason.part === "resource" || reason.part === "grammar"
    ? { ...reason, part: "condition" }
    : reason;
}

function resultOf({ matched, effect }: StatementTrace): string {
  return matched === "yes" ? words.results[effect] : words.results[matched];
}

function Fit({
  label,
  fits,
}: {
  readonly label: string;
  readonly fits: Reason["fits"] | undefined;
}) {
  if (fits === undefined)
    return (
      <td data-label={label}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.noConditions}</span>
      </td>
    );
  return (
    <td className={`fit fit-${fits}`} data-label={label}>
      {fits !== "unknown" && (
        <Icon name={fits === "yes" ? "tick" : "close"} size={12} />
      )}
      {words.fits[fits]}
    </td>
  );
}
