import { emptyDesign, newKey } from "../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  KeyPolicy,
  Statement,
} from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, listOf } from "../problem/json.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import { importProblem } from "./import-problem.ts";
import type { PastedValue } from "./pasted-json.ts";
import { writesTheSame } from "./same-statement.ts";
import { statementOfJson } from "../design/statement-of-json.ts";

/** A policy as it was found: a document, or statements alone; and what is to be said about it. */
export interface FoundPolicy {
  readonly statements: readonly JsonObject[];
  readonly id?: string;
  readonly warnings: readonly Problem[];
}

/** A design with a key that has the policy, and what is to be said about it. */
export interface ReadPolicy {
  readonly design: Design;
  readonly warnings: readonly Problem[];
}

/** The design that a key policy in these values becomes; undefined where they are something else. */
export function readKeyPolicy(
  values: readonly PastedValue[],
  name: string,
): Result<ReadPolicy> | undefined {
  const found = policyIn(values);
  if (found === undefined || !found.ok) return found;
  const { design, policy } = withPolicy(emptyDesign(name), found.value);
  const key: DefinedKey = { ...newKey(design), policy };
  return ok({
    design: { ...design, keys: [key] },
    warnings: found.value.warnings,
  });
}

/** The key policy in these values; undefined where they are something else. */
export function policyIn(
  values: readonly PastedValue[],
): Result<FoundPolicy> | undefined {
  const found = foundPolicy(values);
  if (found === undefined) return undefined;
  const refused = refusalOf(found.statements);
  if (refused !== undefined) return failed(refused);
  const warnings = [...found.warnings, ...repetitions(found.statements)];
  return ok({ ...found, warnings });
}

/** The policy of a key, and the design with the principals that it names. */
export function withPolicy(
  start: Design,
  { statements, id }: FoundPolicy,
): { readonly design: Design; readonly policy: KeyPolicy } {
  let design = start;
  const read: Statement[] = [];
  for (const json of statements) {
    const one = statementOfJson(design, json);
    const isFaithful = writesTheSame(one, json);
    read.push(isFaithful ? one.statement : { verbatim: json });
    if (isFaithful) ({ design } = one);
  }
  return {
    design,
    policy: {
      mode: "replace",
      ...(id !== undefined && { id }),
      minimize: false,
      statements: read,
    },
  };
}

function foundPolicy(values: readonly PastedValue[]): FoundPolicy | undefined {
  const [first, ...others] = values;
  if (first === undefined) return undefined;
  const document = others.length === 0 ? documentIn(first.value) : undefined;
  if (document !== undefined) return ofDocument(document, first);
  const statements = values
    .flatMap(({ value }) => listOf(value))
    .map(statementIn);
  const found = statements.filter((one) => one !== undefined);
  return found.length === statements.length && found.length > 0
    ? { statements: found, warnings: [] }
    : undefined;
}

/** A policy document, perhaps as the only member of an object that gives it a name. */
function documentIn(value: Json): JsonObject | undefined {
  if (isDocument(value)) return value;
  if (!isJsonObject(value)) return undefined;
  const [named, ...others] = Object.values(value);
  return others.length === 0 && isDocument(named) ? named : undefined;
}

/** The value has the form of a policy document. */
export function isDocument(value: Json | undefined): value is JsonObject {
  if (!isJsonObject(value)) return false;
  const { Statement: list } = value;
  return isJsonList(list) || isJsonObject(list);
}

function statementIn(value: Json): JsonObject | undefined {
  return isJsonObject(value) && typeof value["Effect"] === "string"
    ? value
    : undefined;
}

const documentElements = new Set(["Version", "Id", "Statement"]);

function ofDocument(
  { Statement: list, Id: id, ...rest }: JsonObject,
  { span }: PastedValue,
): FoundPolicy {
  const members = listOf(list);
  const statements = members.filter((member) => isJsonObject(member));
  return {
    statements,
    ...(typeof id === "string" && { id }),
    warnings: [
      ...versionWarnings(rest["Version"]),
      ...Object.keys(rest)
        .filter((name) => !documentElements.has(name))
        .map((name) => leftOut(`\`${name}\``)),
      ...(statements.length < members.length
        ? [leftOut("what is no object in the list of statements")]
        : []),
    ].map((problem) => ({ ...problem, span })),
  };
}

function leftOut(what: string): Problem {
  return importProblem("left-out", {
    severity: "warning",
    message: `${what} is no part of a key policy and was left out`,
    help: "check what was meant",
  });
}

/** Source: IAM User Guide, "IAM JSON policy elements: Version". */
function versionWarnings(version: Json | undefined): readonly Problem[] {
  if (version === "2012-10-17") return [];
  return [
    importProblem("version", {
      severity: "warning",
      message: `the policy has ${version === undefined ? "no version" : `version ${JSON.stringify(version)}`}, and is written with version "2012-10-17"`,
      help: "policy variables such as ${aws:username} are replaced then; before, they were mere text",
    }),
  ];
}

/** The CDK writes equal statements once. */
function repetitions(statements: readonly JsonObject[]): readonly Problem[] {
  const texts = statements.map((statement) => JSON.stringify(statement));
  return texts.flatMap((text, index) => {
    const first = texts.indexOf(text);
    if (first === index) return [];
    return [
      importProblem("repeated-statement", {
        severity: "info",
        message: `statement ${index + 1} repeats statement ${first + 1} and is written once`,
        help: "remove it: it changes nothing",
      }),
    ];
  });
}

/** What else than a key policy it is. */
function refusalOf(statements: readonly JsonObject[]): Problem | undefined {
  const hasPrincipal = statements.some(
    (one) => "Principal" in one || "NotPrincipal" in one,
  );
  const services = new Set(statements.flatMap(servicesOf));
  if (!hasPrincipal)
    return importProblem("identity-policy", {
      message:
        "this is a policy of a user, role or group: no statement names a principal",
      help: "attach it to an identity; a key policy says in each statement whom it is about",
    });
  if (services.has("kms") || services.has("*") || services.size === 0)
    return undefined;
  return importProblem("other-resource", {
    message: `this is the policy of another resource: its actions are of ${[...services].join(", ")}`,
    help: "choose the policy of a KMS key",
  });
}

function servicesOf({ Action, NotAction }: JsonObject): readonly string[] {
  return [...listOf(Action), ...listOf(NotAction)]
    .filter((member) => typeof member === "string")
    .map((action) => action.split(":")[0]?.toLowerCase() ?? "");
}
