import type { Recipe } from "../recipe.ts";

const source = {
  title:
    "AWS Step Functions Developer Guide, Data at rest encryption in Step Functions",
  url: "https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html",
};

const activity = {
  "kms:EncryptionContext:aws:states:activityArn":
    "arn:${partition}:states:${region}:${account}:activity:${activity}",
};

const stateMachine = {
  "kms:EncryptionContext:aws:states:stateMachineArn":
    "arn:${partition}:states:${region}:${account}:stateMachine:${stateMachine}",
};

/** AWS Step Functions. */
export const stepFunctions: Readonly<Record<string, Recipe>> = {
  "stepfunctions-activity": {
    service: "AWS Step Functions",
    title: "Activity with a key of yours",
    category: "compute",
    acts: "caller",
    summary:
      "The execution role of a state machine encrypts the input of an activity, and its workers decrypt it.",
    status: "documented",
    source,
    questions: [
      {
        name: "activity",
        label: "Activity",
        kind: "name",
        help: "The name of the activity",
        example: "approve-order",
        many: true,
      },
      {
        name: "roles",
        label: "Execution role",
        kind: "role",
        help: "The ARN of the role of the state machine",
        example: "arn:aws:iam::111122223333:role/OrderWorkflow",
        many: true,
      },
      {
        name: "workers",
        label: "Workers",
        kind: "principal",
        help: "The ARN of a role or user that gets tasks of the activity",
        example: "arn:aws:iam::111122223333:role/OrderWorker",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: activity,
        when: "A task is scheduled",
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: activity,
        when: "A task is scheduled or done",
      },
      {
        action: "kms:Decrypt",
        principal: "${workers}",
        context: {
          ...activity,
          "kms:ViaService": "states.${region}.amazonaws.com",
        },
        when: "A worker gets a task",
      },
    ],
    statements: [
      {
        Sid: "AllowActivityExecution",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: activity },
      },
      {
        Sid: "AllowActivityWorkers",
        Effect: "Allow",
        Principal: { AWS: ["${workers}"] },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: {
          StringEquals: {
            ...activity,
            "kms:ViaService": "states.${region}.amazonaws.com",
          },
        },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever creates the activity",
        why: "Creating an activity with a key needs to look at the key.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:DescribeKey",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: {
                StringEquals: {
                  "kms:ViaService": "states.${region}.amazonaws.com",
                },
              },
            },
          ],
        },
      },
    ],
    note: "The CDK (aws-cdk-lib 2.276.0) allows states.amazonaws.com in place of the execution role; AWS documents the role. Its calls do not come through Step Functions, so no kms:ViaService may be asked of it.",
  },
  "stepfunctions-statemachine": {
    service: "AWS Step Functions",
    title: "State machine with a key of yours",
    category: "compute",
    acts: "caller",
    summary:
      "The execution role encrypts and decrypts the definition, input and history of a state machine.",
    status: "documented",
    source,
    questions: [
      {
        name: "stateMachine",
        label: "State machine",
        kind: "name",
        help: "The name of the state machine",
        example: "order-workflow",
        many: true,
      },
      {
        name: "roles",
        label: "Execution role",
        kind: "role",
        help: "The ARN of the role of the state machine",
        example: "arn:aws:iam::111122223333:role/OrderWorkflow",
        many: true,
      },
    ],
    calls: [
      {
        action: "kms:GenerateDataKey",
        principal: "${roles}",
        context: stateMachine,
        when: "An execution starts or goes on",
      },
      {
        action: "kms:Decrypt",
        principal: "${roles}",
        context: stateMachine,
        when: "An execution starts or goes on",
      },
    ],
    statements: [
      {
        Sid: "AllowExecutionRole",
        Effect: "Allow",
        Principal: { AWS: ["${roles}"] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: { StringEquals: stateMachine },
      },
    ],
    elsewhere: [
      {
        where: "IAM policy of whoever creates and looks at the state machine",
        why: "Step Functions uses the key with the credentials of whoever calls it.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: {
                StringEquals: {
                  "kms:ViaService": "states.${region}.amazonaws.com",
                },
              },
            },
          ],
        },
      },
      {
        where: "This key policy, if the state machine writes logs",
        why: "The delivery of logs decrypts what the execution role encrypted for it; the condition is ours.",
        policy: {
          Sid: "AllowLogDelivery",
          Effect: "Allow",
          Principal: { Service: "delivery.logs.amazonaws.com" },
          Action: "kms:Decrypt",
          Resource: "*",
          Condition: {
            StringLike: {
              "kms:EncryptionContext:SourceArn":
                "arn:${partition}:logs:${region}:${account}:*",
            },
          },
        },
      },
      {
        where:
          "IAM policy of the execution role, if the state machine writes logs",
        why: "The role makes the data keys for the delivery of logs.",
        policy: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "kms:GenerateDataKey",
              Resource: "arn:${partition}:kms:${region}:${account}:key/KEY_ID",
              Condition: {
                StringEquals: {
                  "kms:EncryptionContext:SourceArn":
                    "arn:${partition}:logs:${region}:${account}:*",
                },
              },
            },
          ],
        },
      },
    ],
    note: "AWS documents the statement for the policy of the role. Its calls do not come through Step Functions, so no kms:ViaService may be asked of it.",
  },
};
