import { samples, type Design } from "../../core/index.ts";
import { definedKeys } from "../defined-keys.ts";
import { expect } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { PartDialog } from "../pages/part-dialog.ts";
import { PartSettings } from "../pages/part-settings.ts";
import type { View } from "./views.ts";

const { design } = samples["symmetric-data-key"];
const [dataKey] = definedKeys(design);
const home = design.stacks[0]?.id ?? "";
const existing = { stack: "Other", aliases: ["alias/more"] };

/** A design with a part of every kind, and something wrong with each stack. */
const everyKind: Design = {
  ...design,
  name: "Every kind",
  stacks: [
    ...design.stacks.map((stack) => ({
      ...stack,
      parameters: [{ id: "Stage", default: "prod" }],
      outputs: [
        { id: "Note", value: { text: "${Stage}" } },
        ...(dataKey
          ? [
              {
                id: "KeyArn",
                value: { key: dataKey.id, attribute: "arn" as const },
                exportName: "data-key",
              },
            ]
          : []),
      ],
    })),
    { id: "Other", account: "111122223333", dependencies: [home] },
  ],
  keys: dataKey
    ? [
        { ...dataKey, multiRegion: true },
        {
          id: "Copy",
          kind: "replica",
          stack: "Other",
          primary: dataKey.id,
          aliases: [],
          tags: [],
          administrators: [],
          policy: { mode: "amend", statements: [] },
        },
        {
          id: "Old",
          kind: "imported",
          arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          ...existing,
        },
        {
          id: "Managed",
          kind: "imported-alias",
          alias: "alias/aws/s3",
          ...existing,
        },
        {
          id: "Found",
          kind: "looked-up",
          alias: "alias/found",
          ...existing,
        },
      ]
    : [],
  aliases: [
    {
      id: "Reports",
      stack: "Other",
      name: "alias/reports",
      key: dataKey?.id ?? "",
    },
  ],
  consumers: [
    { id: "Records", kind: "log-group", stack: "Other", key: "Copy" },
  ],
};

/** The key policy names a role of the other stack, which may use the key. */
export const circle: Design = {
  ...samples["demo-sharing"].design,
  cdk: { line: "v1" },
  principals: [
    { id: "Lambda", kind: "service", service: "lambda.amazonaws.com" },
    { id: "MyRole", kind: "new-role", stack: "UseStack", assumedBy: "Lambda" },
  ],
  keys: samples["demo-sharing"].design.keys.map((key) => ({
    ...key,
    grants: [{ principal: "MyRole", permission: "decrypt" }],
  })),
};

/** Opens the design and chooses a row of its outline. */
function rowOf(name: RegExp): View {
  return {
    open: async (designer) => {
      await designer.openDesign(everyKind);
      await rowNamed(designer, name).click();
    },
    pane: "Key",
  };
}

function rowNamed({ outline }: Designer, name: RegExp) {
  return outline.region.getByRole("button", { name }).first();
}

/** Opens the menu of a row and chooses from it. */
function dialogOf(
  row: RegExp,
  name: string,
  item: "Rename" | "Delete" | "Move to stack",
): View {
  return {
    open: async (designer) => {
      await designer.openDesign(everyKind);
      await rowNamed(designer, row).click();
      await designer.outline.choose(name, item);
      await expect(designer.page.getByRole("dialog")).toBeVisible();
    },
  };
}

/** The views of what a design has besides its keys. */
export const partViews: Readonly<Record<string, View>> = {
  "the outline with a part of every kind": {
    open: async (designer) => {
      await designer.openDesign(everyKind);
      await rowNamed(designer, /^Outputs/).click();
    },
    pane: "Design",
  },
  "the settings of a replica": rowOf(/^Copy/),
  "the replicas of a key": rowOf(new RegExp(`^${dataKey?.id ?? ""}`)),
  "the settings of an imported key": rowOf(/^Old/),
  "the settings of an imported alias": rowOf(/^Managed/),
  "the settings of a looked-up key": rowOf(/^Found/),
  "the settings of a stack": rowOf(new RegExp(`^Stack ${home}`)),
  "the settings of a stack with problems": rowOf(/^Stack Other/),
  "the settings of a separate alias": rowOf(/^Alias Reports/),
  "the settings of a resource": rowOf(/^Records/),
  "the settings of a stack in a cycle": {
    open: async (designer) => {
      await designer.openDesign(circle);
      await rowNamed(designer, /^Stack UseStack/).click();
      await designer.problems.expand.click();
    },
    pane: "Key",
  },
  "the settings of the design": rowOf(/^Design settings/),
  "the organization and the accounts": rowOf(/^Organization and accounts/),
  "the organization and the accounts with what is malformed": {
    open: async (designer) => {
      await designer.openDesign({
        ...everyKind,
        settings: { organization: { id: "o-a1b2c3d4e5" } },
      });
      await rowNamed(designer, /^Organization and accounts/).click();
      const pane = new PartSettings(designer.page, "Organization and accounts");
      await pane.field("Account").fill("1111");
      await pane.field("Accounts in the organization").fill("1111\n2222");
      await pane.field("Deployer").fill("arn:aws:iam::1:role/*");
    },
    pane: "Key",
  },
  "the window that renames a key, with what changes": {
    open: async (designer) => {
      await dialogOf(/^PaymentsKey/, "PaymentsKey", "Rename").open(designer);
      await new PartDialog(designer.page, "Rename key").field.fill("Another");
    },
  },
  "the window that moves a key": dialogOf(
    /^PaymentsKey/,
    "PaymentsKey",
    "Move to stack",
  ),
  "the window that deletes a stack": dialogOf(/^Stack/, home, "Delete"),
  "the window that imports a key": {
    open: async (designer) => {
      await designer.openDesign(everyKind);
      await designer.outline.addFromMenu("Import key by ARN");
      const window = new PartDialog(designer.page, "Import key by ARN");
      await window.field.fill("arn:aws:kms:here");
    },
  },
  "the menu of what can be added": {
    open: async (designer) => {
      await designer.openDesign(everyKind);
      await designer.outline.add.click();
      await expect(designer.outline.menuItem("S3 bucket")).toBeVisible();
    },
  },
};
