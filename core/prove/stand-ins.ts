import { intrinsicText } from "../policy/intrinsic.ts";
import { isAccountId } from "../policy/arn.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, listOf } from "../problem/json.ts";

/** Where the key is, which stand-ins of principals are made for. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  /** Somebody says so, or the policy names it. @default not known: one of AWS's documentation */
  readonly isNamed?: boolean;
}

/** A policy in which texts stand for what only CloudFormation knows, and what they stand for. */
export interface StoodIn {
  readonly document: JsonObject;
  readonly notes: readonly string[];
}

/** The policy with a text in place of everything that only CloudFormation knows. */
export function withStandIns(document: JsonObject, place: Place): StoodIn {
  const standIns = new StandIns(place);
  const { Statement: list = [] } = document;
  const all = isJsonList(list) ? list : [list];
  if (place.isNamed !== true) standIns.takeForOwn(all.filter(isJsonObject));
  const statements = all.map((statement) =>
    isJsonObject(statement) ? standIns.statement(statement) : statement,
  );
  return {
    document: { ...document, Statement: statements },
    notes: standIns.notes,
  };
}

class StandIns {
  readonly #place: Place;
  readonly #accounts = new Map<string, string>();
  readonly #notes = new Set<string>();
  #count = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  /** The account whose IAM policies decide is the key's, whatever stands for its ID. */
  takeForOwn(statements: readonly JsonObject[]): void {
    const word = statements
      .filter(({ Effect: effect, Action: action }) =>
        effect === "Allow" ? listOf(action).includes("kms:*") : false,
      )
      .flatMap(({ Principal: element }) =>
        isJsonObject(element) ? listOf(element["AWS"]) : [],
      )
      .flatMap((value) => {
        const text = typeof value === "string" ? value : wordOf(value);
        return /^arn:[^:]+:iam::([^:]+):root$/.exec(text)?.[1] ?? [];
      })
      .find((one) => !isAccountId(one));
    if (word === undefined) return;
    this.#accounts.set(word, this.#place.account);
    this.#notes.add(
      `\`${word}\` is taken for the account of the key, as its policy lets the IAM policies of that account decide.`,
    );
  }

  get notes(): readonly string[] {
    return [...this.#notes];
  }

  statement(statement: JsonObject): JsonObject {
    return mapped(statement, (value, name) =>
      name === "Principal" || name === "NotPrincipal"
        ? this.#principals(value)
        : this.#text(value),
    );
  }

  #principals(element: Json): Json {
    if (typeof element === "string") return element;
    if (!isJsonObject(element) || isFunction(element))
      return { AWS: this.#principal(element) };
    return mapped(element, (value, type) =>
      type === "AWS" ? this.#principal(value) : this.#text(value),
    );
  }

  #principal(value: Json): Json {
    if (isJsonList(value)) return value.flatMap((one) => this.#principal(one));
    const text = typeof value === "string" ? value : wordOf(value);
    if (isPrincipal(text)) return text;
    const { partition, account } = this.#place;
    const parts = text
      .replaceAll("${AWS::Partition}", partition)
      .replaceAll("${AWS::AccountId}", account)
      .split(":");
    if (parts[0] === "arn" && parts.length >= 6) return this.#arn(parts);
    const arn = `arn:${partition}:iam::${account}:role/${nameOf(text)}`;
    this.#notes.add(
      `\`${arn}\` stands for \`${text}\`, as a role of the key's account.`,
    );
    return arn;
  }

  /** An ARN with an account or a name that is not known. */
  #arn(parts: readonly string[]): string {
    const [, partition = "", service = "", region = "", account = ""] = parts;
    const known = isAccountId(account) ? account : this.#account(account);
    const resource = parts.slice(5).join(":");
    const path = resource.split("/").map((part) => nameOf(part));
    return [
      "arn",
      partition.includes("{") ? this.#place.partition : partition,
      service,
      region,
      known,
      path.join("/"),
    ].join(":");
  }

  #account(word: string): string {
    const known = this.#accounts.get(word);
    if (known !== undefined) return known;
    this.#count += 1;
    const id = String(this.#count).padStart(12, "0");
    this.#accounts.set(word, id);
    this.#notes.add(`Account \`${id}\` stands for \`${word}\`.`);
    return id;
  }

  #text(value: Json): Json {
    if (isJsonList(value)) return value.map((one) => this.#text(one));
    if (!isJsonObject(value)) return value;
    if (!isFunction(value)) return mapped(value, (one) => this.#text(one));
    const word = wordOf(value);
    this.#notes.add(
      `The text \`${word}\` stands for a value that only CloudFormation knows.`,
    );
    return word;
  }
}

function mapped(
  object: JsonObject,
  change: (value: Json, name: string) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(value, name)]),
  );
}

/** An intrinsic function, but not one that chooses among conditions: what it would stand for is no text. */
function isFunction(value: JsonObject): boolean {
  const [name = "", ...others] = Object.keys(value);
  return others.length === 0 && (name === "Ref" || name.startsWith("Fn::"));
}

function wordOf(value: Json): string {
  return intrinsicText(value);
}

/** A text that can name a principal: everyone, an account, a unique ID, or an ARN that is all there. */
function isPrincipal(text: string): boolean {
  return (
    text === "*" ||
    isAccountId(text) ||
    /^A[A-Z]{3}[A-Z\d]{12,}$/.test(text) ||
    /^arn:[a-z-]+:(?:iam|sts)::\d{12}:[\w+=,.@/!-]+$/.test(text) ||
    text.startsWith("arn:aws:iam::cloudfront:user/")
  );
}

function nameOf(text: string): string {
  const name = text.replaceAll(/[^\w+=,.@-]+/g, "-").replaceAll(/^-|-$/g, "");
  return name === "" ? "unknown" : name;
}
