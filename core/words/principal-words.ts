import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Arn } from "../policy/arn.ts";
import { isIntrinsic } from "../policy/intrinsic.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { SentencePart } from "./sentence.ts";
import { plainText, valueWords } from "./value-words.ts";
import { word } from "./word.ts";

/** A principal as a sentence names it. */
export interface NamedPrincipal {
  readonly text: string;
  readonly kind: Extract<SentencePart, { kind: "principal" }>["principal"];
}

/** The principals of an element of a statement, and what in the element names none. */
export interface NamedPrincipals {
  readonly named: readonly NamedPrincipal[];
  readonly rest?: Json;
}

/** The principals of `Principal` or `NotPrincipal`, each named so that no other is named like it. */
export function namedPrincipals(
  value: Json | undefined,
  parameters?: ReadonlySet<string>,
): NamedPrincipals {
  const say = (one: Json) => valueWords(one, parameters);
  if (value === undefined) return { named: [] };
  if (value === "*")
    return { named: [{ text: "Everyone, even unsigned,", kind: "star" }] };
  if (!isJsonObject(value)) return { named: [], rest: value };
  if (isIntrinsic(value))
    return {
      named: [{ text: `principals ${say(value)}`, kind: "template-value" }],
    };
  const named: NamedPrincipal[] = [];
  const rest: Record<string, Json> = {};
  for (const [type, members] of Object.entries(value)) {
    const name = types.get(type);
    const list = isJsonList(members) ? members : [members];
    if (name === undefined || list.length === 0 || !list.every(isName))
      rest[type] = members;
    else named.push(...list.map((one) => name(one, say)));
  }
  const isComplete = named.length > 0 && Object.keys(rest).length === 0;
  return isComplete ? { named } : { named, rest };
}

/** A text, or what a text is worked out from. */
function isName(value: Json): boolean {
  return (
    typeof value === "string" || (isJsonObject(value) && isIntrinsic(value))
  );
}

type Say = (value: Json) => string;
type Name = (value: Json, say: Say) => NamedPrincipal;

/** Source: IAM User Guide, "AWS JSON policy elements: Principal". */
const types: ReadonlyMap<string, Name> = new Map<string, Name>([
  ["AWS", awsPrincipal],
  ["Service", (value, say) => servicePrincipal(say(value))],
  [
    "Federated",
    (value, say) => ({ text: `users of ${say(value)}`, kind: "federated" }),
  ],
  [
    "CanonicalUser",
    (value, say) => ({
      text: `canonical user ${say(value)}`,
      kind: "canonical-user",
    }),
  ],
]);

function servicePrincipal(words: string): NamedPrincipal {
  const isBare = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(words);
  return { text: isBare ? words : `service ${words}`, kind: "service" };
}

function awsPrincipal(value: Json, say: Say): NamedPrincipal {
  const words = accountIdWords(value);
  if (words !== undefined) return words;
  const text = plainText(value);
  if (text === undefined) return { text: say(value), kind: "template-value" };
  if (text === "*") return { text: "Everyone", kind: "any" };
  const arn = parseArn(text);
  if (arn === undefined)
    return { text: `AWS principal ${word(text)}`, kind: "unknown" };
  return arnWords(arn) ?? { text: word(text), kind: "arn" };
}

/** An account alone is the same principal as its root. */
function accountIdWords(value: Json): NamedPrincipal | undefined {
  const isReference =
    isJsonObject(value) &&
    isIntrinsic(value) &&
    value["Ref"] === "AWS::AccountId";
  const id = isReference ? thisAccount : plainText(value);
  return id === undefined || !(id === thisAccount || isAccountId(id))
    ? undefined
    : policiesOf(id);
}

const thisAccount = "${AWS::AccountId}";

/** An account as principal gives nobody access by itself: its IAM policies do. */
function policiesOf(account: string, place = ""): NamedPrincipal {
  return {
    text: `IAM policies of ${accountWords(account)}${place}`,
    kind: account === thisAccount ? "account-root" : "account",
  };
}

function accountWords(account: string): string {
  return account === thisAccount ? "this account" : `account ${account}`;
}

/** An ARN of a principal in words that say all of it; undefined for other ARNs. */
function arnWords(arn: Arn): NamedPrincipal | undefined {
  const { account, region, service, resource } = arn;
  if (region !== "" || !(account === thisAccount || isAccountId(account)))
    return undefined;
  const place = partitionWords(arn);
  if (service === "iam" && resource === "root")
    return policiesOf(account, place);
  const name = service === "iam" ? iamName(resource) : sessionName(resource);
  return name === undefined || (service !== "iam" && service !== "sts")
    ? undefined
    : { text: `${name} of ${accountWords(account)}${place}`, kind: "arn" };
}

/** An account is in one partition, so `aws` and the one of the stack go without saying. */
function partitionWords({ partition }: Arn): string {
  return partition === "aws" || partition === "${AWS::Partition}"
    ? ""
    : ` in ${word(partition)}`;
}

function iamName(resource: string): string | undefined {
  const { kind, name } =
    /^(?<kind>role|user)\/(?<name>.+)$/s.exec(resource)?.groups ?? {};
  return kind === undefined || name === undefined
    ? undefined
    : `${kind} ${word(name)}`;
}

function sessionName(resource: string): string | undefined {
  const { role, session, user } =
    /^(?:assumed-role\/(?<role>[^/]+)\/(?<session>.+)|federated-user\/(?<user>.+))$/s.exec(
      resource,
    )?.groups ?? {};
  if (user !== undefined) return `federated user ${word(user)}`;
  return role === undefined || session === undefined
    ? undefined
    : `session ${word(session)} of role ${word(role)}`;
}
