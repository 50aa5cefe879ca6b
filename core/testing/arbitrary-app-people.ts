import fc from "fast-check";

import type {
  Conditions,
  PhysicalName,
  Principal,
  Stack,
} from "../design/design.ts";
import { accounts } from "./arbitrary-app-stacks.ts";
import { conditions } from "./arbitrary-statement.ts";

/** What is random in the principals of an app; each of them takes its own place of a list. */
interface Wish {
  readonly stacks: readonly string[];
  readonly names: readonly (PhysicalName | undefined)[];
  readonly accounts: readonly string[];
  readonly isImmutable: readonly boolean[];
  readonly byName: boolean;
  readonly isParameter: boolean;
  readonly conditions: Conditions;
}

/** Principals of every kind, their identities in any of the stacks. */
export function principals(
  homes: readonly Stack[],
): fc.Arbitrary<readonly Principal[]> {
  const parameter = homes[0]?.parameters?.[0]?.id;
  return wishes(homes.map(({ id }) => id)).map((wish) => [
    ...outsiders(
      wish,
      wish.isParameter && parameter !== undefined
        ? `\${${parameter}}`
        : accountOf(wish, 5),
    ),
    ...derived(wish),
    ...newIdentities(wish),
    ...importedIdentities(wish),
  ]);
}

function wishes(stackIds: readonly string[]): fc.Arbitrary<Wish> {
  // Mostly in the last stack, while keys are mostly in the first.
  const home = fc.constantFrom(...stackIds, stackIds.at(-1) ?? "");
  const name = fc.constantFrom<PhysicalName | undefined>(
    undefined,
    "generate",
    "generate",
    { name: "its-name" },
  );
  const account = fc.constantFrom(...accounts);
  return fc.record({
    stacks: fc.array(home, { minLength: 12, maxLength: 12 }),
    names: fc.array(name, { minLength: 6, maxLength: 6 }),
    accounts: fc.array(account, { minLength: 6, maxLength: 6 }),
    isImmutable: fc.array(fc.constantFrom(true, true, false), {
      minLength: 2,
      maxLength: 2,
    }),
    byName: fc.constantFrom(true, false, false),
    isParameter: fc.boolean(),
    conditions: conditions().filter((all) => Object.keys(all).length > 0),
  });
}

function accountOf(wish: Wish, index: number): string {
  return wish.accounts[index] ?? "";
}

function arnIn(account: string, resource: string): string {
  return `arn:aws:iam::${account}:${resource}`;
}

/** The principals that stand in no stack and name no other. */
function outsiders(wish: Wish, accountOfArn: string): readonly Principal[] {
  return [
    { id: "lambda", kind: "service", service: "lambda.amazonaws.com" },
    { id: "logs", kind: "service", service: "logs.amazonaws.com" },
    { id: "ec2", kind: "service", service: "ec2.amazonaws.com" },
    { id: "Root", kind: "account-root" },
    { id: "Account", kind: "account", account: accountOf(wish, 0) },
    { id: "Arn", kind: "arn", arn: arnIn(accountOfArn, "role/path/Admin") },
    { id: "Any", kind: "any" },
    { id: "Star", kind: "star" },
    { id: "Org", kind: "organization", organization: "o-a1b2c3d4e5" },
    {
      id: "Unit",
      kind: "organizational-unit",
      paths: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"],
    },
    {
      id: "Saml",
      kind: "federated",
      provider: arnIn(accountOf(wish, 1), "saml-provider/Idp"),
      conditions: { StringEquals: { "SAML:aud": "x" } },
    },
    {
      id: "Web",
      kind: "web-identity",
      provider: "accounts.google.com",
      conditions: { StringEquals: { "accounts.google.com:aud": "y" } },
    },
    { id: "Canonical", kind: "canonical-user", canonicalUser: "79a59df9" },
  ];
}

/** The principals that are made of others. */
function derived(wish: Wish): readonly Principal[] {
  return [
    {
      id: "Both",
      kind: "composite",
      members: ["ec2", "Account", "Arn"],
    },
    {
      id: "ArnWhen",
      kind: "with-conditions",
      base: "Arn",
      conditions: wish.conditions,
    },
    {
      id: "RoleWhen",
      kind: "with-conditions",
      base: "Role",
      conditions: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
    {
      id: "ViaS3",
      kind: "via-service",
      service: "s3.us-east-1.amazonaws.com",
    },
    {
      id: "ViaAccount",
      kind: "via-service",
      service: "ebs.amazonaws.com",
      base: "Account",
    },
  ];
}

function stackOf(wish: Wish, index: number): string {
  return wish.stacks[index] ?? "";
}

function newIdentities(wish: Wish): readonly Principal[] {
  const named = (index: number) => {
    const physicalName = wish.names[index];
    return physicalName === undefined ? {} : { physicalName };
  };
  return [
    {
      id: "Role",
      kind: "new-role",
      stack: stackOf(wish, 0),
      assumedBy: "lambda",
      ...named(0),
    },
    {
      id: "RoleOfBoth",
      kind: "new-role",
      stack: stackOf(wish, 1),
      assumedBy: "Both",
      ...named(1),
      ...(wish.isImmutable[0] === true && { mutable: false }),
    },
    {
      id: "RoleOfWeb",
      kind: "new-role",
      stack: stackOf(wish, 2),
      assumedBy: "Web",
      ...named(2),
    },
    { id: "User", kind: "new-user", stack: stackOf(wish, 3), ...named(3) },
    { id: "Group", kind: "new-group", stack: stackOf(wish, 4), ...named(4) },
  ];
}

function importedIdentities(wish: Wish): readonly Principal[] {
  const { byName } = wish;
  const arn = (index: number, resource: string) =>
    arnIn(accountOf(wish, index), resource);
  return [
    {
      id: "OldRole",
      kind: "imported-role",
      stack: stackOf(wish, 5),
      identity: byName ? { name: "old" } : { arn: arn(2, "role/path/old") },
      ...(!byName && wish.isImmutable[1] === true && { mutable: false }),
    },
    {
      id: "OldUser",
      kind: "imported-user",
      stack: stackOf(wish, 6),
      identity: byName
        ? { name: "old-user" }
        : { arn: arn(3, "user/old-user") },
    },
    {
      id: "OldGroup",
      kind: "imported-group",
      stack: stackOf(wish, 7),
      identity: byName ? { arn: arn(4, "group/g") } : { name: "g" },
    },
  ];
}
