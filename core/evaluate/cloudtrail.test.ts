import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionKeysOfAction } from "../kms/condition-key-actions.ts";
import {
  conditionKeyNames,
  findConditionKey,
  globalConditionKeyNames,
} from "../kms/condition-keys.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import type { CloudTrailRequest } from "./cloudtrail.ts";
import { readCloudTrail } from "./cloudtrail.ts";

const keyArn =
  "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const otherArn =
  "arn:aws:kms:eu-west-1:444455556666:key/0987dcba-09fe-87dc-65ba-ab0987654321";

const user = {
  type: "IAMUser",
  principalId: "AIDAEXAMPLE",
  arn: "arn:aws:iam::111122223333:user/team/Ann",
  accountId: "111122223333",
  userName: "Ann",
} as const;

const session = {
  type: "AssumedRole",
  principalId: "AROAEXAMPLE:s1",
  arn: "arn:aws:sts::111122223333:assumed-role/App/s1",
  accountId: "111122223333",
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      arn: "arn:aws:iam::111122223333:role/service/App",
    },
    attributes: {
      creationDate: "2026-01-31T11:00:00Z",
      mfaAuthenticated: "false",
    },
  },
} as const;

const decrypt = {
  eventVersion: "1.11",
  userIdentity: user,
  eventTime: "2026-01-31T12:00:00Z",
  eventSource: "kms.amazonaws.com",
  eventName: "Decrypt",
  awsRegion: "eu-west-1",
  sourceIPAddress: "203.0.113.7",
  userAgent: "aws-cli/2.15.0",
  requestParameters: {
    encryptionContext: { app: "web", tenant: "acme" },
    encryptionAlgorithm: "SYMMETRIC_DEFAULT",
  },
  responseElements: null,
  resources: [
    { accountId: "111122223333", type: "AWS::KMS::Key", ARN: keyArn },
  ],
  tlsDetails: { tlsVersion: "TLSv1.3" },
} as const;

function reading(json: Json) {
  return readCloudTrail(JSON.stringify(json));
}

/** The only request of an event that is the usual one but for these fields. */
function requestOf(fields: JsonObject): CloudTrailRequest {
  const { events, problems } = reading({ ...decrypt, ...fields });
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (event === undefined) throw new Error("no event");
  return event;
}

function contextOf(fields: JsonObject) {
  return requestOf(fields).request.context;
}

describe("texts of CloudTrail", () => {
  const lookup = { Username: "Ann", CloudTrailEvent: JSON.stringify(decrypt) };
  test.each<[string, string]>([
    ["an event", JSON.stringify(decrypt, null, 2)],
    ["a log file", JSON.stringify({ Records: [decrypt] })],
    ["a list", JSON.stringify([decrypt])],
    ["a lookup", JSON.stringify({ Events: [lookup] })],
    ["an event of a lookup", JSON.stringify(lookup)],
    ["an event of EventBridge", JSON.stringify({ detail: decrypt })],
    ["a text with a byte order mark", `\ufeff${JSON.stringify(decrypt)}`],
  ])("[R1] %s is read", (_, text) => {
    const { events, problems, skipped } = readCloudTrail(text);
    expect(problems).toEqual([]);
    expect(skipped).toBe(0);
    expect(events.map(({ name, at }) => [name, at])).toEqual([["Decrypt", 0]]);
  });

  test("[R1] each line is an event, and one that is none is told", () => {
    const line = JSON.stringify(decrypt);
    const { events, problems } = readCloudTrail(
      `${line}\n\n${line}\r\n{"eventSource\n`,
    );
    expect(events.map(({ at }) => at)).toEqual([0, 1]);
    expect(problems).toMatchObject([{ code: "cloudtrail/line", path: [3] }]);
  });

  test("[R1] events of other services are counted, and keep their positions", () => {
    const other = { ...decrypt, eventSource: "s3.amazonaws.com" };
    const { events, skipped } = reading({ Records: [other, decrypt, other] });
    expect(skipped).toBe(2);
    expect(events.map(({ at }) => at)).toEqual([1]);
  });

  test.each<[string, string, readonly (string | number)[]]>([
    ["{}", "cloudtrail/no-event", []],
    ["[1]", "cloudtrail/no-event", [0]],
    ['{"Records":[{"a":1}]}', "cloudtrail/no-event", ["Records", 0]],
    [
      '{"Events":[{"CloudTrailEvent":"{"}]}',
      "cloudtrail/no-event",
      ["Events", 0, "CloudTrailEvent"],
    ],
    ["not JSON", "json/syntax", []],
    ["", "json/syntax", []],
    [`[${"1,".repeat(250_000)}1]`, "json/too-large", []],
    [`${"[".repeat(200)}${"]".repeat(200)}`, "json/depth", []],
  ])("[R1] %.40s is told", (text, code, path) => {
    const { events, problems } = readCloudTrail(text);
    expect(events).toEqual([]);
    expect(problems[0]).toMatchObject({ code, path });
  });

  test("[R1] whatever the text, reading ends with an answer", () => {
    const fields = fc.record(
      {
        eventSource: fc.constantFrom("kms.amazonaws.com", 1),
        eventName: fc.constantFrom("Decrypt", "ReEncrypt", "CreateGrant", ""),
        userIdentity: fc.oneof(fc.constant(user), fc.jsonValue()),
        requestParameters: fc.jsonValue(),
        resources: fc.jsonValue(),
        eventTime: fc.jsonValue(),
        sourceIPAddress: fc.jsonValue(),
      },
      { requiredKeys: ["eventSource"], noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.json(),
          fields.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          const { events, problems, skipped } = readCloudTrail(text);
          expect(events.length + problems.length + skipped).toBeGreaterThan(-1);
          expect(JSON.parse(JSON.stringify(events))).toEqual(events);
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  });
});

describe("callers", () => {
  test.each<[string, JsonObject, readonly [string, string?]]>([
    ["an IAM user", user, [user.arn]],
    [
      "the session of a role",
      session,
      [session.arn, "arn:aws:iam::111122223333:role/service/App"],
    ],
    [
      "the root user",
      {
        type: "Root",
        principalId: "111122223333",
        arn: "arn:aws:iam::111122223333:root",
        accountId: "111122223333",
      },
      ["arn:aws:iam::111122223333:root"],
    ],
    [
      "a federated user, whose issuer is somebody else",
      {
        type: "FederatedUser",
        arn: "arn:aws:sts::111122223333:federated-user/bob",
        sessionContext: { sessionIssuer: { type: "IAMUser", arn: user.arn } },
      },
      ["arn:aws:sts::111122223333:federated-user/bob"],
    ],
    [
      "an AWS service",
      { type: "AWSService", invokedBy: "cloudtrail.amazonaws.com" },
      ["cloudtrail.amazonaws.com"],
    ],
  ])("[R2] %s", (_, userIdentity, [principal, principalArn]) => {
    const { request } = requestOf({ userIdentity });
    expect(request.principal).toBe(principal);
    expect(request.principalArn).toBe(principalArn);
  });

  test.each<[string, JsonObject]>([
    [
      "a caller of another account",
      {
        type: "AWSAccount",
        principalId: "AIDAOTHER",
        accountId: "444455556666",
      },
    ],
    ["AWS itself", { type: "AWSService", invokedBy: "AWS Internal" }],
    ["a user of the Identity Center", { type: "IdentityCenterUser" }],
    ["nobody", {}],
    ["an ARN of nobody who calls", { type: "IAMUser", arn: "arn:aws:s3:::b" }],
  ])("[R2] of %s it is told that the caller is not known", (_, identity) => {
    const { events, problems } = reading({
      Records: [{ ...decrypt, userIdentity: identity }, decrypt],
    });
    expect(events.map(({ at }) => at)).toEqual([1]);
    expect(problems).toMatchObject([
      { code: "cloudtrail/caller", path: ["Records", 0, "userIdentity"] },
    ]);
  });

  test("[R2] of a caller of another account the account and the ID are named", () => {
    const userIdentity = {
      type: "AWSAccount",
      principalId: "AIDAOTHER",
      accountId: "444455556666",
    };
    expect(reading({ ...decrypt, userIdentity }).problems[0]?.message).toBe(
      "Decrypt: of the caller the event has only the account `444455556666` and the ID `AIDAOTHER`",
    );
  });
});

describe("actions and keys", () => {
  test("[R3] an event is a request on its key", () => {
    const { request, name, time, outcome } = requestOf({});
    expect({ name, time, outcome }).toEqual({
      name: "Decrypt",
      time: "2026-01-31T12:00:00Z",
      outcome: "allowed",
    });
    expect(request).toMatchObject({
      action: "kms:Decrypt",
      resource: keyArn,
      resourceAccount: "111122223333",
    });
  });

  const reEncrypt = {
    ...decrypt,
    eventName: "ReEncrypt",
    requestParameters: {
      sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      sourceEncryptionContext: { a: "1" },
      destinationKeyId: otherArn.split("/")[1] ?? "",
      destinationEncryptionAlgorithm: "RSAES_OAEP_SHA_256",
    },
    resources: [
      { accountId: "111122223333", ARN: keyArn },
      { accountId: "444455556666", ARN: otherArn },
    ],
  };

  test("[R3] a ReEncrypt is two requests: from the source and to the destination", () => {
    const { events } = reading(reEncrypt);
    expect(events.map(({ request }) => request)).toMatchObject([
      {
        action: "kms:ReEncryptFrom",
        resource: keyArn,
        resourceAccount: "111122223333",
        context: {
          "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
          "kms:EncryptionContext:a": "1",
          "kms:EncryptionContextKeys": ["a"],
          "kms:ReEncryptOnSameKey": "false",
        },
      },
      {
        action: "kms:ReEncryptTo",
        resource: otherArn,
        resourceAccount: "444455556666",
        context: { "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256" },
      },
    ]);
    expect(events[1]?.request.context).not.toHaveProperty(
      "kms:EncryptionContextKeys",
    );
  });

  test("[R3] a ReEncrypt with one resource tells only the key that is named", () => {
    const { events } = reading({
      ...reEncrypt,
      resources: reEncrypt.resources.slice(1),
    });
    expect(events.map(({ request }) => request.resource)).toEqual([
      undefined,
      otherArn,
    ]);
    expect(events[0]?.missing).toContain("kms:ReEncryptOnSameKey");
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      "an ARN in the parameters",
      { keyId: otherArn },
      { resource: otherArn, resourceAccount: "444455556666" },
    ],
    ["an ID alone", { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }, {}],
    [
      "the ARN of an alias",
      { keyId: "arn:aws:kms:eu-west-1:444455556666:alias/app" },
      { resourceAccount: "444455556666" },
    ],
  ])("[R3] without resources: %s", (_, requestParameters, key) => {
    const { request } = requestOf({ requestParameters, resources: null });
    const { resource, resourceAccount } = request;
    expect({
      ...(resource !== undefined && { resource }),
      ...(resourceAccount !== undefined && { resourceAccount }),
    }).toEqual(key);
  });

  test("[R3] an event of an alias is on its key", () => {
    const aliasArn = "arn:aws:kms:eu-west-1:111122223333:alias/app";
    const { request } = requestOf({
      eventName: "CreateAlias",
      requestParameters: { aliasName: "alias/app", targetKeyId: keyArn },
      resources: [{ ARN: aliasArn }, { ARN: keyArn }],
    });
    expect(request).toMatchObject({
      action: "kms:CreateAlias",
      resource: keyArn,
    });
    expect(request.context).not.toHaveProperty("kms:RequestAlias");
  });

  test.each(["RotateKey", "DeleteKey", "SynchronizeMultiRegionKey", "decrypt"])(
    "[R3] %s is no operation that a policy decides about",
    (eventName) => {
      expect(reading({ ...decrypt, eventName })).toMatchObject({
        events: [],
        problems: [{ code: "cloudtrail/operation", severity: "info" }],
      });
    },
  );
});

describe("outcomes", () => {
  test.each<[string, string]>([
    ["AccessDenied", "denied"],
    ["AccessDeniedException", "denied"],
    ["DryRunOperationException", "allowed"],
    ["IncorrectKeyException", "failed"],
    ["ThrottlingException", "failed"],
  ])("[R4] %s: %s", (errorCode, outcome) => {
    expect(requestOf({ errorCode })).toMatchObject({
      outcome,
      error: errorCode,
    });
  });

  test("[R4] a denied request may have no parameters and no resources", () => {
    const { request, missing } = requestOf({
      errorCode: "AccessDenied",
      requestParameters: null,
      resources: null,
    });
    expect(request).not.toHaveProperty("resource");
    expect(missing).toEqual(
      expect.arrayContaining([
        "kms:EncryptionContext:${EncryptionContextKey}",
        "kms:EncryptionContextKeys",
        "kms:EncryptionAlgorithm",
        "kms:RequestAlias",
        "aws:ResourceAccount",
      ]),
    );
  });
});

describe("condition keys", () => {
  test("[R5] what every event has", () => {
    expect(contextOf({})).toEqual({
      "aws:CurrentTime": "2026-01-31T12:00:00Z",
      "aws:EpochTime": "1769860800",
      "aws:RequestedRegion": "eu-west-1",
      "aws:SecureTransport": "true",
      "aws:SourceIp": "203.0.113.7",
      "aws:UserAgent": "aws-cli/2.15.0",
      "aws:ViaAWSService": "false",
      "aws:userid": "AIDAEXAMPLE",
      "aws:username": "Ann",
      "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
      "kms:EncryptionContext:app": "web",
      "kms:EncryptionContext:tenant": "acme",
      "kms:EncryptionContextKeys": ["app", "tenant"],
    });
  });

  test("[R5] what a session has besides", () => {
    expect(
      contextOf({
        userIdentity: {
          ...session,
          sessionContext: {
            ...session.sessionContext,
            sourceIdentity: "ann",
            webIdFederationData: { federatedProvider: "accounts.google.com" },
            attributes: {
              mfaAuthenticated: "true",
              creationDate: "20260131T110000Z",
            },
          },
        },
      }),
    ).toMatchObject({
      "aws:FederatedProvider": "accounts.google.com",
      "aws:MultiFactorAuthPresent": "true",
      "aws:SourceIdentity": "ann",
      "aws:TokenIssueTime": "2026-01-31T11:00:00Z",
      "aws:userid": "AROAEXAMPLE:s1",
    });
  });

  test.each<[string, string | undefined]>([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8::1", "2001:db8::1"],
    ["2001:0db8:0:0:0:0:0:1", "2001:0db8:0:0:0:0:0:1"],
    ["s3.amazonaws.com", undefined],
    ["AWS Internal", undefined],
    ["256.0.0.1", undefined],
    ["a:b", undefined],
  ])("[R5] the address %s", (sourceIPAddress, value) => {
    expect(contextOf({ sourceIPAddress })["aws:SourceIp"]).toBe(value);
  });

  test("[R5] through a VPC endpoint the address is one of the VPC", () => {
    const { request, missing } = requestOf({
      vpcEndpointId: "vpce-1",
      sourceIPAddress: "10.0.0.7",
    });
    expect(request.context).toMatchObject({
      "aws:SourceVpce": "vpce-1",
      "aws:VpcSourceIp": "10.0.0.7",
    });
    expect(request.context).not.toHaveProperty("aws:SourceIp");
    expect(missing).toContain("aws:SourceVpc");
    expect(missing).not.toContain("aws:SourceIp");
  });

  test.each<[string, JsonObject, string | undefined]>([
    ["a service for a user", user, "s3.eu-west-1.amazonaws.com"],
    ["a service for a session", session, "s3.eu-west-1.amazonaws.com"],
    [
      "a service with a role of its own",
      {
        ...session,
        sessionContext: {
          sessionIssuer: {
            arn: "arn:aws:iam::111122223333:role/aws-service-role/s3.amazonaws.com/App",
          },
        },
      },
      undefined,
    ],
  ])("[R5] %s", (_, identity, value) => {
    const invokedBy = "s3.amazonaws.com";
    const { request, missing } = requestOf({
      userIdentity: { ...identity, invokedBy },
      sourceIPAddress: invokedBy,
      userAgent: invokedBy,
    });
    expect(request.context["kms:ViaService"]).toBe(value);
    expect(request.context["aws:ViaAWSService"]).toBe("true");
    expect(missing.includes("kms:ViaService")).toBe(value === undefined);
    expect(missing).toEqual(
      expect.arrayContaining([
        "aws:CalledVia",
        "aws:SourceIp",
        "aws:UserAgent",
      ]),
    );
  });

  test.each(["AWS Internal", "unheard-of.amazonaws.com"])(
    "[R5] how kms:ViaService names %s is not known",
    (invokedBy) => {
      const { request, missing } = requestOf({
        userIdentity: { ...user, invokedBy },
      });
      expect(request.context).not.toHaveProperty("kms:ViaService");
      expect(missing).toContain("kms:ViaService");
    },
  );

  test("[R5] a service that calls for itself calls through none", () => {
    const { request, missing } = requestOf({
      userIdentity: { type: "AWSService", invokedBy: "s3.amazonaws.com" },
      sourceIPAddress: "s3.amazonaws.com",
    });
    expect(request.context["aws:ViaAWSService"]).toBe("false");
    expect(missing).not.toContain("kms:ViaService");
    expect(missing).toEqual(
      expect.arrayContaining(["aws:SourceArn", "aws:SourceAccount"]),
    );
    expect(missing).not.toContain("aws:PrincipalOrgID");
  });

  test.each<[string, JsonObject, JsonObject]>([
    [
      "Sign",
      { signingAlgorithm: "ECDSA_SHA_256", messageType: "RAW" },
      { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "RAW" },
    ],
    [
      "GenerateMac",
      { macAlgorithm: "HMAC_SHA_256" },
      { "kms:MacAlgorithm": "HMAC_SHA_256" },
    ],
    [
      "GenerateDataKeyPair",
      { keyPairSpec: "RSA_3072" },
      { "kms:DataKeyPairSpec": "RSA_3072" },
    ],
    [
      "GenerateDataKey",
      { keyId: "alias/app" },
      { "kms:RequestAlias": "alias/app" },
    ],
    [
      "Encrypt",
      { keyId: "arn:aws:kms:eu-west-1:111122223333:alias/app" },
      { "kms:RequestAlias": "alias/app" },
    ],
    [
      "CreateGrant",
      {
        operations: ["Decrypt", "RetireGrant"],
        granteePrincipal: user.arn,
        retiringPrincipal: session.arn,
        constraints: { encryptionContextSubset: { a: "1" } },
      },
      {
        "kms:GrantOperations": ["Decrypt", "RetireGrant"],
        "kms:GranteePrincipal": user.arn,
        "kms:RetiringPrincipal": session.arn,
        "kms:GrantConstraintType": "EncryptionContextSubset",
      },
    ],
    [
      "PutKeyPolicy",
      { bypassPolicyLockoutSafetyCheck: true },
      { "kms:BypassPolicyLockoutSafetyCheck": "true" },
    ],
    [
      "ScheduleKeyDeletion",
      { pendingWindowInDays: 7 },
      { "kms:ScheduleKeyDeletionPendingWindowInDays": "7" },
    ],
    [
      "CreateKey",
      {
        keySpec: "RSA_2048",
        keyUsage: "SIGN_VERIFY",
        origin: "AWS_KMS",
        multiRegion: false,
        tags: [{ tagKey: "team", tagValue: "a" }],
      },
      {
        "kms:KeySpec": "RSA_2048",
        "kms:KeyUsage": "SIGN_VERIFY",
        "kms:KeyOrigin": "AWS_KMS",
        "kms:MultiRegion": "false",
        "aws:TagKeys": ["team"],
        "aws:RequestTag/team": "a",
      },
    ],
    ["UntagResource", { tagKeys: ["team"] }, { "aws:TagKeys": ["team"] }],
  ])("[R5] the parameters of %s", (eventName, requestParameters, context) => {
    expect(contextOf({ eventName, requestParameters })).toMatchObject(context);
  });

  test("[R5] the spec of a data key is not that of the key", () => {
    expect(
      contextOf({
        eventName: "GenerateDataKey",
        requestParameters: { keySpec: "AES_256" },
      }),
    ).not.toHaveProperty("kms:KeySpec");
  });

  test("[R5] every condition key is one that AWS has", () => {
    const names: readonly string[] = [
      ...conditionKeyNames,
      ...globalConditionKeyNames,
    ];
    const { request, missing } = requestOf({ userIdentity: session });
    for (const name of Object.keys(request.context))
      expect(findConditionKey(name), name).toBeDefined();
    for (const name of missing) expect(names).toContain(name);
  });
});

describe("what an event does not tell", () => {
  test("[R6] facts of the organization, tags and the key are never in an event", () => {
    const { missing } = requestOf({ userIdentity: session });
    expect(missing).toEqual(
      expect.arrayContaining([
        "aws:PrincipalOrgID",
        "aws:PrincipalTag/${TagKey}",
        "aws:ResourceTag/${TagKey}",
        "kms:KeySpec",
      ]),
    );
  });

  test("[R6] what the request cannot have had is not missing", () => {
    const { missing, request } = requestOf({ userIdentity: user });
    const impossible = [
      "aws:PrincipalArn",
      "aws:ResourceAccount",
      "kms:CallerAccount",
      "kms:ViaService",
      "aws:CalledVia",
      "aws:SourceVpce",
      "aws:SourceArn",
      "aws:MultiFactorAuthPresent",
      "kms:RequestAlias",
      "aws:Referer",
      "kms:RecipientAttestation:PCR0",
      "kms:GrantOperations",
    ];
    expect(missing.filter((name) => impossible.includes(name))).toEqual([]);
    expect(missing.filter((name) => name in request.context)).toEqual([]);
    const asked: readonly string[] = conditionKeysOfAction("kms:Decrypt");
    expect(
      missing.filter(
        (name) => name.startsWith("kms:") && !asked.includes(name),
      ),
    ).toEqual([]);
  });

  test.each<[string, JsonObject, readonly string[]]>([
    ["TLS of old events", { tlsDetails: null }, ["aws:SecureTransport"]],
    [
      "an enclave",
      { additionalEventData: { recipient: {} } },
      ["kms:RecipientAttestation:PCR0"],
    ],
    [
      "parameters that were cut",
      { requestParameters: { omitted: true } },
      ["kms:EncryptionContextKeys", "kms:RequestAlias"],
    ],
    [
      "the encryption context of a grant",
      {
        eventName: "CreateGrant",
        requestParameters: {
          constraints: { encryptionContextEquals: { a: "1" } },
        },
      },
      ["kms:EncryptionContextKeys", "kms:GrantIsForAWSResource"],
    ],
    ["a time that is none", { eventTime: "yesterday" }, ["aws:CurrentTime"]],
  ])("[R6] %s", (_, fields, names) => {
    expect(requestOf(fields).missing).toEqual(
      expect.arrayContaining([...names]),
    );
  });
});
