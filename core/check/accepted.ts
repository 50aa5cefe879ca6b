import type { AcceptedFinding, Design } from "../design/design.ts";
import { sidOf } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import type { Path } from "../problem/problem.ts";
import type { Finding } from "./rule.ts";

/** The finding with the acceptance that is about it, where there is one. */
export function withAcceptance(design: Design, finding: Finding): Finding {
  if (finding.standing !== undefined) return finding;
  const accepted = (design.accepted ?? []).find((one) =>
    accepts(design, one, finding),
  );
  if (accepted === undefined) return finding;
  const { id: by, reason } = accepted;
  return { ...finding, standing: { kind: "accepted", by, reason } };
}

/** Whether an acceptance is about a finding. */
export function accepts(
  design: Design,
  { rule, key, statement }: AcceptedFinding,
  { code, path }: Pick<Finding, "code" | "path">,
): boolean {
  const place = placeOfFinding(design, path);
  return (
    rule === code &&
    key === place.key &&
    (statement === undefined || statement === place.statement)
  );
}

/** The key and the Sid of the statement that a place of a design is in. */
export function placeOfFinding(
  design: Design,
  [list, index, part, statements, at]: Path,
): { readonly key?: string; readonly statement?: string } {
  const key = list === "keys" ? design.keys[Number(index)] : undefined;
  if (key === undefined) return {};
  const statement =
    part === "policy" && statements === "statements"
      ? statementsOf(key)[Number(at)]
      : undefined;
  const sid = statement && sidOf(statement);
  return { key: key.id, ...(sid !== undefined && { statement: sid }) };
}
