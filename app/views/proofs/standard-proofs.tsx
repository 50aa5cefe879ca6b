import type { AccessReport, Key, Subject } from "../../../core/index.ts";
import { selectAccountSettings } from "../../state/select.ts";
import { leansOn } from "../../state/proofs.ts";
import { proofsText as words } from "../../text/proofs.ts";
import { Button } from "../../ui/button.tsx";
import { shortPrincipal } from "./short-principal.ts";
import { StatementLink } from "./statement-link.tsx";
import { ProofRow, toneOf, WitnessButton } from "./proof-row.tsx";

interface Props {
  readonly keyOfProofs: Key;
  readonly report: AccessReport;
  readonly subject: Subject;
}

/** What is asked of every key. */
export function StandardProofs(props: Props) {
  const { keyOfProofs: key } = props;
  return (
    <ul className="proof-list" aria-label={words.table(key.id)}>
      <PublicRow {...props} />
      <ManageableRows {...props} />
      <DeployerRow {...props} />
      <StatementRows {...props} />
    </ul>
  );
}

function PublicRow({ keyOfProofs: key, report: { notPublic } }: Props) {
  const { verdict, witness, reason } = notPublic;
  return (
    <ProofRow
      tone={toneOf(verdict)}
      name={words.public.name}
      verdict={words.public[verdict]}
      isChecked={verdict === "proven"}
      actions={<WitnessButton witness={witness} keyId={key.id} />}
    >
      {verdict === "unknown" ? reason : words.public.why[verdict]}
      {witness !== undefined && (
        <>
          {" "}
          <code>{witness.principal}</code> <code>{witness.action}</code>
        </>
      )}
    </ProofRow>
  );
}

function ManageableRows({ report }: Props) {
  const { verdict, by, reason } = report.manageable;
  const alone = leansOn(report);
  return (
    <>
      <ProofRow
        tone={toneOf(verdict)}
        name={words.manageable.name}
        verdict={words.manageable[verdict]}
        isChecked={verdict === "refuted"}
      >
        {verdict === "unknown" && reason}
        {verdict === "refuted" && words.manageable.refutedWhy}
        {verdict === "proven" &&
          (by.length === 0
            ? words.manageable.byIam
            : words.manageable.by(by.map(nameOf).join(", ")))}
      </ProofRow>
      {verdict === "proven" && (
        <ProofRow
          tone={alone.length === 0 ? "good" : "bad"}
          name={words.without.name}
          verdict={
            alone.length === 0 ? words.without.proven : words.without.refuted
          }
          isChecked={alone.length > 0}
        >
          {alone.length === 0
            ? words.without.why
            : words.without.leans(alone.map(nameOf).join(", "))}
        </ProofRow>
      )}
    </>
  );
}

function nameOf(text: string): string {
  return text === "root" ? words.root : shortPrincipal(text);
}

function DeployerRow({ report: { manageable } }: Props) {
  const { deployer } = manageable;
  if (deployer === undefined)
    return (
      <ProofRow
        tone="unknown"
        name={words.deployer.name}
        verdict={words.deployer.unasked}
        actions={
          <Button variant="link" onClick={selectAccountSettings}>
            {words.deployer.settings}
          </Button>
        }
      >
        {words.deployer.ask}
      </ProofRow>
    );
  const { verdict, reason } = deployer;
  const tones = {
    accepted: "good",
    refused: "bad",
    unknown: "unknown",
  } as const;
  return (
    <ProofRow
      tone={tones[verdict]}
      name={words.deployer.name}
      verdict={words.deployer.verdicts[verdict]}
    >
      <code>{shortPrincipal(deployer.deployer)}</code>: {reason}.{" "}
      {words.deployer.bypassed}.
    </ProofRow>
  );
}

function StatementRows({
  keyOfProofs: key,
  report: { statements },
  subject,
}: Props) {
  const idle = statements.filter(
    ({ standing }) => standing !== "needed" && standing !== "unknown",
  );
  const open = statements.filter(({ standing }) => standing === "unknown");
  if (idle.length === 0 && (open.length > 0 || statements.length === 0))
    return (
      <ProofRow
        tone="unknown"
        name={words.statements.name}
        verdict={words.statements.unknown}
      >
        {statements.length === 0
          ? words.statements.unknownAll
          : words.statements.unknownWhy(
              open
                .map(({ statement }) => words.statements.number(statement + 1))
                .join(", "),
            )}
      </ProofRow>
    );
  if (idle.length === 0)
    return (
      <ProofRow
        tone="good"
        name={words.statements.name}
        verdict={words.statements.none}
      >
        {words.statements.noneWhy}
      </ProofRow>
    );
  return (
    <ProofRow
      tone="open"
      name={words.statements.name}
      verdict={words.statements.some(idle.length)}
      isChecked
    >
      <ul>
        {idle.map((one) => (
          <li key={one.statement}>
            <StatementLink
              keyId={key.id}
              subject={subject}
              index={one.statement}
            />{" "}
            {words.standings[one.standing]}
          </li>
        ))}
      </ul>
    </ProofRow>
  );
}
