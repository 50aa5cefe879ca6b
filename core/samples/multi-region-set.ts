import type { Key, Stack } from "../design/design.ts";
import { designWith, role } from "./parts.ts";
import type { Sample } from "./sample.ts";

const account = "111122223333";
const alias = "alias/catalog";
const policyId = "catalog-key";

const primary: Stack = { id: "CatalogIreland", account, region: "eu-west-1" };
const others: readonly Stack[] = [
  { id: "CatalogFrankfurt", account, region: "eu-central-1" },
  { id: "CatalogVirginia", account, region: "us-east-1" },
];

const { principals, keys, ...rest } = designWith("Catalog", primary.id, {
  principals: [role("KeyAdmins")],
  keys: [
    {
      id: "CatalogKey",
      description: "Encrypts the catalog in every Region",
      multiRegion: true,
      enableKeyRotation: true,
      aliases: [alias],
      administrators: ["KeyAdmins"],
      policy: { mode: "amend", id: policyId, statements: [] },
    },
  ],
});

/** A key with the same material in three Regions. */
export const multiRegionSet: Sample = {
  title: "Multi-Region key in three Regions",
  summary:
    "A primary key and two replicas, each in the stack of its Region, under one alias and one policy.",
  kind: "template",
  steps: [],
  design: {
    ...rest,
    stacks: [primary, ...others],
    principals,
    keys: [
      ...keys,
      ...others.map(({ id }): Key => ({
        id: `${id}Key`,
        kind: "replica",
        stack: id,
        primary: "CatalogKey",
        description: "Encrypts the catalog in every Region",
        aliases: [alias],
        tags: [],
        administrators: ["KeyAdmins"],
        policy: { mode: "amend", id: policyId, statements: [] },
      })),
    ],
  },
};
