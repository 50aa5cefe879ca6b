import { effectiveKey } from "../design/defaults.ts";
import { designWith, onKey, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

/** From a bare key to one that a team can live with. */
export const demoFirstKey: Sample = {
  title: "Demo: from a bare key to a template",
  summary:
    "Give a new key rotation, a name, an administrator and a statement, and read the code grow.",
  kind: "demo",
  design: designWith("First key", "FirstStack", {
    principals: [role("KeyAdmins"), role("App")],
    keys: [{ id: "DataKey" }],
  }),
  steps: [
    {
      text: "In Settings, turn on Automatic rotation and set the rotation period to 180 days.",
      isDone: onKey(
        (key) =>
          effectiveKey(key).enableKeyRotation &&
          key.rotationPeriodInDays === 180,
      ),
    },
    {
      text: "Add the alias alias/app/data.",
      isDone: onKey((key) => key.aliases.includes("alias/app/data")),
    },
    {
      text: "Add KeyAdmins to the Administrators.",
      isDone: onKey((key) => key.administrators.includes("KeyAdmins")),
    },
    {
      text: "In Policy, add a statement that lets App do kms:Decrypt.",
      isDone: onKey((key) =>
        key.policy.statements.some(
          (statement) =>
            !("verbatim" in statement) &&
            statement.principals?.includes("App") === true &&
            statement.actions?.includes("kms:Decrypt") === true,
        ),
      ),
    },
  ],
  end: "The CloudFormation template and the CDK program hold a rotating key with an alias, an administrator and a user.",
};
