import type { AccessRequest } from "../evaluate/request.ts";
import { kmsActionNames, kmsActions } from "../kms/actions.ts";
import type { Capability, KmsAction } from "../kms/actions.ts";
import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import { isInOrganization, organizationsOf } from "./facts.ts";
import { rowPlans } from "./matrix-rows.ts";
import type { RowHead, RowPlan } from "./matrix-rows.ts";
import { proverOf } from "./meaning.ts";
import type { Prover } from "./prover.ts";
import { CellStates } from "./cell-state.ts";
import type { CellState } from "./cell-state.ts";
import type { Subject } from "./subject.ts";
import { requestOf } from "./witness.ts";

/** Who a row is about, and what they may do. */
export interface MatrixRow extends RowHead {
  readonly cells: readonly MatrixCell[];
}

/** What a principal may do with the actions of a column: the strongest state of one of them, and all of them. */
export interface MatrixCell extends CellState {
  /** How many of the actions have this state. */
  readonly share: number;
  readonly actions: readonly ActionCell[];
}

/** What a principal may do with an action. */
export interface ActionCell extends CellState {
  readonly action: KmsAction;
  /** One request that is allowed; where nothing is, one that is neither allowed nor denied; absent where all is denied. */
  readonly witness?: AccessRequest;
}

/** Principals by capabilities. */
export interface AccessMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Cells whose state is proven, and all cells. */
  readonly proven: number;
  readonly cells: number;
}

/** Actions that people think of together, as far as they work with the key. */
export interface MatrixColumn {
  readonly id: string;
  readonly label: string;
  /** Using the key, or managing it. */
  readonly group: "use" | "manage";
  readonly actions: readonly KmsAction[];
}

interface ColumnRow {
  readonly label: string;
  readonly group: MatrixColumn["group"];
  readonly capabilities: readonly Capability[];
}

/** The columns there can be. */
const columnRows: Readonly<Record<string, ColumnRow>> = {
  encrypt: { label: "Encrypt", group: "use", capabilities: ["encrypt"] },
  decrypt: { label: "Decrypt", group: "use", capabilities: ["decrypt"] },
  "data-keys": {
    label: "Data keys",
    group: "use",
    capabilities: ["data-keys"],
  },
  "re-encrypt": {
    label: "Re-encrypt",
    group: "use",
    capabilities: ["re-encrypt"],
  },
  sign: { label: "Sign, verify", group: "use", capabilities: ["sign"] },
  mac: { label: "MACs", group: "use", capabilities: ["mac"] },
  agree: { label: "Agree", group: "use", capabilities: ["agree"] },
  encapsulate: {
    label: "Encapsulate",
    group: "use",
    capabilities: ["encapsulate"],
  },
  "public-key": {
    label: "Public key",
    group: "use",
    capabilities: ["public-key"],
  },
  administer: {
    label: "Administer",
    group: "manage",
    capabilities: [
      "policy",
      "administer",
      "rotation",
      "tags",
      "aliases",
      "import",
      "replicate",
    ],
  },
  grants: { label: "Grants", group: "manage", capabilities: ["grants"] },
  metadata: { label: "Metadata", group: "manage", capabilities: ["metadata"] },
  deletion: { label: "Deletion", group: "manage", capabilities: ["deletion"] },
};

/** The key as far as it decides which actions there are. */
export interface KeyNature {
  readonly keySpec?: KeySpec;
  readonly keyUsage?: KeyUsage;
  readonly origin?: Origin;
}

/** The columns that a key of this nature has, with their actions. */
export function columnsFor(nature: KeyNature): readonly MatrixColumn[] {
  return Object.entries(columnRows).flatMap(([id, column]) => {
    const { label, group, capabilities } = column;
    const actions = kmsActionNames.filter(
      (action) =>
        capabilities.includes(kmsActions[action].capability) &&
        works(action, nature),
    );
    return actions.length === 0 ? [] : [{ id, label, group, actions }];
  });
}

function works(
  action: KmsAction,
  { keySpec, keyUsage, origin }: KeyNature,
): boolean {
  const { effectiveInKeyPolicy, validFor } = kmsActions[action];
  if (!effectiveInKeyPolicy || validFor === null) return false;
  const { usages, specs, origins } = validFor;
  return (
    fits(usages, keyUsage) && fits(specs, keySpec) && fits(origins, origin)
  );
}

function fits<Item>(
  allowed: readonly Item[] | null,
  item: Item | undefined,
): boolean {
  return allowed === null || item === undefined || allowed.includes(item);
}

/** Works out the matrix row by row, so that whoever waits can show progress and stop. */
export class MatrixWork {
  readonly columns: readonly MatrixColumn[];
  readonly plans: readonly RowPlan[];
  readonly #prover: Prover | undefined;
  readonly #states: CellStates | undefined;

  constructor(subject: Subject, nature: KeyNature) {
    this.columns = columnsFor(nature);
    const organizations = organizationsOf(subject);
    const comparisons = organizations.map((id) => isInOrganization(id));
    const prover = proverOf([subject], { comparisons });
    this.#prover = prover;
    this.plans = rowPlans(subject, organizations);
    this.#states = prover && new CellStates(prover, subject.account);
  }

  /** The row of a plan with its cells. */
  row({ where, ...plan }: RowPlan): MatrixRow {
    const cells = this.columns.map(({ actions }) =>
      cellOf(
        actions.map((action) => this.#actionCell({ where, ...plan }, action)),
      ),
    );
    return { ...plan, cells };
  }

  #actionCell({ id, where }: RowPlan, action: KmsAction): ActionCell {
    const found = this.#states?.state(id, where, action);
    if (found === undefined) return { ...unknownState, action };
    const { point, ...state } = found;
    const witness =
      point && this.#prover && requestOf(point, this.#prover.space);
    return {
      ...state,
      action,
      ...(witness !== undefined && { witness: { ...witness, action } }),
    };
  }
}

const unknownState: CellState = {
  kind: "unknown",
  binds: true,
  statements: [],
};

/** The whole matrix at once. */
export function accessMatrix(
  subject: Subject,
  nature: KeyNature,
): AccessMatrix {
  const work = new MatrixWork(subject, nature);
  return matrixOf(
    work.columns,
    work.plans.map((plan) => work.row(plan)),
  );
}

/** The matrix of rows. */
export function matrixOf(
  columns: readonly MatrixColumn[],
  rows: readonly MatrixRow[],
): AccessMatrix {
  const cells = rows.flatMap((row) => row.cells);
  return {
    columns,
    rows,
    proven: cells.filter(({ kind }) => kind !== "unknown").length,
    cells: cells.length,
  };
}

/** The strongest state first: it is what a cell of several actions says. */
const strength: readonly CellState["kind"][] = [
  "unknown",
  "allowed",
  "needs-iam",
  "conditional",
  "delegated",
  "denied",
  "none",
];

function cellOf(actions: readonly ActionCell[]): MatrixCell {
  const [first = unknownState] = actions.toSorted(
    (a, b) => strength.indexOf(a.kind) - strength.indexOf(b.kind),
  );
  const { kind } = first;
  const same = actions.filter((one) => one.kind === kind);
  return {
    kind,
    binds: same.every(({ binds }) => binds),
    isConditional: same.some(({ isConditional }) => isConditional === true),
    statements: [...new Set(actions.flatMap(({ statements }) => statements))],
    share: same.length,
    actions,
  };
}
