import type { Recipe } from "../recipe.ts";

const viaLocation = { "kms:ViaService": "geo.${region}.amazonaws.com" };

const resource = {
  ...viaLocation,
  "kms:EncryptionContext:aws:geo:arn":
    "arn:${partition}:geo:${region}:${account}:${resource}",
};

/** Amazon Location Service. */
export const location: Readonly<Record<string, Recipe>> = {
  location: {
    service: "Amazon Location Service",
    title: "Tracker or geofence collection",
    category: "other",
    acts: "grants",
    summary:
      "Who creates a tracker or geofence collection creates a grant, with which Amazon Location encrypts its data.",
    status: "documented",
    source: {
      title:
        "Amazon Location Service Developer Guide, Data encryption at rest for Amazon Location Service",
      url: "https://docs.aws.amazon.com/location/latest/developerguide/encryption-at-rest.html",
    },
    questions: [
      {
        name: "resource",
        label: "Tracker or geofence collection",
        kind: "name",
        help: "tracker/ or geofence-collection/ and the name",
        example: "tracker/vans",
        many: true,
      },
      {
        name: "creators",
        label: "Who creates it",
        kind: "principal",
        help: "The ARN of a role or user",
        example: "arn:aws:iam::111122223333:role/Deployer",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:DescribeKey",
        principal: "${creators}",
        context: viaLocation,
        when: "The tracker or collection is created",
      },
      {
        action: "kms:CreateGrant",
        principal: "${creators}",
        context: resource,
        when: "The tracker or collection is created",
      },
    ],
    statements: [
      {
        Sid: "AllowLocationGrants",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { StringEquals: resource },
      },
      {
        Sid: "AllowLocationKeyLookup",
        Effect: "Allow",
        Principal: { AWS: ["${creators}"] },
        Action: "kms:DescribeKey",
        Resource: "*",
        Condition: { StringEquals: viaLocation },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        actions: ["kms:DescribeKey"],
        reason:
          "A call to describe a key has no encryption context, so it names no tracker or collection.",
      },
    ],
    note: "Who reads and writes positions needs no permission on the key: Amazon Location works with the grant.",
  },
};
