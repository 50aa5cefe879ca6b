import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccessSettings } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import { policySubject } from "../testing/policy-subject.ts";
import { realisticPolicy } from "../testing/realistic-policies.ts";
import { falseWitnesses } from "../testing/replayed.ts";
import { AccessFacts, accessFacts } from "./access-facts.ts";
import { deployerReasons } from "./manageable.ts";
import type { Prover } from "./prover.ts";
import { isNotPublic } from "./public.ts";
import { proverFor, reportBy } from "./report.ts";
import type { AccessReport } from "./report.ts";
import type { Subject } from "./subject.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const runs = { seed: 20261201, numRuns: isDeep ? 2000 : 40 };

const settings: readonly AccessSettings[] = [
  {},
  { deployer: "arn:aws:iam::111122223333:role/App1" },
  { deployer: "arn:aws:iam::111122223333:role/a" },
  {
    organization: { id: "o-a1b2c3d4e5", accounts: ["444455556666"] },
    trustedAccounts: ["777788889999"],
  },
];

function withSettings(policies: fc.Arbitrary<JsonObject>) {
  return fc
    .tuple(policies, fc.constantFrom(...settings))
    .map(([document, some]) => policySubject(document, { settings: some }));
}

/** The facts of a key, and how often a prover was asked for. */
function factsOf(subject: Subject) {
  const asked = { times: 0 };
  let prover: Prover | undefined;
  const facts = new AccessFacts(subject, () => {
    asked.times++;
    prover ??= proverFor(subject);
    return prover;
  });
  return { facts, asked };
}

const reasons: readonly string[] = Object.values(deployerReasons);

/** What facts and prover say of a key, where the prover knows. */
function bothSay(subject: Subject) {
  const { facts } = factsOf(subject);
  const prover = proverFor(subject);
  const report = reportBy(prover, subject);
  const { manageable, notPublic, statements, unknown } = report;
  const isClear = unknown.length === 0;
  const isKnown = statements.map(({ standing }) => standing !== "unknown");
  const reason = manageable.deployer?.reason;
  const isSettled = reason === undefined || reasons.includes(reason);
  const said = (of: AccessFacts | AccessReport) => ({
    statements: of.statements
      .filter((_, index) => isKnown[index])
      .map(({ statement, standing }) => ({ statement, standing })),
    deployer: isSettled && of.manageable.deployer,
    notPublic: notPublic.verdict !== "unknown" && of.notPublic.verdict,
    manageable: manageable.verdict !== "unknown" && {
      verdict: of.manageable.verdict,
      alone: of.manageable.singlePointsOfFailure,
      by: of.manageable.by,
    },
  });
  return {
    facts: { ...said(facts), unpinned: isClear && facts.unpinnedServices },
    report: { ...said(report), unpinned: isClear && unpinnedIn(report) },
  };
}

function unpinnedIn({ findings }: AccessReport) {
  return findings.flatMap(({ unpinned, principal, statements }) =>
    unpinned === true
      ? statements.map((statement) => ({ statement, service: principal }))
      : [],
  );
}

/** Statements of which facts and prover do not say the same about whether they are public, where the prover knows. */
function otherwisePublic(subject: Subject): readonly number[] {
  const { facts } = factsOf(subject);
  const prover = proverFor(subject);
  return subject.policy.statements.flatMap(({ index, effect }) => {
    const verdict = prover && publicVerdict(prover, subject, index);
    if (verdict === undefined || verdict === "unknown") return [];
    const isPublic = effect === "Allow" && verdict === "refuted";
    return facts.isPublic(index) === isPublic ? [] : [index];
  });
}

function publicVerdict(prover: Prover, subject: Subject, statement: number) {
  const term = {
    kind: "statement",
    policy: 0,
    statement,
    side: "any",
    bound: "must",
  } as const;
  return isNotPublic(prover, subject, [term]).verdict;
}

const realistic = realisticPolicy({ statements: 5 });
const realisticWithVariables = realisticPolicy({
  statements: 5,
  variables: 0.3,
});
const tiny = tinyPairs().map(({ after }) => after);
const tinyWithVariables = tinyPairs({ variables: true }).map(
  ({ after }) => after,
);
const tinyOpen = tinyPairs({ open: true }).map(({ after }) => after);

describe("facts are what the prover proves", () => {
  test.each([
    ["realistic policies", realistic],
    ["realistic policies with variables", realisticWithVariables],
    ["tiny policies", tiny],
    ["tiny policies with variables", tinyWithVariables],
    ["tiny policies with what AWS leaves open", tinyOpen],
  ])("[V32] %s", (_, policies) => {
    fc.assert(
      fc.property(withSettings(policies), (subject) => {
        const { facts, report } = bothSay(subject);
        expect(facts).toEqual(report);
      }),
      runs,
    );
  });

  // Where operators of several types meet on one key the prover tells more requests apart than there are.
  test.each([
    ["realistic policies", realistic],
    ["tiny policies", tiny],
    ["tiny policies with variables", tinyWithVariables],
  ])("[V32] public statements of %s", (_, policies) => {
    fc.assert(
      fc.property(withSettings(policies), (subject) => {
        expect(otherwisePublic(subject)).toEqual([]);
      }),
      runs,
    );
  });

  test("[V32] the naive evaluator allows every request that shows something", () => {
    const subjects = fc.sample(withSettings(tiny), { ...runs, numRuns: 100 });
    const claimed = subjects.flatMap((subject) => {
      const { manageable, notPublic } = factsOf(subject).facts;
      return [manageable, notPublic].flatMap(({ witness }) =>
        witness === undefined
          ? []
          : [
              {
                claim: "allowed",
                policy: subject.document,
                witness,
                expected: ["direct", "account"],
              },
            ],
      );
    });
    expect(claimed.length).toBeGreaterThan(50);
    expect(falseWitnesses(claimed)).toEqual([]);
  });
});

const own = "arn:aws:iam::111122223333";

function allow(principal: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    Effect: "Allow",
    Principal: principal,
    Action: "kms:Decrypt",
    Resource: "*",
    ...more,
  };
}

function when(operator: string, key: string, value: string): JsonObject {
  return { Condition: { [operator]: { [key]: value } } };
}

const root = allow({ AWS: `${own}:root` }, { Action: "kms:*" });
const app = { AWS: `${own}:role/App` };

function policyOf(...statements: readonly JsonObject[]): JsonObject {
  return { Version: "2012-10-17", Statement: statements };
}

/** Asks for everything that is to take no prover. */
function askAll({
  notPublic,
  manageable,
  statements,
  unpinnedServices,
}: AccessFacts) {
  return {
    notPublic: notPublic.verdict,
    manageable: manageable.verdict,
    alone: manageable.singlePointsOfFailure,
    deployer: manageable.deployer,
    statements: statements.map(({ standing }) => standing),
    unpinnedServices,
  };
}

/** What facts and prover say of a policy, and how often the facts asked for the prover. */
function askedBoth(statements: readonly JsonObject[]) {
  const subject = policySubject(policyOf(...statements), {
    settings: { deployer: `${own}:role/Deploy` },
  });
  const { facts, asked } = factsOf(subject);
  const report = reportBy(proverFor(subject), subject);
  const said = askAll(facts);
  return {
    facts: said,
    report: {
      notPublic: report.notPublic.verdict,
      manageable: report.manageable.verdict,
      alone: report.manageable.singlePointsOfFailure,
      deployer: report.manageable.deployer,
      statements: report.statements.map(({ standing }) => standing),
      unpinnedServices: unpinnedIn(report),
    },
    asked: asked.times,
  };
}

describe("policies that take no prover", () => {
  test.each<[name: string, statements: readonly JsonObject[]]>([
    ["the account and a role", [root, allow(app)]],
    [
      "one role under several conditions",
      [
        root,
        allow(app, when("StringEquals", "kms:EncryptionContext:app", "a")),
        allow(app, when("StringLike", "kms:ViaService", "s3.*.amazonaws.com")),
        allow(app, when("NumericLessThan", "aws:MultiFactorAuthAge", "300")),
      ],
    ],
    [
      "a service with its source and one without",
      [
        root,
        allow(
          { Service: "logs.amazonaws.com" },
          when("ArnLike", "aws:SourceArn", "arn:aws:logs:*:111122223333:*"),
        ),
        allow({ Service: "sns.amazonaws.com" }),
      ],
    ],
    [
      "everyone of an account through a service",
      [
        root,
        allow(
          { AWS: "*" },
          {
            Condition: {
              StringEquals: {
                "kms:CallerAccount": "111122223333",
                "kms:ViaService": "s3.us-east-1.amazonaws.com",
              },
            },
          },
        ),
      ],
    ],
    [
      "a denial of calls without TLS",
      [
        root,
        {
          ...allow({ AWS: "*" }, when("Bool", "aws:SecureTransport", "false")),
          Effect: "Deny",
          Action: "kms:*",
        },
      ],
    ],
    ["what is there twice", [root, root]],
    [
      "a role that would have to be a service",
      [
        root,
        allow(app, when("StringEquals", "aws:SourceAccount", "111122223333")),
      ],
    ],
    ["everyone", [root, allow({ AWS: "*" })]],
    [
      "everyone of whatever account",
      [root, allow({ AWS: "*" }, when("StringLike", "kms:CallerAccount", "*"))],
    ],
    [
      "everyone who comes from no network",
      [
        root,
        allow(
          { AWS: "*" },
          when("StringEqualsIfExists", "aws:SourceVpc", "vpc-1a2b3c4d"),
        ),
      ],
    ],
  ])("[V32] %s", (_, statements) => {
    const { facts, report, asked } = askedBoth(statements);
    expect(facts).toEqual(report);
    expect(asked).toBe(0);
  });

  test("[V32] who manages a realistic policy and whether it is public takes none nearly always", () => {
    const subjects = fc.sample(withSettings(realistic), {
      ...runs,
      numRuns: 300,
    });
    const asking = subjects.filter((subject) => {
      const { facts, asked } = factsOf(subject);
      void [facts.manageable.verdict, facts.notPublic];
      return asked.times > 0;
    });
    expect(asking.length / subjects.length).toBeLessThan(0.1);
  });
});

const deploy = { AWS: `${own}:role/Deploy` };
const put = { Action: "kms:PutKeyPolicy" };
const deny = { Effect: "Deny", ...put };
const inApps = (...names: readonly string[]) => ({
  Action: ["kms:Decrypt", "kms:Encrypt"],
  Condition: { StringEquals: { "kms:EncryptionContext:app": names } },
});

describe("policies that take the prover", () => {
  test.each<[name: string, statements: readonly JsonObject[]]>([
    [
      "a denial that AWS leaves open",
      [
        root,
        allow(
          { AWS: "*" },
          { ...deny, ...when("Nothing", "aws:SourceIp", "1") },
        ),
      ],
    ],
    [
      "everyone whose ARN is that of one role",
      [
        allow(
          { AWS: "*" },
          { ...put, ...when("ArnEquals", "aws:PrincipalArn", app.AWS) },
        ),
      ],
    ],
    [
      "one of many values that no other statement has",
      [
        root,
        allow(app, { Action: "kms:DescribeKey" }),
        allow(app, inApps("a", "b", "c", "d")),
        allow(app, inApps("a", "b", "c")),
      ],
    ],
    [
      "everyone of an organization",
      [
        root,
        allow(
          { AWS: "*" },
          when(
            "ForAnyValue:StringLike",
            "aws:PrincipalOrgPaths",
            "o-a1b2c3d4e5/*",
          ),
        ),
      ],
    ],
    [
      "a deployer who is denied something",
      [
        root,
        allow(deploy, put),
        allow(deploy, {
          ...deny,
          ...when("Bool", "aws:SecureTransport", "false"),
        }),
      ],
    ],
  ])("[V32] %s", (_, statements) => {
    const { facts, report, asked } = askedBoth(statements);
    expect(facts).toEqual(report);
    expect(asked).toBeGreaterThan(0);
  });
});

describe("facts are remembered", () => {
  test("[V32] by what they depend on, not by the design that they come from", () => {
    const document = policyOf(root, allow(app));
    const facts = accessFacts(policySubject(document));
    expect(accessFacts(policySubject(structuredClone(document)))).toBe(facts);
    expect(accessFacts(policySubject(policyOf(root)))).not.toBe(facts);
    for (const other of [
      { account: "444455556666" },
      { settings: { trustedAccounts: ["444455556666"] } },
      { context: { "kms:KeySpec": "RSA_2048" } },
      { keyArn: "arn:aws:kms:us-east-1:111122223333:key/other" },
    ])
      expect(accessFacts(policySubject(document, other))).not.toBe(facts);
  });
});
