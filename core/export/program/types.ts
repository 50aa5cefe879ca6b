import type { Key, Principal } from "../../design/design.ts";
import type { TypeName } from "./expression.ts";
import { typeIn } from "./expressions.ts";

/** The type that a part of a design is declared with, and the one that other stacks ask for. */
export interface PartTypes {
  readonly type: TypeName;
  readonly takenAs: TypeName;
}

function types(
  module: "cdk" | "iam" | "kms",
  name: string,
  takenAs = name,
): PartTypes {
  return { type: typeIn(module, name), takenAs: typeIn(module, takenAs) };
}

/** The types of keys. */
export const keyTypes: Readonly<Record<Key["kind"], PartTypes>> = {
  defined: types("kms", "Key", "IKey"),
  replica: types("kms", "CfnReplicaKey"),
  imported: types("kms", "IKey"),
  "imported-alias": types("kms", "IAlias"),
  "looked-up": types("kms", "IKey"),
};

/** The kinds of principals that are constructs of a stack. */
export type IdentityKind = Extract<Principal, { stack: string }>["kind"];

/** The types of users, roles and groups. */
export const identityTypes: Readonly<Record<IdentityKind, PartTypes>> = {
  "new-role": types("iam", "Role", "IRole"),
  "new-user": types("iam", "User", "IUser"),
  "new-group": types("iam", "Group", "IGroup"),
  "imported-role": types("iam", "IRole"),
  "imported-user": types("iam", "IUser"),
  "imported-group": types("iam", "IGroup"),
};

/** The types of the other parts. */
export const partTypes = {
  parameter: types("cdk", "CfnParameter"),
  principal: types("iam", "IPrincipal"),
  alias: types("kms", "Alias", "IAlias"),
  cfnAlias: types("kms", "CfnAlias"),
  cfnKey: types("kms", "CfnKey"),
} as const;
