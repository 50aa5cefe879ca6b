import type { DesignChange } from "../design/change.ts";
import type { KeyPolicy } from "../design/design.ts";
import type { StatementView } from "./policy-view.ts";
import type { Fix, RuleSubject } from "./rule.ts";
import { statementFix } from "./statement-fix.ts";
import type { StatementEdit } from "./statement-fix.ts";

/**
 * A fix that makes two statements of one: what the first edit makes of it, and behind it what the second does, without
 * the Sid. Undefined where the statement is not the person's own.
 */
export function splitStatement(
  subject: RuleSubject,
  statement: StatementView,
  {
    title,
    first,
    second,
  }: {
    readonly title: string;
    readonly first: StatementEdit;
    readonly second: StatementEdit;
  },
): Fix | undefined {
  const one = statementFix(subject, statement, { title, edit: first });
  const other = statementFix(subject, statement, {
    title,
    edit: (elements) => {
      const { Sid: _, ...rest } = elements;
      return second(rest);
    },
  });
  const policy = policyIn(one?.change);
  const at = Number(statement.path.at(-1));
  const added = policyIn(other?.change)?.statements[at];
  if (policy === undefined || added === undefined) return undefined;
  const statements = policy.statements.toSpliced(at + 1, 0, added);
  return {
    title,
    change: {
      type: "edit-key",
      key: subject.key.id,
      patch: { policy: { ...policy, statements } },
    },
  };
}

function policyIn(change: DesignChange | undefined): KeyPolicy | undefined {
  if (change?.type !== "edit-key") return undefined;
  const { patch } = change;
  return "policy" in patch ? patch.policy : undefined;
}
