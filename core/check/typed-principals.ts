import { isVerbatim } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject, textsOf } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { placeIn } from "./policy-view.ts";
import type { StatementView } from "./policy-view.ts";
import type { RuleSubject } from "./rule.ts";

/** A user or role that a statement names by an ARN that was typed in. */
export interface TypedPrincipal {
  readonly statement: StatementView;
  readonly text: string;
  readonly place: Path;
}

/** Pseudo parameters have colons of their own. */
const userOrRole =
  /^arn:(?:\$\{[^}]*\}|[^:])+:(?:iam|sts):.*:(?:role|user|assumed-role)\//;

/** The users and roles that a statement of the design's own names by typed ARNs; not those that the design creates. */
export function ownTypedPrincipals(
  { design }: RuleSubject,
  statement: StatementView,
): readonly TypedPrincipal[] {
  const { own } = statement;
  if (own === undefined) return [];
  const texts = isVerbatim(own)
    ? awsTexts(own.verbatim)
    : (own.principals ?? []).flatMap((id) => {
        const principal = memberWithId(design.principals, id);
        return principal?.kind === "arn" ? [principal.arn] : [];
      });
  return texts
    .filter((text) => userOrRole.test(text))
    .map((text) => ({
      statement,
      text,
      place: placeIn(statement, ["Principal"]),
    }));
}

function awsTexts({ Principal: element }: JsonObject): readonly string[] {
  const value: Json | undefined = isJsonObject(element)
    ? element["AWS"]
    : undefined;
  return textsOf(value);
}
