import type { ConditionKeyRow } from "./row.ts";

/** The tag keys that AWS KMS lists among its own condition keys. */
export const tagConditionKeys = {
  "aws:RequestTag/${TagKey}": {
    type: "String",
    multiValued: false,
    actions: "as-listed",
    allowedValues: null,
    usableInKeyPolicy: true,
    deprecated: false,
    summary: "Value of a tag in the request.",
    source: ["iamData", "kmsGuideConditions"],
  },
  "aws:ResourceTag/${TagKey}": {
    type: "String",
    multiValued: false,
    actions: "every-key-action",
    allowedValues: null,
    usableInKeyPolicy: true,
    deprecated: false,
    summary: "Value of a tag on the KMS key.",
    source: ["iamData", "kmsGuideConditions"],
  },
  "aws:TagKeys": {
    type: "String",
    multiValued: true,
    actions: "as-listed",
    allowedValues: null,
    usableInKeyPolicy: true,
    deprecated: false,
    summary: "Tag keys in the request.",
    source: ["iamData", "kmsGuideConditions"],
  },
} as const satisfies Record<string, ConditionKeyRow>;
