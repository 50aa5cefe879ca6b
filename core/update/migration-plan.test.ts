import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Json, JsonObject } from "../problem/json.ts";
import { compareTemplates } from "./compare-templates.ts";
import { namesIn, withNames } from "./logical-ids.ts";
import { migrationPlan } from "./migration-plan.ts";
import type { Stage } from "./migration-plan.ts";
import { isBreaking, templateOf } from "./update.ts";
import type { StackTemplate, TemplateLike, Update } from "./update.ts";

type Members = Record<string, JsonObject>;

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 5000 : 300;

const arnOf = (id: string): JsonObject => ({ "Fn::GetAtt": [id, "Arn"] });

function key(properties: JsonObject = {}, attributes: JsonObject = {}) {
  return { Type: "AWS::KMS::Key", Properties: properties, ...attributes };
}

function alias(name: Json, target: Json, attributes: JsonObject = {}) {
  return {
    Type: "AWS::KMS::Alias",
    Properties: { AliasName: name, TargetKeyId: target },
    ...attributes,
  };
}

function bucket(properties: JsonObject) {
  return { Type: "AWS::S3::Bucket", Properties: properties };
}

function stack(
  resources: Members,
  rest: TemplateLike = {},
  name = "Stack",
): StackTemplate {
  return { stack: name, template: { Resources: resources, ...rest } };
}

function planOf(before: Members, after: Members) {
  return migrationPlan([stack(before)], [stack(after)]);
}

function titlesOf(stages: readonly Stage[]) {
  return stages.map(({ title }) => title);
}

function resourcesIn({ templates = [] }: Stage) {
  return templates[0]?.template.Resources ?? {};
}

/** What deploying each stage over the one before does. */
function updatesOf(
  base: readonly StackTemplate[],
  stages: readonly Stage[],
): readonly (readonly Update[])[] {
  const deployed = [
    base,
    ...stages.flatMap(({ templates }) =>
      templates === undefined ? [] : [templates],
    ),
  ];
  return deployed
    .slice(1)
    .map((templates, index) =>
      compareTemplates(deployed[index] ?? [], templates),
    );
}

/** The templates of a stack, stage by stage. */
function deployedIn(stages: readonly Stage[], name: string) {
  return stages
    .flatMap(({ templates = [] }) => templates)
    .filter((one) => one.stack === name);
}

const rsa = { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" };
const ecc = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" };

describe("the plan of a migration", () => {
  const before = {
    Key: key(rsa, { DeletionPolicy: "Delete" }),
    A: alias("alias/sign", arnOf("Key")),
    B: bucket({ Note: { "Fn::Sub": "${Key.Arn} ${AWS::Region}" } }),
  };
  const after = { ...before, Key: key(ecc) };
  const stages = planOf(before, after);

  test("[U16] the new key is created beside the old one, its users move, and the old one goes last", () => {
    expect(titlesOf(stages)).toEqual([
      "Create the new key beside the old one",
      "Move the aliases and all else to the new key",
      "Hand out the new public key",
      "Let the old key go",
    ]);
  });

  test("[U16] the first stage only adds the new key, and keeps the old one whatever happens", () => {
    const [first] = stages;
    expect(first && resourcesIn(first)).toEqual({
      ...before,
      Key: key(rsa, { DeletionPolicy: "Retain" }),
      KeyNew: key(ecc),
    });
  });

  test("[U16] then whatever named the old key names the new one", () => {
    const [, second] = stages;
    expect(second && resourcesIn(second)).toEqual({
      Key: key(rsa, { DeletionPolicy: "Retain" }),
      KeyNew: key(ecc),
      A: alias("alias/sign", arnOf("KeyNew")),
      B: bucket({ Note: { "Fn::Sub": "${KeyNew.Arn} ${AWS::Region}" } }),
    });
  });

  test("[U16] what the old key made is work for people, by what the key was for", () => {
    const [, , third] = stages;
    expect(third?.templates).toBeUndefined();
    expect(third?.explanation).toContain("GetPublicKey");
    const multi = planOf({ Key: key() }, { Key: key({ MultiRegion: true }) });
    expect(multi.find(({ templates }) => !templates)?.explanation).toContain(
      "ReEncrypt",
    );
  });

  test("[U16] the last stage is the head, with a logical ID of its own for the new key", () => {
    const last = stages.at(-1);
    expect(last && resourcesIn(last)).toEqual({
      KeyNew: key(ecc),
      A: alias("alias/sign", arnOf("KeyNew")),
      B: bucket({ Note: { "Fn::Sub": "${KeyNew.Arn} ${AWS::Region}" } }),
    });
    expect(last?.explanation).toContain("--pending-window-in-days 30");
  });

  test("[U16] there is no plan where no key is replaced", () => {
    expect(planOf(before, before)).toEqual([]);
    expect(
      planOf(before, { ...before, Key: key({ ...rsa, Enabled: false }) }),
    ).toEqual([]);
    expect(planOf(before, {})).toEqual([]);
  });

  test("[U16] a logical ID that is taken is not used again", () => {
    const [first] = planOf(
      { Key: key(rsa), KeyNew: key() },
      { Key: key(ecc), KeyNew: key() },
    );
    expect(Object.keys(first ? resourcesIn(first) : {})).toEqual([
      "Key",
      "KeyNew",
      "KeyNew2",
    ]);
  });

  test("[U16] what the new key needs comes with it", () => {
    const [first] = planOf(
      { Key: key(rsa) },
      {
        Key: key({ ...ecc, KeyPolicy: { Statement: [arnOf("Role")] } }),
        Role: { Type: "AWS::IAM::Role", Properties: {} },
        Later: bucket({}),
      },
    );
    expect(Object.keys(first ? resourcesIn(first) : {})).toEqual([
      "Key",
      "KeyNew",
      "Role",
    ]);
  });

  test("[U16] a new key whose logical ID the head changed itself gets no other", () => {
    const same = { Description: "Payments" };
    const plan = planOf(
      { Old: key(same), A: alias("alias/a", arnOf("Old")) },
      { New: key(same), A: alias("alias/a", arnOf("New")) },
    );
    expect(plan.map((stage) => Object.keys(resourcesIn(stage)))).toEqual([
      ["Old", "A", "New"],
      ["Old", "A", "New"],
      [],
      ["New", "A"],
    ]);
  });
});

describe("what a plan leaves alone", () => {
  test("[U16] what is there already stays as it is in the first stage", () => {
    const role = (path: string) => ({
      Type: "AWS::IAM::Role",
      Properties: { Path: path },
    });
    const policy = { KeyPolicy: { Statement: [arnOf("Role")] } };
    const [first] = planOf(
      { Key: key({ ...rsa, ...policy }), Role: role("/a/") },
      { Key: key({ ...ecc, ...policy }), Role: role("/b/") },
    );
    expect(first && resourcesIn(first)["Role"]).toEqual(role("/a/"));
  });

  test("[U16] where nothing names the key, nothing moves", () => {
    const stages = planOf({ Key: key(rsa) }, { Key: key(ecc) });
    expect(titlesOf(stages)).toEqual([
      "Create the new key beside the old one",
      "Hand out the new public key",
      "Let the old key go",
    ]);
  });

  test("[U16] a key that is retained keeps its policy, and its window is told at the end", () => {
    const kept = { DeletionPolicy: "RetainExceptOnCreate" };
    const old = key({ ...rsa, PendingWindowInDays: 7 }, kept);
    const stages = planOf({ Key: old }, { Key: key(ecc, kept) });
    expect(stages[0] && resourcesIn(stages[0])["Key"]).toEqual(old);
    expect(stages.at(-1)?.explanation).toContain("--pending-window-in-days 7");
  });

  test("[U16] conditions that others depend on change in the last stage only", () => {
    const under = (spec: JsonObject, condition: string) => [
      stack(
        { Key: key(spec), Other: key({}, { Condition: "C" }) },
        { Conditions: { C: condition, ...(spec === ecc && { D: "new" }) } },
      ),
    ];
    const stages = migrationPlan(under(rsa, "a"), under(ecc, "b"));
    expect(
      deployedIn(stages, "Stack").map(({ template }) => template.Conditions),
    ).toEqual([
      { C: "a", D: "new" },
      { C: "b", D: "new" },
    ]);
  });
});

describe("aliases on the way", () => {
  const before = { Key: key(), A: alias("alias/a", arnOf("Key")) };

  test("[U17] an alias that KMS does not move is renamed first, and made anew under its name", () => {
    const stages = planOf(before, { ...before, Key: key(rsa) });
    const names = stages.map(
      (stage) => resourcesIn(stage)["A"]?.["Properties"],
    );
    expect(titlesOf(stages)[1]).toBe("Give the alias another name");
    expect(names).toEqual([
      { AliasName: "alias/a", TargetKeyId: arnOf("Key") },
      { AliasName: "alias/a-previous", TargetKeyId: arnOf("Key") },
      { AliasName: "alias/a", TargetKeyId: arnOf("KeyNew") },
      undefined,
      { AliasName: "alias/a", TargetKeyId: arnOf("KeyNew") },
    ]);
  });

  test("[U17] its old name does not stay in the account, where it would be taken", () => {
    const kept = { UpdateReplacePolicy: "Retain", DeletionPolicy: "Retain" };
    const A = alias("alias/a", arnOf("Key"), kept);
    const [, aside] = planOf({ Key: key(), A }, { Key: key(rsa), A });
    expect(aside && resourcesIn(aside)["A"]).toEqual(
      alias("alias/a-previous", arnOf("Key"), { DeletionPolicy: "Retain" }),
    );
  });

  test("[U17] a name that another alias is to have is given up first", () => {
    const stages = planOf(
      { Old: key(), A: alias("alias/a", arnOf("Old")) },
      { New: key(), B: alias("alias/a", arnOf("New")) },
    );
    expect(stages.map((stage) => Object.keys(resourcesIn(stage)))).toEqual([
      ["Old", "A", "New"],
      ["Old", "A", "New"],
      ["Old", "A", "New", "B"],
      [],
      ["New", "B"],
    ]);
  });

  test("[U17] a name that a function gives gets its ending from one", () => {
    const name = { "Fn::Sub": "alias/${AWS::StackName}" };
    const A = alias(name, arnOf("Key"));
    const [, aside] = planOf({ Key: key(), A }, { Key: key(rsa), A });
    expect(aside && resourcesIn(aside)["A"]).toMatchObject({
      Properties: { AliasName: { "Fn::Join": ["", [name, "-previous"]] } },
    });
  });
});

describe("what depends on a replaced key", () => {
  test("[U17] a replica of the key is replaced with it", () => {
    const replica = {
      Type: "AWS::KMS::ReplicaKey",
      Properties: { PrimaryKeyArn: arnOf("Key"), KeyPolicy: {} },
    };
    const [first] = planOf(
      { Key: key({ MultiRegion: true }), Replica: replica },
      { Key: key({ MultiRegion: true, ...rsa }), Replica: replica },
    );
    expect(first && resourcesIn(first)["ReplicaNew"]).toMatchObject({
      Properties: { PrimaryKeyArn: arnOf("KeyNew") },
    });
  });

  test("[U17] an export that others import gets another name, which they import from then on", () => {
    const exported = (value: Json, name: string): JsonObject => ({
      Value: value,
      Export: { Name: name },
    });
    const keys = (spec: JsonObject) =>
      stack(
        { Key: key(spec) },
        { Outputs: { Arn: exported(arnOf("Key"), "arn") } },
        "Keys",
      );
    const use = stack(
      { B: bucket({ Key: { "Fn::ImportValue": "arn" } }) },
      {},
      "Use",
    );
    const base = [keys(rsa), use];
    const stages = migrationPlan(base, [keys(ecc), use]);
    expect(
      stages.flatMap(({ templates }) =>
        templates === undefined
          ? []
          : [Object.keys(templateOf(templates, "Keys").Outputs ?? {})],
      ),
    ).toEqual([["Arn"], ["Arn", "ArnNew"], ["ArnNew"]]);
    const moved = stages[1]?.templates ?? [];
    expect(templateOf(moved, "Use").Resources).toEqual({
      B: bucket({ Key: { "Fn::ImportValue": "arn-new" } }),
    });
    const cloudFormation = updatesOf(base, stages)
      .flat()
      .filter(({ target }) => target === "cloudformation");
    expect(cloudFormation.filter(isBreaking)).toEqual([]);
  });
});

test("[U17] an export that nothing imports keeps its name", () => {
  const exporting = (spec: JsonObject) => [
    stack(
      { Key: key(spec) },
      { Outputs: { Arn: { Value: arnOf("Key"), Export: { Name: "arn" } } } },
    ),
  ];
  const stages = migrationPlan(exporting(rsa), exporting(ecc));
  expect(
    deployedIn(stages, "Stack").map(({ template }) =>
      Object.keys(template.Outputs ?? {}),
    ),
  ).toEqual([["Arn"], ["Arn"], ["Arn"]]);
});

const spec = fc.constantFrom<JsonObject>(
  {},
  { MultiRegion: true },
  { Origin: "EXTERNAL" },
  rsa,
  ecc,
  { KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" },
  { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
  { KeySpec: { Ref: "Spec" }, KeyUsage: "SIGN_VERIFY" },
);
const attributes = fc.constantFrom<JsonObject>(
  {},
  { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" },
  { DeletionPolicy: "Delete" },
);
const keyIds = ["K1", "K2", "K3"];

/** Keys by logical ID; each has what a change may touch. */
const keys = fc.dictionary(
  fc.constantFrom(...keyIds),
  fc.record({
    spec,
    attributes,
    more: fc.constantFrom<JsonObject>(
      {},
      { Description: "a" },
      { Enabled: false },
      { EnableKeyRotation: true, Enabled: false },
    ),
  }),
  { minKeys: 1 },
);

/** What names keys; what names one that is not there is left out. */
const users = fc.record({
  aliases: fc.dictionary(
    fc.constantFrom("A1", "A2", "A3"),
    fc.record({
      name: fc.constantFrom("alias/a", "alias/b", "alias/a-previous"),
      target: fc.constantFrom(...keyIds),
      attributes,
    }),
  ),
  replica: fc.option(fc.constantFrom(...keyIds, "arn:a", "arn:b")),
  bucket: fc.option(fc.constantFrom(...keyIds)),
  exported: fc.option(fc.constantFrom(...keyIds)),
  isBucket: fc.boolean(),
});

type Keys = typeof keys extends fc.Arbitrary<infer T> ? T : never;
type Users = typeof users extends fc.Arbitrary<infer T> ? T : never;

function templatesOf(all: Keys, using: Users): readonly StackTemplate[] {
  const { exported } = using;
  const isExported = exported !== null && exported in all;
  const rest: TemplateLike = {
    Parameters: { Spec: { Type: "String" } },
    ...(isExported && {
      Outputs: {
        Out: { Value: { Ref: exported }, Export: { Name: "key" } },
      },
    }),
  };
  const imported = isExported ? { Key: { "Fn::ImportValue": "key" } } : {};
  return [
    stack({ ...keysOf(all), ...usersOf(all, using) }, rest, "Keys"),
    stack({ User: bucket(imported) }, {}, "Use"),
  ];
}

function keysOf(all: Keys): Members {
  return Object.fromEntries(
    Object.entries(all).map(([id, one]) => [
      id,
      key({ ...one.spec, ...one.more }, one.attributes),
    ]),
  );
}

function usersOf(all: Keys, { aliases, replica, ...using }: Users): Members {
  const resources: Members = {};
  // Of aliases with one name, a template has the first.
  const names = new Set<string>();
  for (const [id, one] of Object.entries(aliases))
    if (one.target in all && !names.has(one.name)) {
      names.add(one.name);
      resources[id] = alias(one.name, arnOf(one.target), one.attributes);
    }
  if (replica !== null && (replica in all || replica.startsWith("arn")))
    resources["R"] = {
      Type: "AWS::KMS::ReplicaKey",
      Properties: { PrimaryKeyArn: replica in all ? arnOf(replica) : replica },
    };
  if (using.bucket !== null && using.bucket in all)
    resources["B"] = using.isBucket
      ? bucket({ Key: { "Fn::Sub": `\${${using.bucket}}` } })
      : { Type: "AWS::SQS::Queue", DependsOn: using.bucket };
  return resources;
}

/** The names in a template that nothing in it has. */
function missingIn({
  Resources = {},
  Outputs = {},
  Parameters = {},
}: TemplateLike) {
  return [...Object.values(Resources), ...Object.values(Outputs)].flatMap(
    (member) =>
      [...namesIn(member)].filter(
        (name) =>
          !(name in Resources) && !(name in Parameters) && !name.includes("::"),
      ),
  );
}

describe("any migration", () => {
  const bases = fc.tuple(keys, users);

  test("[U18] no stage but the last has an update that fails, replaces or deletes", () => {
    let planned = 0;
    fc.assert(
      fc.property(bases, bases, (before, after) => {
        const base = templatesOf(...before);
        const stages = migrationPlan(base, templatesOf(...after));
        if (stages.length > 0) planned++;
        for (const updates of updatesOf(base, stages).slice(0, -1))
          expect(updates.filter(isBreaking)).toEqual([]);
      }),
      { numRuns, seed: 1 },
    );
    expect(planned).toBeGreaterThan(numRuns / 3);
  });

  test("[U18] every stage names only what it has", () => {
    fc.assert(
      fc.property(bases, bases, (before, after) => {
        const stages = migrationPlan(
          templatesOf(...before),
          templatesOf(...after),
        );
        for (const { templates = [] } of stages)
          for (const { template } of templates)
            expect(missingIn(template)).toEqual([]);
      }),
      { numRuns, seed: 2 },
    );
  });

  test("[U18] the last stage is the head but for the new logical IDs", () => {
    fc.assert(
      fc.property(bases, bases, ([before, using], after) => {
        const head = templatesOf(...after);
        const stages = migrationPlan(templatesOf(before, using), head);
        const last = stages.at(-1)?.templates;
        if (last === undefined) return;
        const back = new Map(
          [...keyIds, "R"].flatMap((id) =>
            ["New", "New2"].map((ending) => [`${id}${ending}`, id]),
          ),
        );
        expect(withNames(templateOf(last, "Keys"), back).Resources).toEqual(
          templateOf(head, "Keys").Resources,
        );
      }),
      { numRuns, seed: 3 },
    );
  });

  test("[U18] the old key stays as it was, and retained, until the last stage", () => {
    fc.assert(
      fc.property(keys, users, spec, (all, using, other) => {
        const base = templatesOf(all, using);
        const [id = ""] = Object.keys(all);
        const one = all[id];
        if (one === undefined) return;
        const stages = migrationPlan(
          base,
          templatesOf({ ...all, [id]: { ...one, spec: other } }, using),
        );
        const old = templateOf(base, "Keys").Resources?.[id];
        for (const { template } of deployedIn(stages.slice(0, -1), "Keys"))
          expect(template.Resources?.[id]).toEqual({
            ...old,
            DeletionPolicy: "Retain",
          });
      }),
      { numRuns, seed: 4 },
    );
  });

  test("[U18] where only what cannot change changes, CloudFormation has nothing to refuse in the last stage either", () => {
    fc.assert(
      fc.property(keys, users, fc.array(spec), (all, using, others) => {
        const base = templatesOf(all, using);
        const changed = Object.fromEntries(
          Object.entries(all).map(([id, one], index) => [
            id,
            { ...one, spec: others[index] ?? one.spec },
          ]),
        );
        const last = updatesOf(
          base,
          migrationPlan(base, templatesOf(changed, using)),
        ).at(-1);
        expect(
          (last ?? []).filter(
            (update) =>
              update.target === "cloudformation" && isBreaking(update),
          ),
        ).toEqual([]);
      }),
      { numRuns, seed: 5 },
    );
  });
});
