import type {
  DefinedKey,
  Design,
  Output,
  ReplicaKey,
  Stack,
  StructuredStatement,
} from "../design/design.ts";

/** A design for any mode: the tests set `cdk`. */
export type OddDesign = Omit<Design, "cdk">;

/** A design with one key in one stack, and what is odd about it. */
function odd(parts: Partial<OddDesign>): OddDesign {
  return {
    keywright: 1,
    name: "Odd",
    stacks: [home],
    principals: [],
    keys: [key()],
    ...parts,
  };
}

/** The stack of most keys, with a parameter to use. */
const home: Stack = { id: "Home", parameters: [{ id: "Par", default: "x" }] };

function key(parts: Partial<DefinedKey> = {}): DefinedKey {
  return {
    id: "Key",
    kind: "defined",
    stack: "Home",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
    ...parts,
  };
}

function replica(parts: Partial<ReplicaKey> = {}): ReplicaKey {
  return {
    id: "Replica",
    kind: "replica",
    stack: "Other",
    primary: "Key",
    aliases: [],
    tags: [],
    administrators: [],
    policy: { mode: "amend", statements: [] },
    ...parts,
  };
}

function statement(
  parts: Partial<StructuredStatement> = {},
): StructuredStatement {
  return {
    effect: "Allow",
    principals: ["Admin"],
    actions: ["kms:Decrypt"],
    resources: ["*"],
    ...parts,
  };
}

const admin = {
  id: "Admin",
  kind: "arn",
  arn: "arn:aws:iam::111122223333:role/Admin",
} as const;

const lambda = {
  id: "lambda",
  kind: "service",
  service: "lambda.amazonaws.com",
} as const;

/** A key in one stack, and another stack that is odd. */
function besideHome(other: Partial<Stack>, parts: Partial<OddDesign>) {
  return odd({ stacks: [home, { id: "Other", ...other }], ...parts });
}

const elsewhere = { account: "444455556666", region: "eu-west-1" };

function show(id: string, value: Output["value"]): Output {
  return { id, value };
}

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
};
