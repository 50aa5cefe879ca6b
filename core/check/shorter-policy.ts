import { applyChange } from "../design/apply-change.ts";
import type {
  Design,
  OwnedKey,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { keyPolicyBytes } from "../export/key-policy-bytes.ts";
import { compareDesigns } from "../prove/compare-designs.ts";
import type { Fix, RuleSubject } from "./rule.ts";
import { keyFix } from "./rule.ts";

/** A policy that says the same in fewer bytes. */
export interface ShorterPolicy {
  readonly bytes: number;
  readonly fix: Fix;
}

/**
 * The policy with statements that differ in one element put together, and without Sids where that is not enough; proven
 * to mean the same. Undefined where it would be no shorter, or where that is not proven.
 */
export function shorterPolicy({
  design,
  key,
}: RuleSubject): ShorterPolicy | undefined {
  if (!isOwned(key)) return undefined;
  const merged = together(key.policy.statements);
  const candidates = [merged, merged.map(withoutSid)];
  const before = keyPolicyBytes(design, key);
  for (const statements of candidates) {
    const found = proven(design, key, { statements, before });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A tenth less is worth a change; otherwise the next form is tried. */
const WORTH = 0.9;

function proven(
  design: Design,
  key: OwnedKey,
  {
    statements,
    before,
  }: { readonly statements: readonly Statement[]; readonly before: number },
): ShorterPolicy | undefined {
  const policy = { ...key.policy, statements };
  const fix = keyFix("Take the shorter form", key, { policy });
  const next = applyChange(design, fix.change);
  const owner = next.ok ? memberWithId(next.value.keys, key.id) : undefined;
  if (!next.ok || owner === undefined) return undefined;
  const bytes = keyPolicyBytes(next.value, owner);
  if (bytes > before * WORTH) return undefined;
  const { keys } = compareDesigns(design, next.value, { keyId: key.id });
  const isSame = keys.every(
    ({ verdict, strengthened }) =>
      verdict === "equivalent" && strengthened.length === 0,
  );
  return isSame ? { bytes, fix } : undefined;
}

function withoutSid(statement: Statement): Statement {
  if (isVerbatim(statement)) return statement;
  const { sid: _, ...rest } = statement;
  return rest;
}

/** Statements that are the same but for their principals, or but for their actions, in one. */
function together(statements: readonly Statement[]): readonly Statement[] {
  return (["principals", "actions"] as const).reduce(
    (list, element) => mergedBy(list, element),
    statements,
  );
}

function mergedBy(
  statements: readonly Statement[],
  element: "principals" | "actions",
): readonly Statement[] {
  const groups = new Map<string, Statement>();
  for (const [index, statement] of statements.entries()) {
    const name = isMergeable(statement, element)
      ? sameBut(statement, element)
      : String(index);
    const first = groups.get(name);
    groups.set(
      name,
      first === undefined ? statement : union(first, statement, element),
    );
  }
  return [...groups.values()];
}

function isMergeable(
  statement: Statement,
  element: "principals" | "actions",
): statement is StructuredStatement {
  return (
    !isVerbatim(statement) &&
    statement.disabled !== true &&
    statement.when === undefined &&
    statement[element] !== undefined
  );
}

function sameBut(
  { sid: _sid, lists: _lists, ...rest }: StructuredStatement,
  element: "principals" | "actions",
): string {
  const { [element]: _, ...others } = rest;
  return JSON.stringify(
    Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b)),
  );
}

function union(
  first: Statement,
  second: Statement,
  element: "principals" | "actions",
): Statement {
  if (isVerbatim(first) || isVerbatim(second)) return first;
  const members = new Set([
    ...(first[element] ?? []),
    ...(second[element] ?? []),
  ]);
  return { ...first, [element]: [...members] };
}
