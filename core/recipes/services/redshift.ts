import type { Recipe } from "../recipe.ts";

const queryEditor = {
  "kms:ViaService": "sqlworkbench.${region}.amazonaws.com",
};

/** Amazon Redshift. */
export const redshift: Readonly<Record<string, Recipe>> = {
  "redshift-snapshot-share": {
    service: "Amazon Redshift",
    title: "Snapshot shared with another account",
    category: "databases",
    acts: "caller",
    summary:
      "Another account restores a snapshot that this key encrypts to a cluster of its own.",
    status: "documented",
    source: {
      title: "Amazon Redshift Management Guide, Sharing a snapshot",
      url: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshot-share-snapshot.html",
    },
    questions: [
      {
        name: "accounts",
        label: "Other account",
        kind: "account",
        help: "The ID of the account that restores the snapshot",
        example: "444455556666",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:Decrypt",
        principal: "arn:${partition}:iam::${accounts}:role/Restorer",
        context: { "kms:ViaService": "redshift.${region}.amazonaws.com" },
        when: "The other account restores the snapshot",
      },
    ],
    statements: [
      {
        Sid: "AllowSnapshotRestore",
        Effect: "Allow",
        Principal: { AWS: ["arn:${partition}:iam::${accounts}:root"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:ViaService": "redshift.${region}.amazonaws.com",
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy in the other account",
        why: "Whoever restores the snapshot needs the permission in the other account too.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:Decrypt",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
      {
        where: "IAM policy of whoever shares the snapshot",
        why: "Sharing an encrypted snapshot needs to look at its key.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:DescribeKey",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
            },
          ],
        },
      },
    ],
    exceptions: [
      {
        law: "other-account",
        reason:
          "The key is shared with another account, so the calls come from there.",
      },
      {
        law: "other-resource",
        reason:
          "The documented statement shares the key as a whole; the call is known to name a cluster, and no snapshot.",
      },
    ],
    note: "The condition on kms:ViaService is ours; AWS prints none. AWS also lists a user of the key's own account, whose IAM policy does the same.",
  },
  "redshift-qev2": {
    service: "Amazon Redshift query editor v2",
    title: "Saved queries, notebooks and charts",
    category: "databases",
    acts: "caller",
    summary:
      "Everybody in the account who may use query editor v2 uses this key through it.",
    status: "documented",
    source: {
      title: "Amazon Redshift Management Guide, Configuring your AWS account",
      url: "https://docs.aws.amazon.com/redshift/latest/mgmt/query-editor-v2-getting-started.html",
    },
    questions: [],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "arn:${partition}:iam::${account}:role/Analyst",
        context: queryEditor,
        when: "A query is saved",
      },
      {
        action: "kms:Decrypt",
        principal: "arn:${partition}:iam::${account}:role/Analyst",
        context: queryEditor,
        when: "A saved query is opened",
      },
      {
        action: "kms:DescribeKey",
        principal: "arn:${partition}:iam::${account}:role/Admin",
        context: queryEditor,
        when: "The account is configured with the key",
      },
    ],
    statements: [
      {
        Sid: "AllowQueryEditor",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: { ...queryEditor, "kms:CallerAccount": "${account}" },
        },
      },
    ],
    exceptions: [
      {
        law: "other-resource",
        reason:
          "The key is for all of query editor v2 in the account; AWS documents nothing narrower.",
      },
    ],
    note: "The key of query editor v2 cannot be changed once the account is configured.",
  },
};
