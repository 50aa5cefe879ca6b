/*
 * Policies as formulas of SMT-LIB, for an oracle that knows nothing of classes: a request is an action, the ARN of a
 * principal, and two condition keys, each a text that may be absent.
 */
import { kmsActionNames } from "../kms/actions.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { namesAction, statementsOf } from "./naive/naive-decision.ts";
import { oneOrMore } from "./naive/one-or-more.ts";

/** The condition keys that formulas know, by their variables. */
const variables: Readonly<Record<string, string>> = {
  "kms:ViaService": "via",
  "kms:EncryptionContext:k": "k",
  "aws:PrincipalArn": "arn",
};

/** Whether the second policy allows a user or role something that the first does not. */
export function newAccessFormula(before: JsonObject, after: JsonObject) {
  return [
    "(set-option :timeout 2000)",
    "(declare-const action Int)",
    "(declare-const arn String)",
    ...["via", "k"].flatMap((name) => [
      `(declare-const ${name} String)`,
      `(declare-const has-${name} Bool)`,
    ]),
    `(assert (and (<= 0 action) (< action ${kmsActionNames.length})))`,
    `(assert (str.in_re arn ${principals}))`,
    `(assert ${allowed(after)})`,
    `(assert (not ${allowed(before)}))`,
    "(check-sat)",
  ].join("\n");
}

const name =
  '(re.+ (re.union (re.range "a" "z") (re.range "A" "Z") (re.range "0" "9") (str.to_re "_") (str.to_re "+") (str.to_re "=") (str.to_re ",") (str.to_re ".") (str.to_re "@") (str.to_re "-")))';
const path = '(re.opt (re.++ (re.* (re.range "!" "~")) (str.to_re "/")))';
const account = '((_ re.^ 12) (re.range "0" "9"))';
const kind = '(re.union (str.to_re ":role/") (str.to_re ":user/"))';
const principals = `(re.++ (str.to_re "arn:aws:iam::") ${account} ${kind} ${path} ${name})`;

function allowed(policy: JsonObject): string {
  const some = (effect: string) =>
    or(
      statementsOf(policy)
        .filter((statement) => statement["Effect"] === effect)
        .map(fits),
    );
  return `(and ${some("Allow")} (not ${some("Deny")}))`;
}

function or(list: readonly string[]): string {
  return `(or false ${list.join(" ")})`;
}

function fits(statement: JsonObject): string {
  const { Principal: element, Condition: block } = statement;
  const actions = kmsActionNames.flatMap((action, index) =>
    namesAction(statement, action) === true ? `(= action ${index})` : [],
  );
  const atoms = Object.entries(isJsonObject(block) ? block : {}).flatMap(
    ([operator, keys]) =>
      Object.entries(isJsonObject(keys) ? keys : {}).map(([key, wanted]) =>
        atom(operator, key, wanted),
      ),
  );
  return `(and ${or(actions)} ${principal(element)} ${atoms.join(" ")})`;
}

function principal(element: Json | undefined): string {
  if (!isJsonObject(element)) return "true";
  return or(
    textsOf(element["AWS"]).map((text) => {
      if (text === "*") return "true";
      return text.endsWith(":root")
        ? `(str.prefixof "${text.replace(/root$/u, "")}" arn)`
        : `(= arn "${text}")`;
    }),
  );
}

function textsOf(value: Json | undefined): readonly string[] {
  return oneOrMore(value).filter((one) => typeof one === "string");
}

function atom(operator: string, key: string, wanted: Json): string {
  const plain = operator.replace(/IfExists$/u, "");
  const variable = variables[key] ?? "arn";
  const isNegated = plain.includes("Not");
  const matches = or(
    textsOf(wanted).map(
      (text) => `(str.in_re ${variable} ${regular(plain, text)})`,
    ),
  );
  const holds = isNegated ? `(not ${matches})` : matches;
  if (variable === "arn") return holds;
  return isNegated || plain !== operator
    ? `(or (not has-${variable}) ${holds})`
    : `(and has-${variable} ${holds})`;
}

function regular(operator: string, text: string): string {
  if (operator.startsWith("Arn")) {
    const parts = text.split(":");
    const inside = parts.slice(0, 5).map((part) => glob(`${part}:`, notColon));
    return together([...inside, glob(parts.slice(5).join(":"), "re.allchar")]);
  }
  return operator.endsWith("Like")
    ? glob(text, "re.allchar")
    : `(str.to_re "${text}")`;
}

const notColon = '(re.diff re.allchar (str.to_re ":"))';

function glob(text: string, one: string): string {
  return together(
    text.split("").map((char) => {
      if (char === "*") return `(re.* ${one})`;
      return char === "?" ? one : `(str.to_re "${char}")`;
    }),
  );
}

function together(parts: readonly string[]): string {
  return `(re.++ (str.to_re "") (str.to_re "") ${parts.join(" ")})`;
}
