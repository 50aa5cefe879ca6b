import { describe, expect, test } from "vitest";
import type { AccessRequest } from "../../core/index.ts";
import {
  emptyForm,
  formOf,
  readForm,
  type RequestForm,
} from "./request-form.ts";

const principal = "arn:aws:iam::111122223333:role/App";

function form(part: Partial<RequestForm>): RequestForm {
  return { ...emptyForm, principal, ...part };
}

describe("the form of a request", () => {
  test("a request that is shown and read again is the same", () => {
    const request: AccessRequest = {
      principal: "arn:aws:sts::111122223333:assumed-role/App/session",
      principalArn: principal,
      action: "kms:Decrypt",
      context: {
        "aws:PrincipalOrgID": "o-a1b2c3d4e5",
        "kms:EncryptionContextKeys": ["app", "stage"],
        "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/"],
      },
      identityPolicies: [],
      endpointPolicy: { Statement: [] },
    };
    expect(readForm(formOf(request))).toEqual({ request, problems: {} });
  });

  test("condition keys of a witness are written as AWS writes them", () => {
    const { context } = formOf({
      principal,
      action: "kms:Decrypt",
      context: { "aws:principalorgid": "o-a1b2c3d4e5" },
    });
    expect(context).toEqual([
      { key: "aws:PrincipalOrgID", value: "o-a1b2c3d4e5" },
    ]);
  });

  test("without a principal nothing is asked, and nothing is wrong", () => {
    expect(readForm(emptyForm)).toEqual({ request: undefined, problems: {} });
  });

  test("rows of one key are its values, and rows without a key are none", () => {
    const context = [
      { key: "aws:TagKeys", value: "a" },
      { key: "aws:SourceIp", value: "192.0.2.1" },
      { key: "custom:key", value: "1" },
      { key: "custom:key", value: "2" },
      { key: " ", value: "nothing" },
    ];
    expect(readForm(form({ context })).request?.context).toEqual({
      "aws:TagKeys": ["a"],
      "aws:SourceIp": "192.0.2.1",
      "custom:key": ["1", "2"],
    });
  });

  test("a key that objects have by nature is a condition key like others", () => {
    const context = [{ key: "constructor", value: "x" }];
    expect(readForm(form({ context })).request?.context).toEqual({
      constructor: "x",
    });
  });

  test("one policy stands for a list of one, and the answer of list-grants for its grants", () => {
    const policy = { Statement: [] };
    const grant = { GranteePrincipal: principal, Operations: ["Decrypt"] };
    const layers = {
      ...emptyForm.layers,
      identityPolicies: JSON.stringify(policy),
      grants: JSON.stringify({ Grants: [grant], Truncated: false }),
    };
    expect(readForm(form({ layers })).request).toMatchObject({
      identityPolicies: [policy],
      grants: [grant],
    });
  });

  test("JSON that is none is told at its field, and the rest is kept", () => {
    const layers = { ...emptyForm.layers, sessionPolicies: "[{" };
    const { request, problems } = readForm(form({ layers }));
    expect(request).toBe(undefined);
    expect(Object.keys(problems)).toEqual(["sessionPolicies"]);
  });

  test("JSON of another form is told at its field", () => {
    const layers = { ...emptyForm.layers, grants: '[{"GrantId": "1"}]' };
    const { request, problems } = readForm(form({ layers }));
    expect(request).toBe(undefined);
    expect(Object.keys(problems)).toEqual(["grants"]);
  });
});
