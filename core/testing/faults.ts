import type {
  DefinedKey,
  Design,
  Statement,
  StructuredStatement,
} from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";

/** Mistakes that the real CDK refuses, each as what it does to a design that was right. */
export const faults: Readonly<Record<string, (design: Design) => Design>> = {
  "pending window too short": onKey({ pendingWindowInDays: 6 }),
  "pending window too long": onKey({ pendingWindowInDays: 31 }),
  "rotation period too short": onKey({
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    enableKeyRotation: true,
    rotationPeriodInDays: 89,
  }),
  "rotation period too long": onKey({
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    enableKeyRotation: true,
    rotationPeriodInDays: 2561,
  }),
  "rotation period without rotation": onKey({
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    enableKeyRotation: false,
    rotationPeriodInDays: 90,
  }),
  "rotation of an HMAC key": onKey({
    keySpec: "HMAC_256",
    keyUsage: "GENERATE_VERIFY_MAC",
    enableKeyRotation: true,
  }),
  "usage of another spec": onKey({
    keySpec: "RSA_2048",
    keyUsage: "KEY_AGREEMENT",
  }),
  "a spec the CDK does not have": onKey({ keySpec: "ML_KEM_768" }),
  "a long description": onKey({ description: "x".repeat(8193) }),
  "an alias without name": onKey({ aliases: ["alias/"] }),
  "an empty alias": onKey({ aliases: [""] }),
  "a reserved alias": onKey({ aliases: ["AWS/mine"] }),
  "a long alias": onKey({ aliases: [`alias/${"x".repeat(251)}`] }),
  "an alias with a space": onKey({ aliases: ["alias/a b"] }),
  "an alias twice": onKey({ aliases: ["alias/zz", "zz"] }),
  "a pseudo parameter in a later alias": onKey({
    aliases: ["alias/zz", "alias/${AWS::StackName}"],
  }),
  "a bad beginning of an alias": onKey({ aliases: ["a b${AWS::StackName}"] }),
  "a reserved alias with a pseudo parameter": onKey({
    aliases: ["alias/aws/${AWS::StackName}"],
  }),
  "a key named like a method of every object": onKey({ id: "toString" }),
  "two keys that are one construct": (design) => ({
    ...design,
    keys: [plain(design, "a/b"), plain(design, "a--b")],
  }),
  "more than 500 resources": (design) => ({
    ...design,
    keys: Array.from({ length: 501 }, (_, index) => plain(design, `k${index}`)),
  }),
  "no keys": (design) => ({ ...design, keys: [] }),
  "a stack name with an underscore": onStack("my_stack"),
  "a stack name that begins with a digit": onStack("1stack"),
  "no action": withStatement({ actions: [] }),
  "no principal": withStatement({ principals: [] }),
  "no resource": withStatement({ resources: [] }),
  "actions and their opposite": withStatement({ notActions: ["kms:Sign"] }),
  "principals and their opposite": withStatement({ notPrincipals: ["Zoe"] }),
  "resources and their opposite": withStatement({ notResources: ["x"] }),
  "an action without service": withStatement({ actions: ["Decrypt"] }),
  "an action with a space": withStatement({ actions: ["kms:De crypt"] }),
  "an action with a question mark": withStatement({ actions: ["kms:Sig?"] }),
  'the principal "*" beside another': withStatement({
    principals: ["Zoe", "Star"],
  }),
  "JSON without action": withJson({ Action: [] }),
  "JSON with an action that is a number": withJson({ Action: 7 }),
  "JSON with a wrong action": withJson({ Action: "Decrypt" }),
  "JSON with both actions": withJson({ NotAction: "kms:Sign" }),
  "JSON without resource": withJson({ Resource: [] }),
  "JSON with a resource that is an object": withJson({
    Resource: { Ref: "AWS::Region" },
  }),
  "JSON with a condition that is a text": withJson({
    Condition: { StringEquals: "x" },
  }),
};

function onKey(settings: Partial<DefinedKey>): (design: Design) => Design {
  return (design) => ({
    ...design,
    keys: [{ ...plain(design, "Faulty"), ...settings }],
  });
}

function onStack(id: string): (design: Design) => Design {
  return (design) => ({
    ...design,
    stacks: design.stacks.map((stack) => ({ ...stack, id })),
    keys: design.keys.map((key) => ({ ...key, stack: id })),
  });
}

function withStatement(
  parts: Partial<StructuredStatement>,
): (design: Design) => Design {
  return withOwn({
    effect: "Allow",
    principals: ["Zoe"],
    actions: ["kms:Decrypt"],
    resources: ["*"],
    ...parts,
  });
}

function withJson(parts: JsonObject): (design: Design) => Design {
  return withOwn({
    verbatim: {
      Effect: "Allow",
      Principal: "*",
      Action: "kms:Decrypt",
      Resource: "*",
      ...parts,
    },
  });
}

/** Adds a statement, and the principals that the faults name. */
function withOwn(statement: Statement): (design: Design) => Design {
  return (design) => ({
    ...design,
    principals: [
      ...design.principals.filter(({ id }) => id !== "Zoe" && id !== "Star"),
      { id: "Zoe", kind: "arn", arn: "arn:aws:iam::111122223333:role/Zoe" },
      { id: "Star", kind: "star" },
    ],
    keys: [
      {
        ...plain(design, "Faulty"),
        policy: { mode: "replace", statements: [statement] },
      },
    ],
  });
}

function plain(design: Design, id: string): DefinedKey {
  return {
    id,
    kind: "defined",
    stack: design.stacks[0]?.id ?? "",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
  };
}
