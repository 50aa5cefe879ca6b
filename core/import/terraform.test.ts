import { describe, expect, test } from "vitest";

import type { JsonObject } from "../problem/json.ts";
import { importText } from "./import-text.ts";

function read(value: JsonObject) {
  return importText(JSON.stringify(value), "Imported");
}

function codesOf(imported: ReturnType<typeof importText>): readonly string[] {
  const problems = imported.ok ? imported.value.warnings : imported.problems;
  return problems.map(({ code }) => code);
}

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "kms:*",
      Resource: "*",
    },
  ],
});
const written = {
  mode: "replace",
  minimize: false,
  statements: [
    {
      effect: "Allow",
      principals: ["Account111122223333"],
      actions: ["kms:*"],
      resources: ["*"],
    },
  ],
};

function resource(type: string, name: string, values: JsonObject) {
  const address = `${type}.${name}`;
  return { address, mode: "managed", type, name, values };
}

const arn = (region: string, id: string) =>
  `arn:aws:kms:${region}:111122223333:key/${id}`;

/** What `terraform show -json` prints of a state with these resources. */
function state(...resources: readonly JsonObject[]): JsonObject {
  return {
    format_version: "1.0",
    terraform_version: "1.9.0",
    values: { root_module: { resources } },
  };
}

describe("a state of Terraform", () => {
  test("[I9] every argument of a key becomes its setting, defaults are not written", () => {
    const plain = {
      arn: arn("eu-west-1", "k"),
      key_id: "k",
      policy,
      customer_master_key_spec: "SYMMETRIC_DEFAULT",
      key_usage: "ENCRYPT_DECRYPT",
      deletion_window_in_days: 30,
      description: "",
      enable_key_rotation: false,
      is_enabled: true,
      multi_region: false,
      tags: null,
      custom_key_store_id: "",
    };
    const imported = read(state(resource("aws_kms_key", "main", plain)));
    expect(imported).toMatchObject({
      ok: true,
      value: { source: "terraform", statements: 1, warnings: [] },
    });
    expect(imported.ok && imported.value.design).toMatchObject({
      stacks: [{ account: "111122223333", region: "eu-west-1" }],
    });
    expect(imported.ok && imported.value.design.keys).toEqual([
      {
        id: "Main",
        kind: "defined",
        stack: "KeyStack",
        aliases: [],
        tags: [],
        administrators: [],
        policy: written,
      },
    ]);
    const set = {
      ...plain,
      customer_master_key_spec: "RSA_4096",
      key_usage: "SIGN_VERIFY",
      deletion_window_in_days: 7,
      description: "Signs",
      enable_key_rotation: true,
      rotation_period_in_days: 180,
      is_enabled: false,
      multi_region: true,
      bypass_policy_lockout_safety_check: true,
      tags: { team: "a" },
    };
    expect(read(state(resource("aws_kms_key", "this", set)))).toMatchObject({
      value: {
        design: {
          keys: [
            {
              id: "This",
              keySpec: "RSA_4096",
              keyUsage: "SIGN_VERIFY",
              pendingWindowInDays: 7,
              description: "Signs",
              enableKeyRotation: true,
              rotationPeriodInDays: 180,
              enabled: false,
              multiRegion: true,
              bypassPolicyLockoutSafetyCheck: true,
              tags: [{ key: "team", value: "a" }],
            },
          ],
        },
      },
    });
  });

  test("[I9] aliases, policies and replicas are found by id and ARN, each key in the stack of its Region", () => {
    const imported = read(
      state(
        resource("aws_kms_key", "a", {
          arn: arn("us-east-1", "ka"),
          key_id: "ka",
          multi_region: true,
        }),
        resource("aws_kms_key", "b", {
          arn: arn("eu-west-1", "kb"),
          key_id: "kb",
        }),
        resource("aws_kms_key_policy", "b", { key_id: "kb", policy }),
        resource("aws_kms_alias", "a", {
          name: "alias/a",
          target_key_id: "ka",
        }),
        resource("aws_kms_alias", "b", {
          name: "alias/b",
          target_key_id: arn("eu-west-1", "kb"),
        }),
        resource("aws_kms_replica_key", "a", {
          arn: arn("eu-west-1", "ka"),
          primary_key_arn: arn("us-east-1", "ka"),
          enabled: true,
          tags: { team: "a" },
        }),
        resource("aws_kms_external_key", "x", { enabled: false }),
      ),
    );
    expect(codesOf(imported)).toEqual([]);
    expect(imported.ok && imported.value.design).toMatchObject({
      stacks: [
        { id: "KeyStack", region: "us-east-1" },
        { id: "KeyStack-eu-west-1", region: "eu-west-1" },
        { id: "KeyStack2" },
      ],
      keys: [
        { id: "A", stack: "KeyStack", aliases: ["alias/a"] },
        {
          id: "B",
          stack: "KeyStack-eu-west-1",
          aliases: ["alias/b"],
          policy: written,
        },
        { id: "X", stack: "KeyStack2", origin: "EXTERNAL", enabled: false },
        {
          id: "AReplica",
          kind: "replica",
          primary: "A",
          stack: "KeyStack-eu-west-1",
          tags: [{ key: "team", value: "a" }],
        },
      ],
    });
  });

  test("[I9] a state file, with modules and keys of instances", () => {
    const imported = read({
      version: 4,
      resources: [
        {
          module: 'module.app["x"]',
          mode: "managed",
          type: "aws_kms_key",
          name: "this",
          instances: ["blue", "green"].map((key) => ({
            index_key: key,
            attributes: { key_id: key, description: key },
          })),
        },
        {
          module: 'module.app["x"]',
          mode: "managed",
          type: "aws_kms_alias",
          name: "this",
          instances: [
            { attributes: { name: "alias/green", target_key_id: "green" } },
          ],
        },
      ],
    });
    expect(imported.ok && imported.value.design.keys).toMatchObject([
      { id: "AppBlue", description: "blue", aliases: [] },
      { id: "AppGreen", description: "green", aliases: ["alias/green"] },
    ]);
  });

  test("[I9] what has no place is told by its address", () => {
    const imported = read(
      state(
        resource("aws_kms_key", "a", {
          key_id: "a",
          custom_key_store_id: "cks-1",
        }),
        resource("aws_kms_grant", "g", { key_id: "a" }),
        resource("aws_kms_alias", "o", {
          name: "alias/o",
          target_key_id: "other",
        }),
        resource("aws_kms_replica_key", "r", { primary_key_arn: "other" }),
        resource("aws_s3_bucket", "b", {}),
      ),
    );
    expect(codesOf(imported)).toEqual([
      "import/custom-key-store",
      "import/replica",
      "import/left-out",
      "import/left-out",
    ]);
  });

  test("[I9] without a key, or with a policy that is none, a file is refused", () => {
    expect(codesOf(read(state()))).toEqual(["import/no-keys"]);
    const wrong = { key_id: "a", policy: '{"x": 1}' };
    expect(codesOf(read(state(resource("aws_kms_key", "a", wrong))))).toEqual([
      "import/unread-policy",
    ]);
  });
});

describe("a plan of Terraform", () => {
  const planned = (name: string) => resource("aws_kms_key", name, {});
  const plan = (documents: readonly JsonObject[]): JsonObject => ({
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: [planned("root")],
        child_modules: [
          {
            address: "module.app",
            resources: ['["a"]', '["b"]'].map((key) => ({
              ...planned("this"),
              address: `module.app.aws_kms_key.this${key}`,
            })),
            child_modules: [],
          },
          {
            address: "module.app",
            resources: [
              {
                ...resource("aws_kms_alias", "this", { name: "alias/b" }),
                address: 'module.app.aws_kms_alias.this["b"]',
              },
            ],
          },
        ],
      },
    },
    prior_state: { values: { root_module: { resources: documents } } },
    configuration: {
      root_module: {
        resources: [
          {
            type: "aws_kms_key",
            name: "root",
            expressions: {
              policy: {
                references: [
                  "data.aws_iam_policy_document.root.json",
                  "data.aws_iam_policy_document.root",
                ],
              },
            },
          },
        ],
        module_calls: {
          app: {
            module: {
              resources: [
                {
                  type: "aws_kms_alias",
                  name: "this",
                  expressions: {
                    target_key_id: {
                      references: ["aws_kms_key.this", "each.key"],
                    },
                  },
                },
              ],
            },
          },
        },
      },
    },
  });
  const document = {
    address: "data.aws_iam_policy_document.root",
    mode: "data",
    type: "aws_iam_policy_document",
    name: "root",
    values: { json: policy },
  };

  test("[I9] what is not known yet is found by the configuration", () => {
    const imported = read(plan([document]));
    expect(codesOf(imported)).toEqual([]);
    expect(imported.ok && imported.value.design.keys).toMatchObject([
      { id: "Root", policy: written },
      { id: "AppA", aliases: [] },
      { id: "AppB", aliases: ["alias/b"] },
    ]);
  });

  test("[I9] a policy that is known only later is told", () => {
    const imported = read(plan([]));
    expect(codesOf(imported)).toEqual(["import/unknown-policy"]);
    expect(imported.ok && imported.value.design.keys[0]).toMatchObject({
      policy: { mode: "amend", statements: [] },
    });
  });
});
