import type { AccessChange, JsonObject, Subject } from "../../../core/index.ts";
import {
  conditionWords,
  isJsonList,
  isJsonObject,
} from "../../../core/index.ts";
import { openRequestTest } from "../../state/request-test.ts";
import { compareText as words } from "../../text/compare.ts";
import { useInDialog } from "../../ui/in-dialog.ts";
import { Button } from "../../ui/button.tsx";
import { BothSidesOf } from "../both-sides/both-sides.tsx";
import { actionWords } from "../proofs/claim-words.ts";
import { StatementLink } from "../proofs/statement-link.tsx";
import { shortPrincipal } from "../proofs/short-principal.ts";

/** A change of access as it is shown. */
export interface ShownChange {
  readonly kind: "gained" | "lost" | "strengthened";
  readonly change: AccessChange;
  /** The key with the policy that allows it: of now, or of before where it is lost. */
  readonly subject: Subject | undefined;
  readonly keyId: string;
}

/** Who, what, by which statement and under which conditions, with one request that shows it. */
export function ChangeItem({ shown }: { readonly shown: ShownChange }) {
  const { kind, change, subject, keyId } = shown;
  const { principal, witness, access, statements } = change;
  const context = Object.entries(witness.context ?? {});
  const isPreview = useInDialog();
  return (
    <li className="access-change">
      <p>
        <b>{shortPrincipal(principal)}</b> {verbOf(kind)}{" "}
        {kind !== "strengthened" && (
          <>
            <b>{actionWords(actionsOf(subject, change))}</b>
            {access === "account" && `, ${words.byIam}`}
          </>
        )}
      </p>
      {subject !== undefined &&
        statements.map((index) => (
          <StatementLine
            key={index}
            keyId={keyId}
            subject={subject}
            index={index}
            isThere={kind !== "lost"}
          />
        ))}
      <p className="access-witness">
        <code>{witness.principal}</code> <code>{witness.action}</code>{" "}
        {context.map(([key, value]) => (
          <code key={key}>
            {key}={String(value)}
          </code>
        ))}{" "}
        {!isPreview && (
          <Button
            variant="link"
            onClick={() => openRequestTest(witness, { key: keyId })}
          >
            {words.test}
          </Button>
        )}
      </p>
      {kind === "gained" && <OtherSide shown={shown} />}
    </li>
  );
}

/** What the other account needs besides, where it is another one. */
function OtherSide({
  shown: { change, subject },
}: {
  readonly shown: ShownChange;
}) {
  const { principal, witness, statements } = change;
  const [first] = statements;
  const caller = witness.principalArn ?? witness.principal;
  const isOther =
    subject !== undefined &&
    caller.startsWith("arn:") &&
    !caller.includes(`:${subject.account}:`);
  if (!isOther || first === undefined) return null;
  return (
    <BothSidesOf
      subject={subject}
      statement={first}
      principal={principal === "*" ? caller : principal}
    />
  );
}

function verbOf(kind: ShownChange["kind"]): string {
  const verbs = {
    gained: words.mayNow,
    lost: words.mayNoLonger,
    strengthened: words.needsNoIam,
  };
  return verbs[kind];
}

function StatementLine({
  keyId,
  subject,
  index,
  isThere,
}: {
  readonly keyId: string;
  readonly subject: Subject;
  readonly index: number;
  /** The design has the statement now. */
  readonly isThere: boolean;
}) {
  const { Condition: conditions, Sid: sid } = statementAt(subject, index) ?? {};
  const name = typeof sid === "string" ? sid : "";
  const text =
    isJsonObject(conditions) && Object.keys(conditions).length > 0
      ? `${words.when} ${conditionWords(conditions)}`
      : words.always;
  const isPreview = useInDialog();
  return (
    <p className="request-note">
      {isThere && !isPreview && (
        <StatementLink
          keyId={keyId}
          subject={subject}
          index={index}
          sid={name}
        />
      )}
      {isPreview && words.statementOf(index + 1, name)}
      {!isThere && !isPreview && words.statementBefore(index + 1, name)}: {text}
    </p>
  );
}

function statementAt(
  subject: Subject | undefined,
  index: number,
): JsonObject | undefined {
  const { Statement: list = [] } = subject?.document ?? {};
  const found = isJsonList(list) ? list[index] : list;
  return isJsonObject(found) ? found : undefined;
}

/** The actions of the statement that allows it; that of the request where they are not plain. */
function actionsOf(
  subject: Subject | undefined,
  { statements: [first], witness }: AccessChange,
): readonly string[] {
  const { Action: actions } =
    (first === undefined ? undefined : statementAt(subject, first)) ?? {};
  const list = (isJsonList(actions) ? actions : [actions]).filter(
    (one) => typeof one === "string",
  );
  return list.length === 0 ? [witness.action] : list;
}
