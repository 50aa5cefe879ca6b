import { emptyDesign, newKey, newReplica } from "../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  Grant,
  ImportedAlias,
  ImportedKey,
  Key,
  KeyPolicy,
  LookedUpKey,
  Principal,
  Stack,
  Statement,
} from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";

/**
 * What a rule finds fault with, where, and the same mended: its tests and the examples of its documentation. Where they call
 * functions, a rule has them in one, so that they are in no bundle.
 */
export type Examples = readonly Example[];

/** A design that a rule finds fault with, and the same mended. */
export interface Example {
  readonly bad: ExampleDesign;
  /** Where the rule finds fault, as `printPath` writes it; several where it does so several times. */
  readonly at: string | readonly string[];
  readonly good: ExampleDesign;
}

/** What is special about the design of an example: one key that `App` may use with one statement, less or more what the parts say. */
export interface ExampleDesign {
  /** Statements as AWS writes them, in place of the one for `App`, after the one for the account. */
  readonly json?: readonly JsonObject[];
  /** A whole template in YAML or JSON in place of all else. */
  readonly template?: string;
  readonly key?: Partial<DefinedKey>;
  readonly statement?: Partial<Statement>;
  readonly principal?: Principal;
  readonly stack?: Partial<Stack>;
  /** Parts of the design that take the place of those above. */
  readonly design?: Partial<Design>;
}

const app: Principal = {
  id: "App",
  kind: "arn",
  arn: "arn:aws:iam::111122223333:role/App",
};

/** The design of an example that is not written as AWS writes it. */
export function designOfParts({
  key,
  statement,
  principal,
  stack,
  design: parts,
}: Omit<ExampleDesign, "json" | "template">): Design {
  const empty = emptyDesign("Test");
  return {
    ...empty,
    stacks: [{ id: "Stack", ...stack }],
    principals: [principal ?? app],
    keys: [
      {
        ...newKey(empty),
        stack: "Stack",
        policy: {
          mode: "amend",
          statements: [statementOf(statement, principal?.id ?? app.id)],
        },
        ...key,
      },
    ],
    ...parts,
  };
}

function statementOf(
  parts: Partial<Statement> | undefined,
  principal: string,
): Statement {
  if (parts !== undefined && "verbatim" in parts && parts.verbatim)
    return { ...parts, verbatim: parts.verbatim };
  return {
    effect: "Allow",
    principals: [principal],
    actions: ["kms:Decrypt"],
    resources: ["*"],
    ...parts,
  };
}

/** The place of the one statement of an example. */
export const statement0 = "keys[0].policy.statements[0]";

export const keyArn = "arn:aws:kms:us-east-1:111122223333:key/k";
export const someRole = "arn:aws:iam::111122223333:role/Other";

export const east: Stack = {
  id: "Stack",
  account: "111122223333",
  region: "us-east-1",
};
export const west: Stack = { ...east, id: "West", region: "us-west-2" };

export const importedRole: Principal = {
  id: "App",
  kind: "imported-role",
  stack: "Stack",
  identity: { name: "App" },
};

/** A principal with this ARN. */
export const arn = (text: string): ExampleDesign => ({
  principal: { id: "App", kind: "arn", arn: text },
});

/** So many tags. */
export const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `k${index}`,
    value: "v",
  }));

/** A policy with one statement as it is written, in place of the default one. */
export const replacedBy = (verbatim: JsonObject): KeyPolicy => ({
  mode: "replace",
  statements: [{ verbatim: { Effect: "Allow", Resource: "*", ...verbatim } }],
});

/** `App` is granted to decrypt, and the policy that replaces the default lets it do this. */
export const grantedInReplaced = (action: string): ExampleDesign => ({
  principal: importedRole,
  key: {
    grants: [{ principal: "App", permission: "decrypt" }],
    policy: {
      mode: "replace",
      statements: [
        {
          effect: "Allow",
          principals: ["App"],
          actions: [action],
          resources: ["*"],
        },
      ],
    },
  },
});

/** A design with one key that exists already. */
export function existing(
  key:
    | Omit<ImportedKey, "id" | "stack" | "aliases">
    | Omit<ImportedAlias, "id" | "stack" | "aliases">
    | Omit<LookedUpKey, "id" | "stack" | "aliases">,
  more: Partial<Design> = {},
): ExampleDesign {
  return {
    design: {
      stacks: [east],
      keys: [{ id: "Key", stack: "Stack", aliases: [], ...key }],
      ...more,
    },
  };
}

/** A grant on a key to a principal. */
export function granted(
  permission: Grant["permission"],
  principal: Principal = app,
  stack: Stack = east,
): ExampleDesign {
  return {
    key: { grants: [{ principal: principal.id, permission }] },
    principal,
    stack,
  };
}

/** An alias of its own in another stack than the key. */
export function aliasIn(stack: Stack): Partial<Design> {
  return {
    stacks: [east, stack],
    aliases: [{ id: "A", stack: stack.id, name: "alias/a", key: "Key" }],
  };
}

/** A key with a replica in another stack. */
export function replicaIn(
  stack: Stack,
  primary: Partial<DefinedKey>,
): ExampleDesign {
  const design = designOfParts({ key: primary, stack: east });
  const replica: Key = {
    ...newReplica(design, newKey(design), stack.id),
    id: "Replica",
    primary: "Key",
  };
  return {
    design: {
      stacks: [east, stack],
      keys: [...design.keys, replica],
    },
  };
}
