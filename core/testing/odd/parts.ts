import type {
  DefinedKey,
  Design,
  Grant,
  ImportedIdentity,
  ImportedKey,
  NewIdentity,
  Output,
  ReplicaKey,
  Stack,
  StructuredStatement,
} from "../../design/design.ts";

/** A design for any mode: the tests set `cdk`. */
export type OddDesign = Omit<Design, "cdk">;

/** A design with one key in one stack, and what is odd about it. */
export function odd(parts: Partial<OddDesign>): OddDesign {
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
export const home: Stack = {
  id: "Home",
  parameters: [{ id: "Par", default: "x" }],
};

/** A key that the first stack creates. */
export function key(parts: Partial<DefinedKey> = {}): DefinedKey {
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

/** A replica of it in the other stack. */
export function replica(parts: Partial<ReplicaKey> = {}): ReplicaKey {
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

/** A statement that allows something to {@link admin}. */
export function statement(
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

/** A principal named by its ARN. */
export const admin = {
  id: "Admin",
  kind: "arn",
  arn: "arn:aws:iam::111122223333:role/Admin",
} as const;

/** The service that assumes roles. */
export const lambda = {
  id: "lambda",
  kind: "service",
  service: "lambda.amazonaws.com",
} as const;

/** A key in one stack, and another stack that is odd. */
export function besideHome(other: Partial<Stack>, parts: Partial<OddDesign>) {
  return odd({ stacks: [home, { id: "Other", ...other }], ...parts });
}

/** An account and a Region for the other stack. */
export const elsewhere = { account: "444455556666", region: "eu-west-1" };

/** An output with this value. */
export function show(id: string, value: Output["value"]): Output {
  return { id, value };
}

/** A role that the first stack creates. */
export function role(parts: { readonly stack?: string } = {}): NewIdentity {
  return {
    id: "Role",
    kind: "new-role",
    stack: "Home",
    assumedBy: "lambda",
    ...parts,
  };
}

/** A user, role or group that exists, known to the first stack. */
export function oldIdentity(
  kind: ImportedIdentity["kind"],
  arn: string,
  id = "Old",
): ImportedIdentity {
  return { id, kind, stack: "Home", identity: { arn } };
}

/** A key that exists, known to the first stack. */
export function oldKey(
  arn: string,
  grants: readonly Grant[] = [],
): ImportedKey {
  return {
    id: "Old",
    kind: "imported",
    stack: "Home",
    arn,
    aliases: [],
    grants,
  };
}

/** A grant to decrypt. */
export function decrypt(principal: string): Grant {
  return { principal, permission: "decrypt" };
}
