import { describe, expect, test } from "vitest";
import {
  applyChange,
  emptyDesign,
  type Principal,
  type PrincipalKind,
} from "../../core/index.ts";
import { kindGroups, principalKinds } from "../text/principals.ts";
import { formProblems } from "./principal-form-problems.ts";
import { formOf } from "./principal-form.ts";
import { principalOfForm, suggestedId } from "./principal-of-form.ts";

const design = {
  ...emptyDesign(),
  principals: [
    { id: "Base", kind: "service", service: "lambda.amazonaws.com" },
  ] as const,
};
const conditions = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const stack = "KeyStack";

const examples: { readonly [Kind in PrincipalKind]: readonly Principal[] } = {
  "account-root": [{ id: "A", kind: "account-root" }],
  account: [{ id: "A", kind: "account", account: "111122223333" }],
  arn: [{ id: "A", kind: "arn", arn: "arn:aws:iam::111122223333:role/App" }],
  service: [{ id: "A", kind: "service", service: "logs.amazonaws.com" }],
  "via-service": [
    { id: "A", kind: "via-service", service: "s3.us-east-1.amazonaws.com" },
    {
      id: "A",
      kind: "via-service",
      service: "s3.us-east-1.amazonaws.com",
      base: "Base",
    },
  ],
  organization: [
    { id: "A", kind: "organization", organization: "o-a1b2c3d4e5" },
  ],
  "organizational-unit": [
    {
      id: "A",
      kind: "organizational-unit",
      paths: [
        "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
        "o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/",
      ],
    },
  ],
  federated: [
    {
      id: "A",
      kind: "federated",
      provider: "arn:aws:iam::111122223333:saml-provider/Corporate",
    },
    { id: "A", kind: "federated", provider: "Corporate", conditions },
  ],
  "web-identity": [
    { id: "A", kind: "web-identity", provider: "accounts.google.com" },
  ],
  "canonical-user": [
    { id: "A", kind: "canonical-user", canonicalUser: "0".repeat(64) },
  ],
  "template-value": [
    {
      id: "A",
      kind: "template-value",
      element: "Service",
      value: { "Fn::Sub": "logs.${AWS::Region}.amazonaws.com" },
    },
  ],
  any: [{ id: "A", kind: "any" }],
  star: [{ id: "A", kind: "star" }],
  composite: [{ id: "A", kind: "composite", members: ["Base"] }],
  "with-conditions": [
    { id: "A", kind: "with-conditions", base: "Base", conditions },
  ],
  "new-role": [
    { id: "A", kind: "new-role", stack, assumedBy: "Base" },
    {
      id: "A",
      kind: "new-role",
      stack,
      assumedBy: "Base",
      physicalName: { name: "App" },
      mutable: false,
    },
  ],
  "new-user": [{ id: "A", kind: "new-user", stack, physicalName: "generate" }],
  "new-group": [{ id: "A", kind: "new-group", stack }],
  "imported-role": [
    {
      id: "A",
      kind: "imported-role",
      stack,
      identity: { name: "path/App" },
      mutable: false,
    },
  ],
  "imported-user": [
    {
      id: "A",
      kind: "imported-user",
      stack,
      identity: { arn: "arn:aws:iam::111122223333:user/Jane" },
    },
  ],
  "imported-group": [
    { id: "A", kind: "imported-group", stack, identity: { name: "Staff" } },
  ],
};

const cases = Object.values(examples).flat();

describe("the form of a principal", () => {
  test.each(cases)("$kind comes back as it was", (principal) => {
    const form = formOf(principal, "Other");
    expect(principalOfForm(design, form)).toEqual(principal);
    expect(formProblems(form)).toEqual({});
  });

  test.each(cases)("$kind is what a design takes", (principal) => {
    const added = applyChange(design, {
      type: "add-principal",
      principal,
      index: 1,
    });
    expect(added.ok).toBe(true);
  });

  test("a change of kind loses nothing that was filled in", () => {
    const [role] = examples["new-role"].slice(1);
    if (role === undefined) throw new Error("there is an example");
    const form = formOf(role, stack);
    const other = { ...form, kind: "any" as const };
    expect(principalOfForm(design, other)).toEqual({ id: "A", kind: "any" });
    const back = { ...other, kind: form.kind };
    expect(principalOfForm(design, back)).toEqual(role);
  });

  test("the dialog lists every kind once", () => {
    const listed = kindGroups.flatMap(({ kinds }): readonly string[] => kinds);
    expect(listed.toSorted()).toEqual(Object.keys(principalKinds).toSorted());
  });
});

describe("the name that suggests itself", () => {
  const empty = formOf(undefined, stack);

  test.each([
    [{ kind: "arn", arn: "arn:aws:iam::111122223333:role/a/App" }, "App"],
    [{ kind: "account", account: "111122223333" }, "Account111122223333"],
    [{ kind: "service", service: "logs.amazonaws.com" }, "Logs"],
    [
      { kind: "via-service", viaService: "s3.us-east-1.amazonaws.com" },
      "ViaS3",
    ],
    [
      { kind: "imported-role", identityBy: "name", identityName: "a/App" },
      "App",
    ],
    [{ kind: "new-role", naming: "name", physicalName: "App" }, "App"],
    [{ kind: "new-role" }, "Role"],
    [{ kind: "with-conditions", base: "Base" }, "BaseWithConditions"],
    [{ kind: "any" }, "Everyone"],
  ] as const)("of %o is %s", (part, id) => {
    expect(suggestedId(design, { ...empty, ...part })).toBe(id);
  });

  test("is free", () => {
    const form = { ...empty, kind: "arn" as const };
    const arn = "arn:aws:iam::111122223333:role/Base";
    expect(suggestedId(design, { ...form, arn })).toBe("Base2");
  });
});

describe("what is wrong with the form", () => {
  const empty = formOf(undefined, stack);
  const wrong = (part: Partial<typeof empty>) =>
    Object.entries(formProblems({ ...empty, ...part })).map(
      ([field, problem]) => [field, problem?.isMissing],
    );

  test("what is missing is known as missing", () => {
    expect(wrong({ kind: "arn" })).toEqual([["arn", true]]);
    expect(wrong({ kind: "composite" })).toEqual([["members", true]]);
    expect(wrong({ kind: "with-conditions" })).toEqual([
      ["base", true],
      ["conditions", true],
    ]);
    expect(wrong({ kind: "new-role", naming: "name" })).toEqual([
      ["assumedBy", true],
      ["physicalName", true],
    ]);
  });

  test.each([
    { kind: "arn", arn: "arn:aws:iam::111122223333:role/*" },
    { kind: "arn", arn: "arn:aws:iam::111122223333:group/Staff" },
    { kind: "account", account: "1111" },
    { kind: "service", service: "logs" },
    { kind: "organization", organization: "o-1" },
    { kind: "organizational-unit", paths: "o-a1b2c3d4e5/ou" },
    { kind: "canonical-user", canonicalUser: "xyz" },
    { kind: "federated", provider: "arn:aws:iam::111122223333:role/App" },
    { kind: "imported-user", identityArn: "arn:aws:iam::111122223333:role/A" },
    {
      kind: "imported-role",
      identityBy: "name",
      identityName: "no blanks",
    },
  ] as const)("%o is not what it must be", (part) => {
    expect(wrong(part).map(([, isMissing]) => isMissing)).toEqual([false]);
  });

  test("a parameter can stand for anything", () => {
    expect(wrong({ kind: "account", account: "${Account}" })).toEqual([]);
    expect(wrong({ kind: "arn", arn: "${RoleArn}" })).toEqual([]);
  });
});
