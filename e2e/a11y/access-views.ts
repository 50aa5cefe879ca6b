import { samples, type Design } from "../../core/index.ts";
import { definedKeys } from "../defined-keys.ts";
import { expect } from "../fixtures.ts";
import { Access } from "../pages/access.ts";
import type { Designer } from "../pages/designer.ts";
import type { View } from "./views.ts";

const { design } = samples["symmetric-data-key"];
const [key] = definedKeys(design);

/** A design whose matrix has every state. */
const varied: Design = {
  ...design,
  stacks: design.stacks.map((stack) => ({ ...stack, account: "111122223333" })),
  principals: [
    ...design.principals,
    {
      id: "Analytics-with-a-long-name-of-its-own",
      kind: "arn",
      arn: "arn:aws:iam::444455556666:role/a/long/path/Analytics",
    },
    { id: "Organization", kind: "organization", organization: "o-a1b2c3d4e5" },
    { id: "Logs", kind: "service", service: "logs.eu-west-1.amazonaws.com" },
  ],
  keys: key
    ? [
        {
          ...key,
          policy: {
            ...key.policy,
            statements: [
              ...key.policy.statements,
              {
                effect: "Allow",
                principals: ["Analytics-with-a-long-name-of-its-own", "Logs"],
                actions: ["kms:Decrypt"],
                resources: ["*"],
              },
              {
                effect: "Allow",
                principals: ["Organization"],
                actions: ["kms:Encrypt"],
                resources: ["*"],
              },
              {
                effect: "Deny",
                principals: ["KeyAdmins"],
                actions: ["kms:Decrypt"],
                resources: ["*"],
              },
            ],
          },
        },
      ]
    : [],
};

async function openAccess(designer: Designer): Promise<Access> {
  const access = new Access(designer.page);
  await designer.openDesign(varied);
  await access.tab.click();
  await expect(access.proven).toBeVisible();
  return access;
}

/** Who can do what, and why. */
export const accessViews: Readonly<Record<string, View>> = {
  Access: {
    open: async (designer) => {
      const access = await openAccess(designer);
      await access.proven.click();
    },
    pane: "Key",
  },
  "Access with a cell that is explained": {
    open: async (designer) => {
      const access = await openAccess(designer);
      await access.cell("PaymentsApi", "Decrypt").click();
      await expect(access.makeBinding).toBeVisible();
    },
    pane: "Key",
  },
  "Access with open columns and a condition to be": {
    open: async (designer) => {
      const access = await openAccess(designer);
      await access.head("Administer").click();
      await access.cell("KeyAdmins", "Data keys").click();
      await access.setting("Allow if").click();
      await access.whyButton("With MFA").click();
    },
    pane: "Key",
  },
};
