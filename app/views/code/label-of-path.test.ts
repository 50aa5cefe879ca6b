import { expect, test } from "vitest";
import { samples } from "../../../core/index.ts";
import { labelOfPath } from "./label-of-path.ts";

const { design } = samples["symmetric-data-key"];

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
  [["keys", 9], "Design"],
])("%j is called %s", (path, label) => {
  expect(labelOfPath(design, path)).toBe(label);
});
