import { expect, test } from "vitest";
import { samples, type Design } from "../../../core/index.ts";
import { labelOfPath } from "./label-of-path.ts";

const sample = samples["symmetric-data-key"].design;
const [stack] = sample.stacks;
const design: Design = {
  ...sample,
  stacks: stack
    ? [
        {
          ...stack,
          parameters: [{ id: "Stage" }],
          outputs: [{ id: "Note", value: { text: "note" } }],
        },
      ]
    : [],
  aliases: [
    {
      id: "Reports",
      stack: stack?.id ?? "",
      name: "alias/reports",
      key: "PaymentsKey",
    },
  ],
};

test.each([
  [["keys", 0], "PaymentsKey"],
  [["keys", 0, "keySpec"], "Key spec"],
  [["keys", 0, "aliases", 0], "alias/payments/data"],
  [["keys", 0, "administrators", 1], "SecurityOps"],
  [
    ["keys", 0, "policy", "statements", 0, "actions"],
    "Statement PaymentsApiUse",
  ],
  [["stacks", 0, "region"], "Stack PaymentsKeys"],
  [["principals", 0], "KeyAdmins"],
  [["stacks", 0, "outputs", 0, "value"], "Output Note"],
  [["stacks", 0, "parameters", 0], "Parameter Stage"],
  [["stacks", 0, "tags", 0], "Stack PaymentsKeys"],
  [["aliases", 0, "name"], "Reports"],
  [["cdk", "flags"], "Design settings"],
  [["settings", "account"], "Organization and accounts"],
  [["keys", 9], "Design"],
])("%j is called %s", (path, label) => {
  expect(labelOfPath(design, path)).toBe(label);
});
