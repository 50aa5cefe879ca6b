import fc from "fast-check";

import { expectedAnswers } from "../design/kept-test.ts";
import type {
  AcceptedFinding,
  AccessRequestJson,
  AccessSettings,
  AppliedRecipe,
  Claim,
  ClaimPrincipal,
  Design,
  KeptTest,
} from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import {
  constructId,
  idsOf,
  options,
  recipeId,
  text,
  word,
} from "./arbitrary-document-parts.ts";

type Members = readonly { readonly id: string }[];

const some = { requiredKeys: [], noNullPrototype: true };

/** The design with what it says of access: what verdicts assume, claims, tests, accepted findings and applied recipes, each perhaps. */
export function withAccess(design: Design): fc.Arbitrary<Design> {
  const { keys, principals } = design;
  return fc
    .record(
      {
        settings: settings(),
        claims: fc.uniqueArray(claim(constructId, { keys, principals }), {
          maxLength: 3,
          selector: ({ id }) => id,
        }),
        tests:
          keys.length === 0
            ? fc.constant<readonly KeptTest[]>([])
            : fc.uniqueArray(keptTest(constructId, idsOf(keys)), {
                maxLength: 2,
                selector: ({ id }) => id,
              }),
        accepted: fc.uniqueArray(accepted(constructId, keys), {
          maxLength: 2,
          selector: ({ id }) => id,
        }),
        recipes:
          keys.length === 0
            ? fc.constant<readonly AppliedRecipe[]>([])
            : fc.uniqueArray(
                applied(fc.oneof(recipeId, constructId), idsOf(keys)),
                { maxLength: 3, selector: ({ id }) => id },
              ),
      },
      some,
    )
    .map((parts) => ({ ...design, ...parts }));
}

const account = fc.constantFrom("111122223333", "444455556666", "777788889999");
const accounts = fc.array(account, { maxLength: 2 });

/** What verdicts about access assume. */
export function settings(): fc.Arbitrary<AccessSettings> {
  return fc.record(
    {
      account,
      organization: fc.record(
        {
          id: fc.constantFrom("o-a1b2c3d4e5", "o-zzzzzzzzzz99"),
          accounts,
        },
        { requiredKeys: ["id"], noNullPrototype: true },
      ),
      trustedAccounts: accounts,
      deployer: fc.constantFrom(
        "arn:aws:iam::111122223333:role/deploy/Cdk",
        "arn:aws-cn:sts::111122223333:assumed-role/Cdk/me@example.com",
      ),
    },
    some,
  );
}

/** A claim about keys and principals of a design. */
export function claim(
  id: fc.Arbitrary<string>,
  {
    keys,
    principals,
  }: { readonly keys: Members; readonly principals: Members },
): fc.Arbitrary<Claim> {
  const parts = {
    id,
    keys: fc.array(keys.length === 0 ? fc.constant("None") : idsOf(keys), {
      maxLength: keys.length === 0 ? 0 : 2,
    }),
    actions: fc.array(
      fc.constantFrom("kms:*", "kms:Decrypt", "kms:Generate*", "*"),
      { maxLength: 2 },
    ),
  };
  const named = claimPrincipal(principals);
  return fc.oneof(
    fc.record(
      {
        ...parts,
        kind: fc.constant("nobody-outside" as const),
        boundary: fc.oneof(
          fc.constantFrom("account" as const, "organization" as const),
          accounts,
        ),
      },
      {
        requiredKeys: ["id", "kind", "actions", "boundary"],
        noNullPrototype: true,
      },
    ),
    fc.record(
      { ...parts, kind: fc.constant("never" as const), principal: named },
      {
        requiredKeys: ["id", "kind", "actions", "principal"],
        noNullPrototype: true,
      },
    ),
    fc.record(
      {
        ...parts,
        kind: fc.constant("only" as const),
        principals: fc.array(named, { maxLength: 3 }),
      },
      {
        requiredKeys: ["id", "kind", "actions", "principals"],
        noNullPrototype: true,
      },
    ),
  );
}

function claimPrincipal(principals: Members): fc.Arbitrary<ClaimPrincipal> {
  const byArn = fc.record({ arn: word() }, options);
  return principals.length === 0
    ? byArn
    : fc.oneof(byArn, fc.record({ principal: idsOf(principals) }, options));
}

/** A test of a request to a key. */
export function keptTest(
  id: fc.Arbitrary<string>,
  key: fc.Arbitrary<string>,
): fc.Arbitrary<KeptTest> {
  return fc.record(
    {
      id,
      key,
      request: request(),
      expected: fc.constantFrom(...expectedAnswers),
    },
    options,
  );
}

/** A request with any of its parts. */
function request(): fc.Arbitrary<AccessRequestJson> {
  const policy: fc.Arbitrary<JsonObject> = fc.record(
    {
      Version: fc.constant("2012-10-17"),
      Statement: fc.constantFrom([], [{ Effect: "Allow", Action: "kms:*" }]),
      Id: text(),
    },
    some,
  );
  const policies = fc.array(policy, { maxLength: 2 });
  return fc.record(
    {
      principal: word(),
      principalArn: word(),
      action: fc.constantFrom("kms:Decrypt", "kms:PutKeyPolicy"),
      resource: word(),
      resourceAccount: account,
      context: fc.dictionary(
        fc.constantFrom("kms:ViaService", "aws:SourceIp", "aws:x/${Env}"),
        fc.oneof(
          text(),
          fc.boolean(),
          fc.integer(),
          fc.array(text(), { maxLength: 2 }),
        ),
        { maxKeys: 2, noNullPrototype: true },
      ),
      identityPolicies: policies,
      permissionsBoundary: policy,
      sessionPolicies: policies,
      serviceControlPolicies: policies,
      resourceControlPolicies: policies,
      endpointPolicy: policy,
      grants: fc.array(
        fc.record({ Operations: fc.constantFrom(["Decrypt"], []) }, options),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["principal", "action"], noNullPrototype: true },
  );
}

/** A finding that is accepted, about a key of a design or about all of it. */
export function accepted(
  id: fc.Arbitrary<string>,
  keys: Members,
): fc.Arbitrary<AcceptedFinding> {
  const parts = {
    id,
    rule: fc.oneof(
      fc.constantFrom("rotation-off", "public-access", "policy/size"),
      word(),
    ),
    statement: word(),
    reason: word().map((one) => `${one} for a reason`),
  };
  return fc.record(
    { ...parts, ...(keys.length > 0 && { key: idsOf(keys) }) },
    { requiredKeys: ["id", "rule", "reason"], noNullPrototype: true },
  );
}

/** A recipe that was applied to a key. */
export function applied(
  id: fc.Arbitrary<string>,
  key: fc.Arbitrary<string>,
): fc.Arbitrary<AppliedRecipe> {
  return fc.record(
    {
      id,
      recipe: fc.constantFrom("cloudwatch-logs", "s3", "None"),
      key,
      answers: answers(),
    },
    options,
  );
}

/** Answers of a person to the questions of a recipe. */
export function answers(): fc.Arbitrary<AppliedRecipe["answers"]> {
  return fc.dictionary(
    fc.constantFrom("group", "account", "bucket", "${Env}"),
    fc.oneof(text(), fc.array(text(), { maxLength: 2 })),
    { maxKeys: 3, noNullPrototype: true },
  );
}
