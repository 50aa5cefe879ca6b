import {
  admin,
  besideHome,
  elsewhere,
  home,
  key,
  lambda,
  odd,
  replica,
  show,
  statement,
} from "./odd/parts.ts";
import type { OddDesign } from "./odd/parts.ts";
import { arns } from "./odd/arns.ts";
import { rolePolicies } from "./odd/role-policies.ts";

export type { OddDesign } from "./odd/parts.ts";

/** Where a text with a parameter can stand. */
const parameterPlaces: Readonly<Record<string, OddDesign>> = {
  "a parameter in the description of an output": odd({
    stacks: [
      {
        ...home,
        outputs: [{ ...show("Out", { text: "x" }), description: "of ${Par}" }],
      },
    ],
  }),
  "a pseudo parameter in the id of a policy": odd({
    keys: [
      key({
        policy: { mode: "amend", id: "in-${AWS::Region}", statements: [] },
      }),
    ],
  }),
  "a parameter of another stack in the id of a policy": besideHome(
    {},
    {
      keys: [
        key(),
        key({
          id: "Second",
          stack: "Other",
          policy: { mode: "amend", id: "of-${Par}", statements: [] },
        }),
      ],
    },
  ),
  "a parameter of another stack in a Sid": besideHome(
    {},
    {
      principals: [admin],
      keys: [
        key(),
        key({
          id: "Second",
          stack: "Other",
          policy: {
            mode: "amend",
            statements: [statement({ sid: "Of${Par}" })],
          },
        }),
      ],
    },
  ),
  "a parameter of another stack in the name of a user": besideHome(
    {},
    {
      principals: [
        {
          id: "User",
          kind: "new-user",
          stack: "Other",
          physicalName: { name: "of-${Par}" },
        },
      ],
    },
  ),
  "a role named by a parameter, in another account": besideHome(elsewhere, {
    principals: [
      lambda,
      {
        id: "Role",
        kind: "new-role",
        stack: "Other",
        assumedBy: "lambda",
        physicalName: { name: "of-${Par}" },
      },
    ],
    keys: [key({ grants: [{ principal: "Role", permission: "decrypt" }] })],
  }),
  "a parameter in a tag that a later one replaces": besideHome(
    {},
    {
      keys: [
        key(),
        key({
          id: "Second",
          stack: "Other",
          tags: [
            { key: "a", value: "${Par}" },
            { key: "a", value: "b" },
          ],
        }),
      ],
    },
  ),
  "a parameter in a tag of a replica that a later one replaces": besideHome(
    {},
    {
      keys: [
        key({ multiRegion: true }),
        replica({
          tags: [
            { key: "a", value: "${Par}" },
            { key: "a", value: "b" },
          ],
        }),
      ],
    },
  ),
};

/** Outputs that show an alias. */
const shownAliases: Readonly<Record<string, OddDesign>> = {
  "the alias of a key without one": odd({
    stacks: [
      {
        ...home,
        outputs: [show("Out", { key: "Key", attribute: "alias-arn" })],
      },
    ],
  }),
  "an alias that only another key adds": odd({
    stacks: [
      {
        ...home,
        outputs: [show("Out", { key: "Key", attribute: "alias-name" })],
      },
    ],
    keys: [
      key(),
      {
        id: "Known",
        kind: "imported-alias",
        stack: "Home",
        alias: "alias/known",
        target: "Key",
        aliases: ["alias/more"],
      },
    ],
  }),
  "an alias of another account that is named by a parameter": besideHome(
    {
      ...elsewhere,
      outputs: [
        show("Name", { key: "Key", attribute: "alias-name" }),
        show("Arn", { alias: "Alias", attribute: "arn" }),
      ],
    },
    {
      keys: [key({ aliases: ["alias/${Par}"] })],
      aliases: [
        { id: "Alias", stack: "Home", name: "alias/a${Par}", key: "Key" },
        { id: "Fill", stack: "Other", name: "alias/b", key: "Key" },
      ],
    },
  ),
  "an alias of another account": besideHome(
    {
      ...elsewhere,
      outputs: [
        show("Name", { key: "Key", attribute: "alias-name" }),
        show("Arn", { key: "Key", attribute: "alias-arn" }),
      ],
    },
    {
      stacks: [
        { ...home, account: "111122223333", region: "eu-west-1" },
        {
          id: "Other",
          ...elsewhere,
          outputs: [
            show("Name", { key: "Key", attribute: "alias-name" }),
            show("Arn", { key: "Key", attribute: "alias-arn" }),
          ],
        },
      ],
      keys: [key({ aliases: ["alias/a", "alias/b"] })],
      aliases: [{ id: "Fill", stack: "Other", name: "alias/b", key: "Key" }],
    },
  ),
};

/**
 * Designs that say what random ones hardly ever say, each by what is odd about it.
 * The real CDK takes some of them and refuses others.
 */
export const oddDesigns: Readonly<Record<string, OddDesign>> = {
  ...parameterPlaces,
  ...shownAliases,
  ...arns,
  ...rolePolicies,
};
