import fc from "fast-check";

import type {
  Conditions,
  Principal,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import { kmsActionNames } from "../kms/actions.ts";
import type { JsonObject } from "../problem/json.ts";
import { nastyText } from "./arbitrary-text.ts";

const actionPatterns = [
  "kms:*",
  "*",
  "kms:Describe*",
  "kms:GenerateDataKey*",
  "kms:ReEncrypt*",
] as const;

/** A statement of a key policy. */
export function statement(
  ids: fc.Arbitrary<string>,
  people: readonly Principal[],
): fc.Arbitrary<Statement> {
  return fc.oneof(
    { weight: 5, arbitrary: structured(ids, people) },
    { weight: 1, arbitrary: verbatim().map((json) => ({ verbatim: json })) },
  );
}

function structured(
  ids: fc.Arbitrary<string>,
  people: readonly Principal[],
): fc.Arbitrary<StructuredStatement> {
  const stars = new Set(
    people.flatMap(({ id, kind }) => (kind === "star" ? [id] : [])),
  );
  const names = fc
    .array(ids, { minLength: 1, maxLength: 3 })
    .map((list) =>
      list.some((id) => stars.has(id)) ? list.slice(0, 1) : list,
    );
  return fc
    .record(
      {
        sid: fc.oneof(fc.constantFrom("", "Allow use", "S1"), fc.string()),
        effect: fc.constantFrom("Allow" as const, "Deny" as const),
        conditions: conditions(),
        principals: names,
        actions: someActions(),
        resources: someResources(),
        excepts: fc.subarray(["principals", "actions", "resources"] as const),
      },
      {
        requiredKeys: ["effect", "principals", "actions", "resources"],
      },
    )
    .map(withExceptions);
}

function someActions(): fc.Arbitrary<readonly string[]> {
  return fc.array(
    fc.oneof(
      fc.constantFrom(...kmsActionNames),
      fc.constantFrom(...actionPatterns),
    ),
    { minLength: 1, maxLength: 6 },
  );
}

function someResources(): fc.Arbitrary<readonly string[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(["*"]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.constantFrom(
          "*",
          "arn:aws:kms:us-east-1:111122223333:key/*",
          "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*",
        ),
        { minLength: 1, maxLength: 3 },
      ),
    },
  );
}

/** A statement whose `excepts` say which of its elements are `Not...` ones. */
function withExceptions({
  excepts = [],
  principals: who,
  actions,
  resources,
  ...rest
}: Required<
  Pick<StructuredStatement, "effect" | "principals" | "actions" | "resources">
> &
  StructuredStatement & {
    excepts?: readonly ("principals" | "actions" | "resources")[];
  }): StructuredStatement {
  const except = new Set<string>(excepts);
  return {
    ...rest,
    ...(except.has("principals")
      ? { notPrincipals: who }
      : { principals: who }),
    ...(except.has("actions") ? { notActions: actions } : { actions }),
    ...(except.has("resources") ? { notResources: resources } : { resources }),
  };
}

/** Conditions of a statement. */
export function conditions(): fc.Arbitrary<Conditions> {
  const value = fc.oneof(nastyText(20), fc.boolean(), fc.integer());
  return fc.dictionary(
    fc.constantFrom(
      "StringEquals",
      "StringLikeIfExists",
      "ForAnyValue:StringLike",
      "ArnLike",
      "Bool",
      "NumericLessThan",
    ),
    fc.dictionary(
      fc.constantFrom(
        "kms:ViaService",
        "aws:PrincipalOrgID",
        "kms:EncryptionContext:app",
        "aws:MultiFactorAuthPresent",
        "a",
      ),
      fc.oneof(value, fc.array(value, { maxLength: 4 })),
      { maxKeys: 3, noNullPrototype: true },
    ),
    { maxKeys: 3, noNullPrototype: true },
  );
}

function oneOrMore<T>(member: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> {
  return fc.oneof(member, fc.array(member, { minLength: 1, maxLength: 3 }));
}

function verbatim(): fc.Arbitrary<JsonObject> {
  const aws = fc.constantFrom(
    "*",
    "arn:aws:iam::111122223333:role/Admin",
    "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
    "444455556666",
  );
  return fc.record(
    {
      Sid: fc.string({ maxLength: 10 }),
      Effect: fc.constantFrom("Allow", "Deny"),
      Principal: fc.oneof(
        fc.constant("*"),
        fc.record({ AWS: oneOrMore(aws) }),
        fc.record({
          Service: oneOrMore(fc.constant("s3.amazonaws.com")),
          AWS: oneOrMore(aws),
        }),
        fc.constant({ Federated: "cognito-identity.amazonaws.com" }),
        fc.constant({ AWS: { Ref: "AWS::AccountId" } }),
      ),
      Action: oneOrMore(fc.constantFrom(...kmsActionNames, ...actionPatterns)),
      Resource: oneOrMore(fc.constantFrom("*", "arn:aws:kms:*:*:key/x")),
      Condition: conditions(),
    },
    { requiredKeys: ["Effect", "Principal", "Action", "Resource"] },
  );
}
