import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { readJson } from "../problem/read-json.ts";
import { canonical, isIntrinsic, mapMembers, textOf } from "./json-values.ts";

/**
 * A key policy as `GetKeyPolicy` gives it back.
 *
 * Members that functions give (`Ref`, `Fn::Join`) stay as they are. AWS keeps more to itself than can be said here:
 * principals come back in any order (hashicorp/terraform-provider-aws issues 11801 and 39788), and one that was
 * deleted comes back as its unique ID (IAM User Guide, "AWS JSON policy elements: Principal").
 */
export function storedPolicy(
  document: JsonObject,
  partition = "aws",
): JsonObject {
  return mapMembers(document, (member, name) =>
    name === "Statement" ? storedStatements(member, partition) : member,
  );
}

/** A lone statement comes back in a list. Source: grammar of the IAM policy language; output in aws/aws-cli issue 9456. */
function storedStatements(statements: Json, partition: string): Json {
  const list = isJsonList(statements) ? statements : [statements];
  return list.map((statement) =>
    isJsonObject(statement) ? storedStatement(statement, partition) : statement,
  );
}

function storedStatement(statement: JsonObject, partition: string): JsonObject {
  return mapMembers(statement, (element, name) => {
    if (name === "Principal" || name === "NotPrincipal")
      return storedPrincipals(element, partition);
    return name === "Condition" ? storedConditions(element) : single(element);
  });
}

/**
 * A list of one member comes back as the member.
 * Source: hashicorp/awspolicyequivalence, "as the AWS endpoints do"; hashicorp/terraform issue 13973; aws/aws-cli issue 9456.
 */
function single(value: Json): Json {
  if (!isJsonList(value)) return value;
  const [only, ...others] = value;
  // A list in a list is no policy: it stays as it is.
  return only === undefined || others.length > 0 || isJsonList(only)
    ? value
    : only;
}

function storedPrincipals(principals: Json, partition: string): Json {
  if (!isJsonObject(principals)) return principals;
  return mapMembers(principals, (members, kind) => {
    if (kind !== "AWS") return single(members);
    return single(
      isJsonList(members)
        ? members.map((member) => accountArn(member, partition))
        : accountArn(members, partition),
    );
  });
}

/**
 * An account ID comes back as the ARN of the account.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal"; hashicorp/awspolicyequivalence.
 */
function accountArn(principal: Json, partition: string): Json {
  return typeof principal === "string" && isAccountId(principal)
    ? `arn:${partition}:iam::${principal}:root`
    : principal;
}

function storedConditions(conditions: Json): Json {
  if (!isJsonObject(conditions)) return conditions;
  return mapMembers(conditions, (keys) =>
    isJsonObject(keys) ? mapMembers(keys, single) : keys,
  );
}

/**
 * Two key policies are stored as the same, but for the order of members of lists, which has no meaning.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export function samePolicy(a: Json | undefined, b: Json | undefined): boolean {
  return comparable(a) === comparable(b);
}

function comparable(policy: Json | undefined): string {
  const document = parsed(policy);
  return canonical(
    isJsonObject(document) ? inOneOrder(storedPolicy(document)) : document,
  );
}

/** A policy may be given as the text of one. */
function parsed(policy: Json | undefined): Json | undefined {
  if (typeof policy !== "string") return policy;
  const read = readJson(policy);
  return read.ok && isJsonObject(read.value.value) ? read.value.value : policy;
}

/** Sorts lists, but not the arguments of functions, and gives an account among principals one spelling. */
function inOneOrder(value: Json, isPrincipal = false): Json {
  if (isPrincipal && (typeof value === "string" || isIntrinsic(value)))
    return onePrincipal(value);
  if (isJsonList(value))
    return value
      .map((member) => inOneOrder(member, isPrincipal))
      .toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  if (!isJsonObject(value) || isIntrinsic(value)) return value;
  return mapMembers(value, (member, name) =>
    inOneOrder(member, isPrincipal || /^(?:Not)?Principal$/.test(name)),
  );
}

/** The account where it is the whole account, as an ID or an ARN of any partition; a principal has no other. */
function onePrincipal(principal: Json): Json {
  const text = textOf(principal);
  if (text === undefined) return principal;
  const arn = parseArn(text);
  return arn?.service === "iam" && arn.resource === "root" ? arn.account : text;
}
