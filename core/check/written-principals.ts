import { isVerbatim } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject, listOf, objectOf, textsOf } from "../problem/json.ts";
import { isIntrinsic } from "../policy/intrinsic.ts";
import { policyOfKey } from "./policy-view.ts";
import type { PolicyView, StatementView } from "./policy-view.ts";
import type { Fix, Report, RuleSubject } from "./rule.ts";
import { principalFix, statementFix } from "./statement-fix.ts";

/** A principal of a statement that is written as a plain text. */
export interface WrittenPrincipal {
  readonly element: "Principal" | "NotPrincipal";
  /** Such as `AWS` or `Service`. */
  readonly type: string;
  readonly text: string;
}

const elements = ["Principal", "NotPrincipal"] as const;

/** A type of principals that a statement names, such as `AWS`, with the plain texts of that type. */
export interface WrittenType {
  readonly statement: StatementView;
  readonly element: WrittenPrincipal["element"];
  readonly type: string;
  readonly texts: readonly string[];
}

const known = new WeakMap<PolicyView, readonly WrittenType[]>();

/** The types of principals that the statements of the policy name. */
export function principalTypesOf(subject: RuleSubject): readonly WrittenType[] {
  const view = policyOfKey(subject);
  if (view === undefined) return [];
  const found = known.get(view) ?? view.statements.flatMap(typesIn);
  known.set(view, found);
  return found;
}

function typesIn(statement: StatementView): readonly WrittenType[] {
  return elements.flatMap((element) =>
    Object.entries(typesOf(statement.written[element])).map(
      ([type, value]) => ({ statement, element, type, texts: textsOf(value) }),
    ),
  );
}

/** What `check` finds in the principals of the policy that are plain texts. */
export function eachPrincipal(
  subject: RuleSubject,
  check: (
    statement: StatementView,
    principal: WrittenPrincipal,
  ) => readonly Report[],
): readonly Report[] {
  return principalTypesOf(subject).flatMap(
    ({ statement, element, type, texts }) =>
      texts.flatMap((text) => check(statement, { element, type, text })),
  );
}

/** The types of principals with what they hold; none where the whole element is a text or a function of a template. */
export function typesOf(element: Json | undefined): JsonObject {
  return isIntrinsic(element) ? {} : objectOf(element);
}

/** Takes the principal out of the statement, or puts another text in its place. */
export function principalTextFix(
  subject: RuleSubject,
  statement: StatementView,
  {
    title,
    principal: { element, type, text },
    by,
  }: {
    readonly title: string;
    readonly principal: WrittenPrincipal;
    readonly by?: string;
  },
): Fix | undefined {
  const { own } = statement;
  if (own === undefined) return undefined;
  if (!isVerbatim(own))
    return element === "Principal"
      ? principalFix(subject, statement, {
          title,
          text,
          ...(by !== undefined && { by }),
        })
      : undefined;
  return statementFix(subject, statement, {
    title,
    edit: (json) =>
      withTypes(json, element, {
        ...objectOf(json[element]),
        [type]: listOf(objectOf(json[element])[type]).flatMap((one) => {
          if (one !== text) return [one];
          return by === undefined ? [] : [by];
        }),
      }),
  });
}

/** The statement with these principals; without the statement where there are none. */
export function withTypes(
  json: JsonObject,
  element: WrittenPrincipal["element"],
  types: JsonObject,
): JsonObject | undefined {
  const left = Object.entries(types).filter(
    ([, value]) => isJsonObject(value) || listOf(value).length > 0,
  );
  return left.length === 0
    ? undefined
    : { ...json, [element]: Object.fromEntries(left) };
}
