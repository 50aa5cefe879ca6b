import type {
  AccessRequest,
  Design,
  Key,
  MatrixCell,
  Path,
  Sentence,
  Subject,
} from "../../../core/index.ts";
import { describePolicyStatement } from "../../../core/index.ts";
import { placeOf, type PolicyPlace } from "../../state/policy-places.ts";
import { whyText } from "../../text/why.ts";
import type { ShownColumn } from "./columns.ts";
import type { AccessRow } from "./lines.ts";
import { sayOf, type Say, type StatementFacts } from "./statement-facts.ts";

/** A cell of the matrix with what it is about. */
export interface ChosenCell {
  readonly row: AccessRow;
  readonly column: ShownColumn;
  /** The id of the column of the matrix. */
  readonly columnId: string;
  readonly cell: MatrixCell;
}

/** A statement that has a say in a cell. */
export interface StatementSay {
  readonly index: number;
  readonly sid: string;
  readonly say: Say;
  readonly sentence: Sentence;
  readonly place: PolicyPlace | undefined;
}

/** What the principal can do, as it stands behind "can". */
export function abilityOf({ column, columnId }: ChosenCell): string {
  return column.action === null
    ? (whyText.abilities[columnId] ?? column.label)
    : whyText.call(column.label);
}

/** Who can do what, in one sentence. */
export function sentenceOfCell(chosen: ChosenCell): string {
  const { row, cell } = chosen;
  const { kind, share, actions } = cell;
  const sentence = whyText.sentence[kind](row.name, abilityOf(chosen));
  return share < actions.length
    ? `${sentence}: ${whyText.share(share, actions.length)}`
    : sentence;
}

/** A request that shows the state of the cell; absent where every request is denied. */
export function exampleOf({ cell }: ChosenCell): AccessRequest | undefined {
  return cell.actions.find(
    (one) => one.kind === cell.kind && one.witness !== undefined,
  )?.witness;
}

/** The statements that have a say in a cell, in the order of the policy. */
export function saysOf(
  chosen: ChosenCell,
  statements: readonly StatementFacts[],
  around: {
    readonly subject: Subject;
    /** Which parts of the design wrote each statement. */
    readonly origins: readonly (readonly Path[])[];
    readonly design: Design;
    readonly key: Key;
    /** How the design calls the principal. */
    readonly principal: string | undefined;
  },
): readonly StatementSay[] {
  const { row, cell } = chosen;
  const { subject, origins, design, key, principal } = around;
  const caller = callerOf(row, exampleOf(chosen));
  return cell.statements.flatMap((index): readonly StatementSay[] => {
    const facts = statements[index];
    if (facts === undefined) return [];
    const actions = cell.actions.filter((one) =>
      one.statements.includes(index),
    );
    const says = actions.map(({ action }) =>
      caller === undefined
        ? fallback(facts)
        : sayOf(subject, facts, { principal: caller, action }),
    );
    const say = says.find((one) => one !== undefined);
    if (say === undefined) return [];
    return [
      {
        index,
        sid: facts.sid,
        say,
        sentence: describePolicyStatement(facts.json),
        place: placeOf(design, key, {
          origins: origins[index] ?? [],
          principal,
        }),
      },
    ];
  });
}

function fallback({ effect }: StatementFacts): Say {
  return effect === "Deny" ? "denies" : "allows";
}

/** Somebody of the row to ask for. */
function callerOf(
  { kind, text }: AccessRow,
  example: AccessRequest | undefined,
): string | undefined {
  switch (kind) {
    case "role":
    case "user":
    case "session":
    case "federated-user":
    case "service":
      return text;
    default:
      return example?.principal;
  }
}

/** The statement that decides: one that denies, else one that allows, else one that leaves it to IAM policies. */
export function deciding(
  says: readonly StatementSay[],
  { cell: { kind } }: ChosenCell,
): StatementSay | undefined {
  const order: readonly Say[] =
    kind === "denied"
      ? ["denies", "allows", "delegates"]
      : ["allows", "delegates", "denies"];
  return order
    .map((say) => says.find((one) => one.say === say))
    .find((one) => one !== undefined);
}
