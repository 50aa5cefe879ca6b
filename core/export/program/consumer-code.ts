import type { Consumer } from "../../design/design.ts";
import type { ConsumerKind } from "../../design/consumer-kinds.ts";
import type { Path } from "../../problem/problem.ts";
import { lambdaCode } from "../../synth/consumer-resources.ts";
import type { Expression } from "./expression.ts";
import {
  constant,
  create,
  literal,
  map,
  staticCall,
  struct,
  typeIn,
} from "./expressions.ts";
import type { OptionalProperty } from "./expressions.ts";
import type { ModuleName } from "./modules.ts";
import type { Place } from "./place.ts";
import { scopeAndId } from "./values.ts";

interface ConsumerConstruct {
  readonly module: ModuleName;
  readonly type: string;
  /** The property that takes the key. */
  readonly key: string;
  /** What the construct must have besides, or would not use the key without. */
  readonly before?: (place: Place) => readonly OptionalProperty[];
  readonly after?: (place: Place) => readonly OptionalProperty[];
}

/** The construct of each kind of consumer, with its reference to the key and no more than that needs. */
const constructs: Readonly<Record<ConsumerKind, ConsumerConstruct>> = {
  bucket: {
    module: "s3",
    type: "Bucket",
    key: "encryptionKey",
    before: () => [
      ["encryption", constant(typeIn("s3", "BucketEncryption"), "KMS")],
    ],
  },
  trail: { module: "cloudtrail", type: "Trail", key: "encryptionKey" },
  "log-group": { module: "logs", type: "LogGroup", key: "encryptionKey" },
  topic: { module: "sns", type: "Topic", key: "masterKey" },
  queue: { module: "sqs", type: "Queue", key: "encryptionMasterKey" },
  function: {
    module: "lambda",
    type: "Function",
    key: "environmentEncryption",
    before: functionProps,
    after: () => [["environment", environment()]],
  },
  table: {
    module: "dynamodb",
    type: "Table",
    key: "encryptionKey",
    before: tableProps,
  },
  secret: { module: "secretsmanager", type: "Secret", key: "encryptionKey" },
};

/** Creates a resource that uses a key. */
export function addConsumer(
  consumer: Consumer,
  path: Path,
  place: Place,
): void {
  const { kind, key } = consumer;
  const { module, type, key: property, before, after } = constructs[kind];
  place.do(
    create(typeIn(module, type), scopeAndId(consumer, path), [
      ...(before?.(place) ?? []),
      [property, place.keyInterface(key), [...path, "key"]],
      ...(after?.(place) ?? []),
    ]),
    [path],
  );
}

/** The CDK's names for the runtimes of the functions that we write. */
const runtimes = { v1: "NODEJS_14_X", v2: "NODEJS_22_X" } as const;

function functionProps({ line }: Place): readonly OptionalProperty[] {
  return [
    ["runtime", constant(typeIn("lambda", "Runtime"), runtimes[line])],
    ["handler", literal(lambdaCode.handler)],
    [
      "code",
      staticCall(typeIn("lambda", "Code"), "fromInline", [
        literal(lambdaCode.source),
      ]),
    ],
  ];
}

function environment(): Expression {
  return map(
    Object.entries(lambdaCode.environment).map(([name, value]) => [
      name,
      literal(value),
    ]),
    true,
  );
}

function tableProps(): readonly OptionalProperty[] {
  return [
    [
      "partitionKey",
      struct(typeIn("dynamodb", "Attribute"), [
        ["name", literal("pk")],
        ["type", constant(typeIn("dynamodb", "AttributeType"), "STRING")],
      ]),
    ],
    [
      "encryption",
      constant(typeIn("dynamodb", "TableEncryption"), "CUSTOMER_MANAGED"),
    ],
  ];
}
