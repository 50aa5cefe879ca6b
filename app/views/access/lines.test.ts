import { describe, expect, it } from "vitest";
import type { ActionCell, MatrixCell } from "../../../core/index.ts";
import { linesOf, type AccessRow, type Choice } from "./lines.ts";

function cell(kind: MatrixCell["kind"], more: Partial<ActionCell> = {}) {
  const state = { kind, binds: true, statements: [], ...more };
  const action: ActionCell = { ...state, action: "kms:Decrypt" };
  return { ...state, share: 1, actions: [action] };
}

function row(name: string, ...cells: readonly MatrixCell[]): AccessRow {
  return {
    id: name,
    group: "account",
    kind: "role",
    text: `arn:aws:iam::111122223333:role/${name}`,
    name,
    detail: "role",
    icon: "role",
    cells,
  };
}

const choice: Choice = {
  search: "",
  filter: "all",
  order: "policy",
  closed: new Set(),
  unfolded: new Set(),
};
const rows = [
  row("Reader", cell("delegated")),
  row("Admin", cell("allowed")),
  row("Batch", cell("conditional", { binds: false, isConditional: true })),
];

function shown(part: Partial<Choice>, list = rows): readonly string[] {
  return linesOf(list, { ...choice, ...part }, () => "").map(({ id }) => id);
}

describe("the lines of the matrix", () => {
  it("are groups with their principals, in the order that is chosen", () => {
    expect(shown({})).toEqual(["account", "Reader", "Admin", "Batch"]);
    expect(shown({ order: "name" })).toEqual([
      "account",
      "Admin",
      "Batch",
      "Reader",
    ]);
    expect(shown({ order: "access" })).toEqual([
      "account",
      "Admin",
      "Batch",
      "Reader",
    ]);
  });

  it("are those that are searched and asked for", () => {
    expect(shown({ search: "role/adm" })).toEqual(["account", "Admin"]);
    expect(shown({ filter: "can" })).toEqual(["account", "Admin", "Batch"]);
    expect(shown({ filter: "conditional" })).toEqual(["account", "Batch"]);
    expect(shown({ filter: "not-binding" })).toEqual(["account", "Batch"]);
    expect(shown({ search: "nobody" })).toEqual([]);
  });

  it("leave out the principals of a group that is closed", () => {
    expect(shown({ closed: new Set(["account"]) })).toEqual(["account"]);
  });

  it("fold principals with the same access only where there are many", () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      row(`Role${index}`, cell(index % 2 ? "allowed" : "delegated")),
    );
    expect(shown({}, many)).toEqual(["account", "Role0", "Role1"]);
    expect(shown({ unfolded: new Set(["Role1"]) }, many)).toHaveLength(27);
    expect(shown({}, many.slice(0, 40))).toHaveLength(41);
  });
});
