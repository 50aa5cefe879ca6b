import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../problem/json.ts";
import { conditionOperators } from "../../policy/operators.ts";
import { naiveDecision } from "./naive-decision.ts";
import type {
  ContextValue,
  NaiveContext,
  NaiveRequest,
} from "./naive-request.ts";
import { naiveOperators } from "./operators.ts";

const session = "arn:aws:sts::111122223333:assumed-role/app/s";
const root = "arn:aws:iam::111122223333:root";
const role = "arn:aws:iam::111122223333:role/app";
const logs = "logs.us-east-1.amazonaws.com";

/** A statement that allows everyone everything, unless it says otherwise. */
function statement(parts: JsonObject): JsonObject {
  const all = {
    Effect: "Allow",
    ...(!("NotPrincipal" in parts) && { Principal: "*" }),
    ...(!("NotAction" in parts) && { Action: "kms:*" }),
    ...(!("NotResource" in parts) && { Resource: "*" }),
  };
  return { ...all, ...parts };
}

function decision(
  statements: readonly JsonObject[],
  request: Partial<NaiveRequest> = {},
): string {
  return naiveDecision(
    { Version: "2012-10-17", Statement: statements.map(statement) },
    { principal: session, action: "kms:Decrypt", ...request },
  );
}

/** Whether a condition holds, asked of a statement that allows and of one that denies. */
function holds(
  [operator, wanted, given]: readonly [string, Json, ContextValue?],
  Version: Json = "2012-10-17",
): Json {
  const context: NaiveContext = given === undefined ? {} : { "x:Key": given };
  const block = { Condition: { [operator]: { "x:key": wanted } } };
  const asked = { principal: session, action: "kms:Decrypt", context };
  const allow = naiveDecision({ Version, Statement: statement(block) }, asked);
  const deny = naiveDecision(
    {
      Version,
      Statement: [statement({}), statement({ Effect: "Deny", ...block })],
    },
    asked,
  );
  const pair = `${allow} ${deny}`;
  return (
    new Map<string, Json>([
      ["direct deny", true],
      ["none direct", false],
      ["unknown unknown", "unknown"],
    ]).get(pair) ?? pair
  );
}

describe("who a statement is about", () => {
  test.each<[string, Json, string, string]>([
    ["everyone", "*", session, "direct"],
    ["any AWS principal, which is everyone", { AWS: "*" }, logs, "direct"],
    ["the account of the caller", { AWS: root }, session, "account"],
    ["the number of its account", { AWS: "111122223333" }, session, "account"],
    ["another account", { AWS: "444455556666" }, session, "none"],
    ["the account, of its root user", { AWS: root }, root, "direct"],
    ["the role of a session", { AWS: role }, session, "direct"],
    ["a role, of whatever session", { AWS: role }, role, "direct"],
    ["one session", { AWS: session }, session, "direct"],
    ["another session", { AWS: `${session}2` }, session, "none"],
    ["a session, of a role", { AWS: session }, role, "none"],
    ["a pattern of roles", { AWS: role.replace("app", "*") }, session, "none"],
    [
      "a role with a path",
      { AWS: role.replace("app", "p/app") },
      session,
      "none",
    ],
    ["a unique id", { AWS: "AROAEXAMPLEID1234567" }, session, "none"],
    ["a service", { Service: [logs, "s3.amazonaws.com"] }, logs, "direct"],
    ["another service", { Service: "s3.amazonaws.com" }, logs, "none"],
    ["a web identity", { Federated: "accounts.google.com" }, session, "none"],
    ["account and role", { AWS: [root, role] }, session, "direct"],
    ["what is not worked out", { AWS: { Ref: "Role" } }, session, "unknown"],
  ])("[E9] a principal is %s", (...[, Principal, principal, expected]) => {
    expect(decision([{ Principal }], { principal })).toBe(expected);
  });

  test("[E9] the role of a session has the path that the request says", () => {
    const principalArn = "arn:aws:iam::111122223333:role/p/app";
    expect(
      decision([{ Principal: { AWS: principalArn } }], { principalArn }),
    ).toBe("direct");
    expect(decision([{ Principal: { AWS: role } }], { principalArn })).toBe(
      "none",
    );
  });

  test.each<[string, Json, string, string]>([
    [
      "someone else",
      { AWS: [role, root] },
      "arn:aws:iam::444455556666:user/u",
      "deny",
    ],
    ["one listed with its account", { AWS: [role, root] }, session, "direct"],
    ["one listed without its account", { AWS: role }, session, "unknown"],
    ["another one of its account", { AWS: `${role}2` }, session, "deny"],
    ["a listed service", { Service: logs }, logs, "direct"],
    ["no one at all", "*", session, "direct"],
  ])(
    "[E9] a Deny with NotPrincipal is about %s",
    (...[, NotPrincipal, principal, expected]) => {
      expect(
        decision([{}, { Effect: "Deny", NotPrincipal }], { principal }),
      ).toBe(expected);
    },
  );

  test("[E9] an Allow with NotPrincipal is about everyone not listed", () => {
    const NotPrincipal = { AWS: role };
    expect(decision([{ NotPrincipal }])).toBe("unknown");
    expect(decision([{ NotPrincipal }], { principal: logs })).toBe("direct");
  });
});

describe("actions and resources", () => {
  test.each<[JsonObject, string]>([
    [{ Action: "KMS:de*" }, "direct"],
    [{ Action: ["kms:Encrypt", "kms:?ecrypt"] }, "direct"],
    [{ Action: "kms:Decrypt*" }, "direct"],
    [{ Action: "kms:Encrypt" }, "none"],
    [{ NotAction: "kms:D*" }, "none"],
    [{ NotAction: ["kms:Encrypt"] }, "direct"],
    [{ Resource: "arn:aws:kms:*:111122223333:key/*" }, "direct"],
    [{ Resource: "arn:aws:kms:us-east-1:111122223333:key/other" }, "none"],
    [{ Resource: "arn:aws:kms:*:${aws:PrincipalAccount}:key/*" }, "direct"],
    [{ NotResource: "arn:aws:kms:us-east-1:111122223333:key/other" }, "direct"],
  ])("[E9] of kms:Decrypt, %j says %s", (parts, expected) => {
    expect(decision([parts])).toBe(expected);
  });
});

describe("conditions", () => {
  test("[E9] there are the operators of the policy language", () => {
    const names = Object.keys(conditionOperators).map((name) =>
      name.toLowerCase(),
    );
    expect([...naiveOperators.keys(), "null"].toSorted()).toEqual(
      names.toSorted(),
    );
  });

  test.each<[readonly [string, Json, ContextValue?], Json]>([
    [["StringEquals", ["a", "b"], "b"], true],
    [["stringequals", "a*", "ab"], false],
    [["StringNotEquals", ["a", "b"], "b"], false],
    [["StringNotEquals", ["a", "b"], "c"], true],
    [["StringEqualsIgnoreCase", "aB", "Ab"], true],
    [["StringEqualsIgnoreCase", "\u212A", "k"], false],
    [["StringNotEqualsIgnoreCase", "aB", "Ab"], false],
    [["StringLike", "a*b?", "a:/bc"], true],
    [["StringLike", "a.", "ab"], false],
    [["StringNotLike", "a*", "ab"], false],
    [["ArnLike", "arn:aws:s3:::a*", "arn:aws:s3:::a:b"], true],
    [["ArnEquals", "arn:*:s3:::a", "arn:aws:s3:::a"], true],
    [["ArnLike", "arn:aws:*:a", "arn:aws:s3:::a"], false],
    [["ArnLike", "arn:*", "arn:aws:s3:::a"], false],
    [["ArnLike", "*", "arn:aws:s3:::a"], "unknown"],
    [["ArnNotLike", "arn:aws:s3:::a", "not an ARN"], true],
    [["ArnNotEquals", "arn:aws:s3:::*", "arn:aws:s3:::a"], false],
    [["Bool", true, "TRUE"], true],
    [["Bool", "yes", "yes"], false],
    [["Bool", "false", true], false],
    [["NumericEquals", "10.0", 10], true],
    [["NumericNotEquals", 10, "11"], true],
    [["NumericNotEquals", "10x", "11"], "unknown"],
    [["NumericEquals", "10", "10x"], false],
    [["NumericLessThan", "10", "9"], true],
    [["NumericLessThanEquals", 10, "10"], true],
    [["NumericGreaterThan", 10, "10"], false],
    [["NumericGreaterThanEquals", 10, "10"], true],
    [["DateEquals", "1767225600", "2026-01-01T00:00:00Z"], true],
    [["DateEquals", "2026-01-01", "2026-01-01T01:00+01:00"], true],
    [["DateNotEquals", "2026-01-01", "2026-01-02"], true],
    [["DateNotEquals", "2026-02-30", "2026-01-02"], "unknown"],
    [["DateLessThan", "2026-01-01", "2025-12-31T23:59:59.9Z"], true],
    [["DateLessThanEquals", "2026-01-01", "2026-01-01"], true],
    [["DateGreaterThan", "2026-01-01", "2026-01-01"], false],
    [["DateGreaterThanEquals", "2026-02-30", "2027-01-01"], false],
    [["BinaryEquals", "QUJD", "QUJD"], true],
    [["BinaryEquals", "QUJD", "qujd"], false],
    [["IpAddress", ["10.0.0.0/8", "::1"], "10.9.8.7"], true],
    [["IpAddress", "2001:db8::/32", "2001:DB8:0:0::1"], true],
    [["IpAddress", "::ffff:0:0/96", "::ffff:10.0.0.1"], true],
    [["IpAddress", "::/0", "10.0.0.1"], false],
    [["IpAddress", "10.0.0.0/33", "10.0.0.1"], false],
    [["NotIpAddress", "0.0.0.0/0", "2001:db8::1"], true],
    [["NotIpAddress", "10.0.0.0/33", "10.0.0.1"], "unknown"],
    [["Null", "true"], true],
    [["Null", false, "a"], true],
    [["Null", "true", ["a"]], false],
    [["StringResembles", "a", "a"], "unknown"],
    [["NullIfExists", "true"], "unknown"],
    [["StringEquals", "a", ["a"]], "unknown"],
    [["StringEquals", { Ref: "A" }, "a"], "unknown"],
  ])("[E9] %j is %j", (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test.each<[string, Json]>([
    ["StringEquals", false],
    ["StringNotEquals", true],
    ["StringEqualsIfExists", true],
    ["StringNotEqualsIfExists", true],
    ["ForAllValues:StringEquals", true],
    ["ForAllValues:StringEqualsIfExists", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringEqualsIfExists", false],
    ["ForAnyValue:StringNotEquals", false],
    ["NotIpAddress", true],
    ["NumericNotEquals", true],
    ["ArnNotLike", true],
  ])("[E9] without the key, %s is %j", (operator, expected) => {
    expect(holds([operator, "a"])).toBe(expected);
  });

  test.each<[readonly [string, Json, ContextValue?], Json]>([
    [["ForAllValues:StringLike", ["a*", "b"], ["ab", "b"]], true],
    [["ForAllValues:StringLike", "a*", ["ab", "b"]], false],
    [["ForAllValues:StringNotEquals", "a", ["a", "b"]], false],
    [["ForAnyValue:StringLike", "a*", ["ab", "b"]], true],
    [["ForAnyValue:StringNotEquals", "a", ["a", "b"]], true],
    [["ForAnyValue:StringNotEquals", "a", ["a"]], false],
    [["foranyvalue:stringequalsifexists", "a", "a"], true],
    [["ForAllValues:StringEquals", "a", []], true],
    [["ForAnyValue:NumericNotEquals", ["10x", "5"], ["5", "6"]], "unknown"],
  ])("[E9] of a set, %j is %j", (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test.each<[readonly [string, Json, ContextValue?], Json]>([
    [["StringEquals", "${aws:PrincipalAccount}", "111122223333"], true],
    [["StringLike", "${AWS:principaltype}/*", "AssumedRole/x"], true],
    [["StringEquals", "${aws:username}", "a"], false],
    [["StringNotEquals", "${aws:username}", "a"], true],
    [["StringEquals", "${aws:username, 'any one'}", "any one"], true],
    [["StringLike", "${aws:username, '*'}", "a"], false],
    [["StringLike", "a${*}${?}${$}*", "a*?$b"], true],
    [["StringLike", "a${*}", "ab"], false],
    [["StringLike", "${x:key}", "*"], true],
    [["ArnLike", "${aws:PrincipalArn}", role], true],
    [["NumericEquals", "${x:key}", "5"], false],
  ])("[E9] with variables, %j is %j", (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test("[E9] before 2012 a variable is text like other text", () => {
    for (const version of ["2008-10-17", null]) {
      expect(holds(["StringEquals", "${*}", "${*}"], version)).toBe(true);
      expect(holds(["StringLike", "${*}", "${ab}"], version)).toBe(true);
      expect(holds(["StringLike", "a${*}", "a*"], version)).toBe(false);
    }
  });

  test.each<[string, string, Json]>([
    ["aws:PrincipalArn", session, role],
    ["aws:PrincipalArn", root, root],
    ["aws:PrincipalAccount", session, "111122223333"],
    ["kms:CallerAccount", root, "111122223333"],
    ["aws:PrincipalIsAWSService", session, "false"],
    ["aws:PrincipalIsAWSService", logs, "true"],
    ["aws:PrincipalServiceName", logs, logs],
    ["aws:PrincipalType", root, "Account"],
    ["aws:PrincipalType", session, "AssumedRole"],
    ["aws:PrincipalType", "arn:aws:iam::111122223333:user/p/u", "User"],
    [
      "aws:PrincipalType",
      "arn:aws:sts::111122223333:federated-user/f",
      "FederatedUser",
    ],
  ])("[E9] %s of %s is %s", (key, principal, value) => {
    const Condition = { StringEquals: { [key]: value } };
    expect(decision([{ Condition }], { principal })).toBe("direct");
  });

  test.each([
    "aws:PrincipalArn",
    "aws:PrincipalAccount",
    "kms:CallerAccount",
    "aws:PrincipalType",
  ])("[E9] a service has no %s", (key) => {
    const Condition = { Null: { [key]: "true" } };
    expect(decision([{ Condition }], { principal: logs })).toBe("direct");
  });

  test("[E9] what the request gives goes before what follows from the caller", () => {
    const Condition = { StringEquals: { "kms:CallerAccount": "1" } };
    expect(
      decision([{ Condition }], { context: { "KMS:calleraccount": "1" } }),
    ).toBe("direct");
  });
});

describe("what the statements say together", () => {
  const open = { Condition: { ArnLike: { "aws:PrincipalArn": "*" } } };
  const account = { Principal: { AWS: root } };
  const deny = { Effect: "Deny" };

  test.each<[string, readonly JsonObject[], string]>([
    ["nothing", [], "none"],
    ["an Allow and a Deny", [{}, deny], "deny"],
    ["a Deny of the account", [{}, { ...deny, ...account }], "deny"],
    ["a Deny alone that may hold", [{ ...deny, ...open }], "none"],
    [
      "an Allow and a Deny that may hold",
      [{}, { ...deny, ...open }],
      "unknown",
    ],
    [
      "a Deny, and others that may hold",
      [open, { ...deny, ...open }, deny],
      "deny",
    ],
    ["an Allow, and one that may hold", [{}, open], "direct"],
    ["the account, and an Allow that may hold", [account, open], "unknown"],
    [
      "the account, and it where it may hold",
      [account, { ...account, ...open }],
      "account",
    ],
    ["the account where it may hold", [{ ...account, ...open }], "unknown"],
    ["the account and the caller", [account, {}], "direct"],
  ])("[E9] %s", (_, statements, expected) => {
    expect(decision(statements)).toBe(expected);
  });

  test("[E9] one statement need not be a list", () => {
    expect(
      naiveDecision(
        { Statement: statement({}) },
        { principal: session, action: "kms:Decrypt" },
      ),
    ).toBe("direct");
  });
});

interface WorkedCase {
  readonly id: string;
  readonly policy: JsonObject;
  readonly request: NaiveRequest;
  readonly expected: { readonly keyPolicy: string };
}

/** 46 worked cases that lie beside the repository and not in it. */
const casesFile = new URL(
  "../../../../shared/cases/evaluation.json",
  import.meta.url,
);

describe("the worked cases", () => {
  test.skipIf(!existsSync(casesFile))(
    "[E9] each is decided as expected, where the file with them is there",
    () => {
      const cases = JSON.parse(readFileSync(casesFile, "utf8")) as WorkedCase[];
      expect(cases.length).toBeGreaterThanOrEqual(46);
      expect(
        cases.map(({ id, policy, request }) => [
          id,
          naiveDecision(policy, request),
        ]),
      ).toEqual(cases.map(({ id, expected }) => [id, expected.keyPolicy]));
    },
  );
});
