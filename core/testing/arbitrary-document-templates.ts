import fc from "fast-check";

import type {
  Assumptions,
  FoundKey,
  Intrinsic,
  KeptTemplate,
  Overrides,
  Statement,
} from "../design/design.ts";
import { isVerbatim } from "../design/design.ts";
import { statementLists } from "../design/statement-lists.ts";
import { word } from "./arbitrary-document-parts.ts";
import { nastyText } from "./arbitrary-text.ts";

/** Makes records with the prototype that parsed ones have. */
const optional = { requiredKeys: [], noNullPrototype: true };

/** A name of a parameter, resource or condition of a template. */
export const logicalId = fc.constantFrom("Admin", "Bucket", "IsProd", "Role1");

/** An intrinsic function. */
export function intrinsic(): fc.Arbitrary<Intrinsic> {
  return fc.oneof(
    logicalId.map((name) => ({ Ref: name })),
    logicalId.map((name) => ({ "Fn::GetAtt": [name, "Arn"] })),
    fc
      .constantFrom(
        "arn:${AWS::Partition}:iam::${AWS::AccountId}:root",
        "${Env}-x",
      )
      .map((text) => ({ "Fn::Sub": text })),
    fc.tuple(logicalId, nastyText(6)).map(([name, text]) => ({
      "Fn::If": [name, text, { Ref: "AWS::NoValue" }],
    })),
  );
}

/** What is written in place of what settings say. */
export function overrides(): fc.Arbitrary<Overrides> {
  return fc.record(
    {
      Condition: logicalId,
      DependsOn: fc.oneof(logicalId, fc.array(logicalId, { maxLength: 2 })),
      UpdateReplacePolicy: fc.constantFrom("Snapshot", null),
      Properties: fc.dictionary(
        fc.constantFrom("Description", "Enabled", "Tags", "KeySpec"),
        fc.oneof(intrinsic(), fc.constant(null), nastyText(6)),
        { maxKeys: 2, noNullPrototype: true },
      ),
    },
    optional,
  );
}

/** The form that a statement has in a template. */
export function inForms(
  statement: fc.Arbitrary<Statement>,
): fc.Arbitrary<Statement> {
  const forms = fc.record(
    {
      when: fc.record(
        { condition: logicalId, is: fc.boolean() },
        { noNullPrototype: true },
      ),
      lists: fc.subarray([...statementLists], { minLength: 1 }),
    },
    optional,
  );
  return fc
    .tuple(statement, forms, fc.nat({ max: 3 }))
    .map(([one, form, dice]) => {
      if (isVerbatim(one)) return dice === 0 ? { ...one, raw: true } : one;
      return dice === 0 ? { ...one, ...form } : one;
    });
}

/** A template that a stack was imported from, besides its keys. */
export function keptTemplate(): fc.Arbitrary<KeptTemplate> {
  const resource = fc.oneof(
    fc.constant(null),
    fc.record(
      { Type: fc.constant("AWS::S3::Bucket") },
      { noNullPrototype: true },
    ),
  );
  return fc.record(
    {
      rest: fc.record(
        {
          AWSTemplateFormatVersion: fc.constant("2010-09-09"),
          Parameters: fc.dictionary(
            logicalId,
            fc.constant({ Type: "String" }),
            { maxKeys: 2, noNullPrototype: true },
          ),
          Resources: fc.dictionary(logicalId, resource, {
            maxKeys: 3,
            noNullPrototype: true,
          }),
        },
        optional,
      ),
      source: nastyText(20),
      within: fc.array(fc.oneof(word(), fc.nat({ max: 3 })), { maxLength: 2 }),
    },
    { requiredKeys: ["rest"], noNullPrototype: true },
  );
}

/** Values assumed for what only the deployment decides. */
export function assumptions(): fc.Arbitrary<Assumptions> {
  return fc.record(
    {
      parameters: fc.dictionary(
        logicalId,
        fc.oneof(nastyText(6), fc.array(nastyText(6), { maxLength: 2 })),
        { maxKeys: 2, noNullPrototype: true },
      ),
      conditions: fc.dictionary(logicalId, fc.boolean(), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    optional,
  );
}

/** A key as it was found. */
export function foundKey(): fc.Arbitrary<FoundKey> {
  return fc.record(
    {
      description: nastyText(6),
      enabled: fc.boolean(),
      keySpec: fc.constantFrom("RSA_2048", "HMAC_256"),
      enableKeyRotation: fc.boolean(),
      rotationPeriodInDays: fc.integer({ min: 90, max: 2560 }),
      tags: fc.constantFrom([], [{ key: "a", value: "b" }]),
      aliases: fc.constantFrom([], ["alias/a"]),
      policyDocument: fc.constant({ Version: "2012-10-17", Statement: [] }),
    },
    { requiredKeys: ["tags", "aliases"], noNullPrototype: true },
  );
}
