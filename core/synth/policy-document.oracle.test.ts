// Random statements, merged and written by us and by the real library.
import { App, Aws, Stack as CdkStack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designWith } from "../samples/parts.ts";
import { isOwned, isVerbatim } from "../design/design.ts";
import type { FeatureFlags } from "../design/feature-flags.ts";
import type {
  Design,
  Effect,
  Principal,
  Stack,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { startFlags } from "./flags.ts";
import { statementRefusals } from "./refuse-statement.ts";
import { synthesizeKeyPolicy } from "./synthesize.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 1500;

type Flags = FeatureFlags;

/** A key policy by the real library: each principal of the design is one object, as in the program we export. */
function realPolicy(design: Design): unknown {
  const [stack] = design.stacks;
  const [key] = design.keys;
  if (stack === undefined || key === undefined || !isOwned(key))
    throw new Error("no key");
  const { account, region } = stack;
  const app = new App({
    context: { ...startFlags("v2"), ...design.cdk.flags },
    analyticsReporting: false,
  });
  const cdkStack = new CdkStack(app, "Stack", {
    env: { ...(account && { account }), ...(region && { region }) },
  });
  const principals = new Map(
    design.principals.map((principal) => [
      principal.id,
      realPrincipal(principal),
    ]),
  );
  const document = new iam.PolicyDocument();
  if (key.policy.mode === "amend")
    document.addStatements(
      new iam.PolicyStatement({
        actions: ["kms:*"],
        principals: [new iam.AccountRootPrincipal()],
        resources: ["*"],
      }),
    );
  for (const statement of key.policy.statements)
    document.addStatements(realStatement(statement, principals));
  return cdkStack.resolve(document);
}

function realStatement(
  statement: Statement,
  principals: ReadonlyMap<string, iam.IPrincipal>,
): iam.PolicyStatement {
  if (isVerbatim(statement))
    return iam.PolicyStatement.fromJson(withTokens(statement.verbatim));
  const named = (ids: readonly string[] = []) =>
    ids.map((id) => principals.get(id) ?? new iam.AnyPrincipal());
  const texts = (list: readonly string[] = []) => list.map(token);
  const { sid, effect, conditions } = statement;
  return new iam.PolicyStatement({
    ...(sid !== undefined && { sid: token(sid) }),
    effect: effect === "Deny" ? iam.Effect.DENY : iam.Effect.ALLOW,
    principals: named(statement.principals),
    notPrincipals: named(statement.notPrincipals),
    actions: [...(statement.actions ?? [])],
    notActions: [...(statement.notActions ?? [])],
    resources: texts(statement.resources),
    notResources: texts(statement.notResources),
    ...(conditions && {
      conditions: withTokens(conditions) as Record<string, unknown>,
    }),
  });
}

function realPrincipal(principal: Principal): iam.IPrincipal {
  switch (principal.kind) {
    case "arn":
      return new iam.ArnPrincipal(token(principal.arn));
    case "account":
      return new iam.AccountPrincipal(token(principal.account));
    case "account-root":
      return new iam.AccountRootPrincipal();
    case "service":
      return new iam.ServicePrincipal(token(principal.service));
    case "any":
      return new iam.AnyPrincipal();
    case "star":
      return new iam.StarPrincipal();
    default:
      throw new Error(
        `${principal.kind} is not among the principals of these designs`,
      );
  }
}

const tokens: Readonly<Record<string, string>> = {
  "${AWS::AccountId}": Aws.ACCOUNT_ID,
  "${AWS::Partition}": Aws.PARTITION,
  "${AWS::Region}": Aws.REGION,
  "${AWS::URLSuffix}": Aws.URL_SUFFIX,
};

function token(text: string): string {
  return text.replaceAll(
    /\$\{AWS::\w+\}/g,
    (parameter) => tokens[parameter] ?? parameter,
  );
}

/** The same value with the library's tokens for our pseudo parameters. */
function withTokens(value: Json): unknown {
  if (typeof value === "string") return token(value);
  if (Array.isArray(value)) return value.map(withTokens);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withTokens(member)]),
  );
}

const pool: readonly Principal[] = [
  { id: "A", kind: "arn", arn: "arn:aws:iam::111122223333:role/A" },
  { id: "B", kind: "arn", arn: "arn:${AWS::Partition}:iam::1:user/B" },
  { id: "A2", kind: "arn", arn: "arn:aws:iam::111122223333:role/A" },
  { id: "Root", kind: "account-root" },
  { id: "Root2", kind: "account-root" },
  { id: "Account", kind: "account", account: "444455556666" },
  { id: "Account2", kind: "account", account: "444455556666" },
  { id: "Logs", kind: "service", service: "logs.amazonaws.com" },
  { id: "Logs2", kind: "service", service: "logs.amazonaws.com" },
  { id: "Ec2", kind: "service", service: "ec2.${AWS::URLSuffix}" },
  { id: "Any", kind: "any" },
  { id: "Any2", kind: "arn", arn: "*" },
  { id: "Star", kind: "star" },
  { id: "Star2", kind: "star" },
];

const some = <T>(...members: readonly T[]) =>
  fc.array(fc.constantFrom(...members), { minLength: 1, maxLength: 4 });

/** Few usual lists, so that statements meet, merge and repeat each other often, and now and then any list. */
const usual = <T>(
  lists: readonly (readonly T[])[],
  any: fc.Arbitrary<readonly T[]>,
): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...lists) },
    { weight: 1, arbitrary: any },
  );

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary },
  );

const isRare = fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0);

const principals = usual(
  [["A"], ["Root"], ["Logs", "A"], ["A", "Logs"], ["Account"], ["Star"]],
  some(...pool.slice(0, 12).map(({ id }) => id)),
);
const notPrincipals = fc.constantFrom(["A"], ["Root"], ["Root2"], ["A2"]);
const actions = usual(
  [["kms:Encrypt", "kms:Decrypt"], ["kms:Decrypt"], ["kms:*"]],
  some("kms:Decrypt", "kms:Encrypt", "kms:*", "kms:Get*", "*"),
);
const resources = usual(
  [["*"]],
  some(
    "*",
    "arn:aws:kms:eu-west-1:111122223333:key/*",
    "arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/1",
  ),
);

const effect = fc.constantFrom<Effect>("Allow", "Allow", "Allow", "Deny");
const conditions = rarely(
  fc.constantFrom(
    {},
    { StringEquals: { "kms:ViaService": "s3.${AWS::Region}.amazonaws.com" } },
    { StringEquals: { "kms:ViaService": ["a", "b"] } },
    { StringEquals: { "kms:ViaService": ["b", "a"] } },
    { Bool: { "aws:SecureTransport": false }, Null: { "a:b": true } },
    { Null: { "a:b": true }, Bool: { "aws:SecureTransport": false } },
    { NumericEquals: { "kms:X": 3 } },
    { StringLike: {} },
  ),
);
const sid = rarely(fc.constantFrom("One", "Two", "", "A b", "${AWS::Region}"));

const structured: fc.Arbitrary<Statement> = fc
  .record({
    effect,
    sid,
    principals,
    notPrincipals: rarely(notPrincipals),
    actions,
    notAction: isRare,
    resources,
    notResource: isRare,
    conditions,
  })
  .map((parts): StructuredStatement => {
    return {
      effect: parts.effect,
      ...(parts.sid !== undefined && { sid: parts.sid }),
      ...(parts.notPrincipals
        ? { notPrincipals: parts.notPrincipals }
        : { principals: parts.principals }),
      [parts.notAction ? "notActions" : "actions"]: parts.actions,
      [parts.notResource ? "notResources" : "resources"]: parts.resources,
      ...(parts.conditions && { conditions: parts.conditions }),
    };
  });

const oneOrMany = (arbitrary: fc.Arbitrary<readonly string[]>) =>
  fc.oneof(
    arbitrary.map(([first = "*"]) => first),
    arbitrary.map((list) => [...list]),
  );

const verbatim: fc.Arbitrary<Statement> = fc
  .record({
    effect,
    sid,
    principal: fc.constantFrom<Json>(
      "*",
      { AWS: "*" },
      { AWS: "arn:aws:iam::111122223333:role/A" },
      { AWS: ["arn:aws:iam::111122223333:role/A", "arn:b"] },
      { AWS: ["arn:b", "arn:aws:iam::111122223333:role/A"] },
      { Service: "logs.amazonaws.com", AWS: "arn:b" },
      { AWS: { "Fn::GetAtt": ["Role", "Arn"] } },
      { AWS: "arn:${AWS::Partition}:iam::1:user/B" },
    ),
    notPrincipal: isRare,
    actions: oneOrMany(actions),
    resources: oneOrMany(resources),
    conditions,
  })
  .map((parts) => {
    const json: JsonObject = {
      ...(parts.sid !== undefined && { Sid: parts.sid }),
      Effect: parts.effect,
      [parts.notPrincipal ? "NotPrincipal" : "Principal"]: parts.principal,
      Action: parts.actions,
      Resource: parts.resources,
      ...(parts.conditions && { Condition: parts.conditions }),
    };
    return { verbatim: json };
  });

const stacks = fc.constantFrom<Stack>(
  { id: "Stack" },
  { id: "Stack", account: "111122223333", region: "us-east-1" },
  { id: "Stack", region: "cn-north-1" },
  { id: "Stack", account: "111122223333" },
);

const designs = fc
  .record({
    stack: stacks,
    minimize: fc.constantFrom(true, true, true, false),
    literals: fc.boolean(),
    mode: fc.constantFrom("amend" as const, "replace" as const),
    statements: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: structured },
        { weight: 1, arbitrary: verbatim },
      ),
      { maxLength: 8, size: "max" },
    ),
  })
  .map(({ stack, minimize, literals, mode, statements }) => {
    const flags: Flags = {
      "@aws-cdk/aws-iam:minimizePolicies": minimize,
      "@aws-cdk/core:enablePartitionLiterals": literals,
    };
    const design = designWith("Random", "Stack", {
      principals: pool,
      keys: [{ id: "Key", policy: { mode, statements } }],
    });
    return { ...design, stacks: [stack], cdk: { line: "v2" as const, flags } };
  });

function ourPolicy(design: Design): unknown {
  const [key] = design.keys;
  return key && synthesizeKeyPolicy(design, key).document;
}

function expectSamePolicy(design: Design): void {
  const [key] = design.keys;
  expect(
    key && isOwned(key) && statementRefusals(design, key, ["keys", 0]),
  ).toEqual([]);
  expect(JSON.stringify(ourPolicy(design), null, 1)).toBe(
    JSON.stringify(realPolicy(design), null, 1),
  );
}

describe("key policies", () => {
  test("[Y20] random statements are merged and written as the real library does", () => {
    fc.assert(fc.property(designs, expectSamePolicy), {
      numRuns,
      seed: 20_261_123,
    });
  });

  test("[Y20] random statements meet often enough to be merged", () => {
    const merged = fc
      .sample(designs, { numRuns: 300, seed: 20_261_123 })
      .filter((design) => {
        const [key] = design.keys;
        if (key === undefined) return false;
        const { origins } = synthesizeKeyPolicy(design, key);
        return origins.some((from) => from.length > 1);
      });
    expect(merged.length).toBeGreaterThan(60);
  });
});

function replacing(
  ...statements: readonly Statement[]
): ReturnType<typeof designWith> {
  return designWith("Literal", "Stack", {
    principals: pool,
    keys: [{ id: "Key", policy: { mode: "replace", statements } }],
  });
}

describe("examples that merging could get wrong", () => {
  test("[Y21] a merged statement repeats a later one whose actions were sorted already", () => {
    const except = (root: string, ...names: readonly string[]): Statement => ({
      effect: "Deny",
      notPrincipals: [root],
      actions: names,
      resources: ["*"],
    });
    expectSamePolicy(
      replacing(
        except("Root", "kms:Encrypt"),
        except("Root", "kms:Decrypt"),
        except("Root2", "kms:Decrypt", "kms:Encrypt"),
      ),
    );
  });

  test("[Y21] two accounts are equal only when they are one principal of the design", () => {
    const allow = (id: string, action: string): Statement => ({
      effect: "Allow",
      principals: [id],
      actions: [action],
      resources: ["*"],
    });
    expectSamePolicy(
      replacing(
        allow("Account", "kms:Decrypt"),
        allow("Account2", "kms:Encrypt"),
        allow("Account", "kms:Sign"),
      ),
    );
  });

  test('[Y21] the literal "*" merges with itself and with nothing else', () => {
    const allow = (id: string): Statement => ({
      effect: "Allow",
      principals: [id],
      actions: ["kms:Decrypt"],
      resources: ["*"],
    });
    expectSamePolicy(
      replacing(allow("Any"), allow("Star"), allow("A"), allow("Star2")),
    );
  });
});
