import { parseOperator } from "../policy/operators.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList } from "../problem/json.ts";
import type { Comparison } from "./condition-words.ts";
import { conditionTexts, onlyComparison } from "./condition-words.ts";
import { operatorWords } from "./operator-words.ts";

/**
 * Conditions in about eight letters, for a cell: `if S3`, `if MFA`, `not org`, and `if 2` where there are several.
 * Empty where there are none. Different conditions may read alike; `conditionWords` says them in full.
 */
export function conditionShort(conditions: JsonObject): string {
  const count = conditionTexts(conditions).length;
  if (count === 0) return "";
  const comparison = onlyComparison(conditions);
  const name = comparison && shortName(comparison);
  return comparison === undefined || name === undefined
    ? `if ${count}`
    : `${signOf(comparison)} ${name}`;
}

/** Whether the comparison asks for what its name says, or for something else. */
function signOf({ operator, value }: Comparison): "if" | "not" | "no" {
  const parsed = parseOperator(operator);
  if (parsed === undefined) return "if";
  const { name } = parsed;
  if (operatorWords[name].opposite !== undefined) return "not";
  const [only, ...more] = textsOf(value);
  const refused = { Bool: "false", Null: "true" };
  return (name === "Bool" || name === "Null") &&
    more.length === 0 &&
    only?.toLowerCase() === refused[name]
    ? "no"
    : "if";
}

function textsOf(value: Json): readonly string[] {
  return (isJsonList(value) ? value : [value]).map(String);
}

function shortName({ key, value }: Comparison): string | undefined {
  const lower = key.toLowerCase();
  const [service, ...more] = textsOf(value);
  if (lower === "kms:viaservice")
    return more.length === 0 ? serviceName(service ?? "") : "svc";
  if (lower.startsWith(contextKey))
    return clipped(key.slice(contextKey.length));
  if (lower === "kms:encryptioncontextkeys")
    return more.length === 0 ? clipped(service ?? "") : "ctx";
  return shortNames.find(([form]) => form.test(lower))?.[1];
}

const contextKey = "kms:encryptioncontext:";

/** A name that a cell has room for. */
function clipped(text: string): string {
  return text.length > 6 ? `${text.slice(0, 5)}…` : text;
}

/** The service of a value of `kms:ViaService`, such as `s3.us-east-1.amazonaws.com` or `s3.*`. */
function serviceName(value: string): string {
  const code = /^(?<code>[a-z][a-z0-9-]*)\./.exec(value)?.groups?.["code"];
  if (code === undefined) return "svc";
  const name = serviceNames.get(code);
  if (name !== undefined) return name;
  return code.length > 3 ? clipped(code) : code.toUpperCase();
}

/** What services are called where their name in an address is not it. */
const serviceNames: ReadonlyMap<string, string> = new Map([
  ["dynamodb", "DDB"],
  ["elasticfilesystem", "EFS"],
  ["lambda", "Lambda"],
  ["secretsmanager", "Secrets"],
  ["kinesis", "Kinesis"],
  ["backup", "Backup"],
  ["kafka", "MSK"],
  ["glue", "Glue"],
  ["athena", "Athena"],
]);

/** Condition keys in lower case, and what a cell calls them; the first that fits. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^aws:(?:principal|source|resource)org(?:id|paths)$/, "org"],
  [/^aws:multifactorauth/, "MFA"],
  [/^aws:(?:vpc)?sourceip$|privateipv4$/, "IP"],
  [/^aws:(?:ec2instance)?sourcevpc[e]?$/, "VPC"],
  [/^aws:(?:principal|resource|request)tag\/|^aws:tagkeys$/, "tag"],
  [/^kms:calleraccount$|^aws:(?:principal|source|resource)account$/, "acct"],
  [/^kms:(?:grant|retiring)/, "grant"],
  [/^aws:principalarn$/, "ARN"],
  [/^aws:sourcearn$/, "source"],
  [/^aws:securetransport$/, "TLS"],
  [/^aws:(?:currenttime|epochtime|tokenissuetime)$/, "time"],
  [/region$/, "Region"],
  [/^kms:(?:keyspec|datakeypairspec|wrappingkeyspec)$/, "spec"],
  [/^kms:(?:encryption|signing|mac|keyagreement|wrapping)algorithm$/, "algo"],
  [/^kms:(?:requestalias|resourcealiases)$/, "alias"],
  [/^aws:(?:principalisawsservice|viaawsservice)$/, "AWS"],
  [/^aws:(?:principalservicename|calledvia)/, "svc"],
  [/^kms:recipientattestation:/, "attest"],
];
