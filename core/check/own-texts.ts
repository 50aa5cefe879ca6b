import { isOwned, isVerbatim } from "../design/design.ts";
import type { Statement } from "../design/design.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { eachStatement, keyFix } from "./rule.ts";
import type { Fix, Report, RuleSubject } from "./rule.ts";
import { textOfValue } from "./text-of-value.ts";

// Rules that are looked at with every keystroke read the statements of the design themselves: the view of a policy comes
// with the prover, which is not in the first load of the page.

/** What the design calls the elements that are lists of texts. */
const listElements = {
  Action: "actions",
  NotAction: "notActions",
  Resource: "resources",
  NotResource: "notResources",
} as const;

/** An element of a statement that is a list of texts. */
export type ListElement = keyof typeof listElements;

/** An element of a statement of the person's own, as the texts that are written in it. */
export interface OwnTexts {
  readonly statement: Statement;
  readonly element: ListElement;
  readonly texts: readonly string[];
  /** Nothing else is in it, such as a parameter of a template. */
  readonly isWhole: boolean;
  /** Where the element stands. */
  readonly path: Path;
  /** Where each text stands. */
  readonly placeOf: (text: string) => Path;
}

/** What `check` finds in elements of the statements of a key that are in its policy. */
export function eachOwnTexts(
  subject: RuleSubject,
  elements: readonly ListElement[],
  check: (texts: OwnTexts) => readonly Report[],
): readonly Report[] {
  return eachStatement(subject, (statement, at) =>
    elements.flatMap((element) => {
      const found = ownTexts(statement, at, element);
      return found === undefined ? [] : check(found);
    }),
  );
}

function ownTexts(
  statement: Statement,
  at: Path,
  element: ListElement,
): OwnTexts | undefined {
  const value = valueOf(statement, element);
  if (value === undefined) return undefined;
  const list = isJsonList(value) ? value : [value];
  const read = list.map(textOfValue);
  const texts = read.filter((one) => one !== undefined);
  const path = isVerbatim(statement)
    ? [...at, "verbatim", element]
    : [...at, listElements[element]];
  return {
    statement,
    element,
    texts,
    isWhole: texts.length === list.length,
    path,
    placeOf: (text) =>
      isJsonList(value) ? [...path, read.indexOf(text)] : path,
  };
}

function valueOf(statement: Statement, element: ListElement): Json | undefined {
  return isVerbatim(statement)
    ? statement.verbatim[element]
    : statement[listElements[element]];
}

/** How a fix changes the texts of an element. */
interface TextsEdit {
  readonly title: string;
  /** Undefined leaves the text out. */
  readonly by: (text: string) => string | undefined;
  /** The element that has the texts then. @default the same */
  readonly as?: ListElement;
}

/** A fix that writes other texts in the element; it removes the statement where none is left. */
export function textsFix(
  { key, path: keyPath }: RuleSubject,
  own: OwnTexts,
  edit: TextsEdit,
): Fix | undefined {
  if (!isOwned(key)) return undefined;
  const index = Number(own.path[keyPath.length + 2]);
  const next = edited(own, edit);
  const statements = key.policy.statements.flatMap((one, at) => {
    if (at !== index) return [one];
    return next === undefined ? [] : [next];
  });
  return keyFix(edit.title, key, { policy: { ...key.policy, statements } });
}

function edited(
  { statement, element }: OwnTexts,
  { by, as = element }: TextsEdit,
): Statement | undefined {
  const value = valueOf(statement, element) ?? [];
  const list = changed(isJsonList(value) ? value : [value], by);
  const [only] = list;
  if (only === undefined) return undefined;
  if (isVerbatim(statement)) {
    const { [element]: _, ...rest } = statement.verbatim;
    const next = isJsonList(value) ? list : only;
    return { ...statement, verbatim: { ...rest, [as]: next } };
  }
  const { [listElements[element]]: _, ...rest } = statement;
  const texts = list.filter((one) => typeof one === "string");
  return { ...rest, [listElements[as]]: texts };
}

function changed(
  list: readonly Json[],
  by: (text: string) => string | undefined,
): readonly Json[] {
  const next = list.flatMap((one) => {
    const text = textOfValue(one);
    if (text === undefined) return [one];
    const other = by(text);
    if (other === undefined) return [];
    return other === text ? [one] : [other];
  });
  return [...new Set(next)];
}
