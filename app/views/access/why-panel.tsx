import { useEffect, useMemo, type Ref } from "react";
import type { AccessRequest, OwnedKey, Path } from "../../../core/index.ts";
import { showStatement } from "../../commands/show-statement.ts";
import type { PolicyPlace } from "../../state/policy-places.ts";
import { openRequestTest } from "../../state/request-test.ts";
import { selectPath, setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { whyText } from "../../text/why.ts";
import { Button } from "../../ui/button.tsx";
import { SentenceText } from "../policy/sentence-text.tsx";
import { Binding } from "./binding.tsx";
import { SetTo } from "./set-to.tsx";
import { StateIcon } from "./state-icon.tsx";
import {
  deciding,
  exampleOf,
  saysOf,
  sentenceOfCell,
  type ChosenCell,
  type StatementSay,
} from "./story.ts";
import type { Access } from "./use-access.ts";
import "./why.css";

interface Props {
  readonly keyOfCell: OwnedKey;
  readonly access: Access;
  readonly chosen: ChosenCell;
  readonly setTo: Ref<HTMLDivElement>;
  readonly onLeave: () => void;
}

/** Why a cell says what it says, and what it can be set to. */
export function WhyPanel(props: Props) {
  const { keyOfCell: key, access, chosen, setTo, onLeave } = props;
  const design = useApp(designOf);
  const { subject, statements, names } = access;
  const principal = names.get(chosen.row.text);
  const { origins = noOrigins } = access.meaning.answer.head ?? {};
  const says = useMemo(
    () =>
      saysOf(chosen, statements, { subject, origins, design, key, principal }),
    [chosen, statements, subject, origins, design, key, principal],
  );
  const main = deciding(says, chosen);
  useSelectedStatement(main, access.meaning.isCurrent);
  const example = exampleOf(chosen);
  return (
    <section className="why" aria-label={whyText.panel}>
      <div
        role="presentation"
        onKeyDown={({ key: pressed }) => {
          if (pressed === "Escape") onLeave();
        }}
      >
        <div className="why-head">
          <span className={`cell-${chosen.cell.kind} why-icon`}>
            <StateIcon kind={chosen.cell.kind} />
          </span>
          <h3>{sentenceOfCell(chosen)}</h3>
          <span className="grow" />
          {example !== undefined && (
            <Button
              variant="link"
              onClick={() => openRequestTest(example, { key: key.id })}
            >
              {whyText.test}
            </Button>
          )}
          {main?.place !== undefined && <GoTo place={main.place} />}
          <Button
            variant="icon"
            icon="close"
            onClick={() => {
              onLeave();
              setView({ accessCell: null });
            }}
          >
            {whyText.close}
          </Button>
        </div>
        <div className="why-body">
          <div className="why-says">
            <Says says={says} main={main} />
            {chosen.cell.kind === "unknown" && (
              <p className="why-note">{whyText.unknownHelp}</p>
            )}
            {!chosen.cell.binds && <Binding keyOfCell={key} chosen={chosen} />}
            {example !== undefined && <Example request={example} />}
          </div>
          <SetTo
            keyOfCell={key}
            access={access}
            chosen={chosen}
            says={says}
            focus={setTo}
          />
        </div>
      </div>
    </section>
  );
}

const noOrigins: readonly (readonly Path[])[] = [];

/** The lines of the statement are tinted in the code. */
function useSelectedStatement(
  main: StatementSay | undefined,
  isCurrent: boolean,
): void {
  const path = main?.place?.path;
  const name = path?.join("/");
  useEffect(() => {
    if (path !== undefined && isCurrent) selectPath(path, "control");
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the path is a new list each time, `name` says when it differs
  }, [name, isCurrent]);
}

function GoTo({ place }: { readonly place: PolicyPlace }) {
  return (
    <Button variant="link" onClick={() => showStatement(place)}>
      {whyText.goTo(place.number)}
    </Button>
  );
}

function Says({
  says,
  main,
}: {
  readonly says: readonly StatementSay[];
  readonly main: StatementSay | undefined;
}) {
  if (says.length === 0) return <p className="why-none">{whyText.nobody}</p>;
  const inOrder = says.toSorted(
    (a, b) => Number(b === main) - Number(a === main),
  );
  return (
    <ol className="why-list">
      {inOrder.map((one) => (
        <li key={one.index}>
          <StatementNumber say={one} />
          <span className="why-text">
            <span className={`why-verb-${one.say}`}>
              {whyText.says[one.say]}
            </span>{" "}
            <SentenceText sentence={one.sentence} short={false} />
            {one.sid !== "" && <span className="why-sid mono"> {one.sid}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The number that the policy view gives it, which leads there. */
function StatementNumber({
  say: { index, say, place },
}: {
  readonly say: StatementSay;
}) {
  const number = place?.number ?? index + 1;
  const name = `why-number why-${say}`;
  if (place === undefined)
    return (
      <span className={name}>
        <span className="visually-hidden">{whyText.statement(number)}</span>
        <span aria-hidden="true">{number}</span>
      </span>
    );
  return (
    <button
      type="button"
      className={name}
      title={whyText.goTo(number)}
      aria-label={whyText.goTo(number)}
      onClick={() => showStatement(place)}
    >
      {number}
    </button>
  );
}

function Example({ request }: { readonly request: AccessRequest }) {
  const context = Object.entries(request.context ?? {});
  return (
    <details className="why-example">
      <summary>{whyText.example}</summary>
      <span className="mono">{request.principal}</span>{" "}
      <span className="mono">{request.action}</span>
      {context.length > 0 && ` ${whyText.with} `}
      <span className="mono">
        {context
          .map(([name, value]) => `${name} = ${[value].flat().join(", ")}`)
          .join("; ")}
      </span>
    </details>
  );
}
