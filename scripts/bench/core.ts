import type { Design, ExportTarget, Principal } from "../../core/index.ts";
import {
  emptyDesign,
  exportDesign,
  exportTargets,
  keysOf,
  newKey,
  printTemplate,
  synthesize,
} from "../../core/index.ts";
import {
  compilePrograms,
  initContext,
  runProgramAll,
} from "../../core/testing/real-cdk.ts";
import { milliseconds, timeOf } from "./statistics.ts";

/** Keys in one stack. More than 500 resources are refused by the CDK. */
const SIZES = [1, 25, 100, 500];

/** Keys in twenty stacks, each granted to a role of the next one. */
const SHARED_SIZES = [20, 100, 500];
const STACKS = 20;

/** Times synthesis and export beside the real CDK, warm and in one process; ours first, while the heap has no CDK in it. */
export function benchCore(): void {
  const designs = new Map(SIZES.map((size) => [size, designOf(size)]));
  const shared = new Map(
    SHARED_SIZES.map((size) => [size, sharedDesignOf(size)]),
  );
  const ours = timesOf(designs);
  const oursShared = timesOf(shared);
  console.log(
    "\nSynthesis and CloudFormation JSON text, warm medians; the real CDK in process, without its validator",
  );
  compareWithCdk("bench", designs, ours);
  console.log(`The same with keys shared between ${STACKS} stacks`);
  compareWithCdk("bench-shared", shared, oursShared);
  console.log("Export with spans, warm medians");
  console.table(
    [...designs].map(([size, design]) => ({
      keys: size,
      ...Object.fromEntries(
        stackTargets().map((target) => [
          target,
          milliseconds(timeOf(() => exportDesign({ ...design }, target))),
        ]),
      ),
    })),
  );
}

/** How long synthesis takes here, by the number of keys. */
function timesOf(
  designs: ReadonlyMap<number, Design>,
): ReadonlyMap<number, number> {
  return new Map(
    [...designs].map(([keys, design]) => [
      keys,
      timeOf(() => {
        // A design that was synthesised before is remembered: a copy is not.
        for (const { template } of synthesize({ ...design }))
          printTemplate(template);
      }),
    ]),
  );
}

/** Prints how long synthesis takes in the real CDK, and how much longer that is. */
function compareWithCdk(
  folder: string,
  designs: ReadonlyMap<number, Design>,
  ours: ReadonlyMap<number, number>,
): void {
  const programs = compilePrograms(
    folder,
    new Map(
      [...designs].map(([keys, design]) => [`p${keys}`, cdkCode(design)]),
    ),
  );
  const rows = [...ours].map(([keys, keywright]) => {
    const program = programs.javaScript.get(`p${keys}`) ?? "";
    const cdk = timeOf(() =>
      runProgramAll(program, { line: "v2", context: initContext }),
    );
    return {
      keys,
      keywright: milliseconds(keywright),
      cdk: milliseconds(cdk),
      ratio: `${(cdk / keywright).toFixed(0)} x`,
      "per key": milliseconds(keywright / keys),
    };
  });
  console.table(rows);
}

function stackTargets(): readonly ExportTarget[] {
  return keysOf(exportTargets).filter(
    (name) => !exportTargets[name].perKey && !name.startsWith("cdk-v1"),
  );
}

function cdkCode(design: Design): string {
  const exported = exportDesign(design, "cdk-typescript");
  if (!exported.ok) throw new Error(exported.problems[0]?.message);
  return exported.value.text;
}

/** Keys in many stacks, each with an alias, an administrator and a grant to a role of another stack. */
function sharedDesignOf(size: number): Design {
  const empty = emptyDesign("Bench");
  const ids = Array.from({ length: STACKS }, (_, index) => `Stack${index}`);
  return {
    ...empty,
    stacks: ids.map((id) => ({ id })),
    principals: [
      { id: "Lambda", kind: "service", service: "lambda.amazonaws.com" },
      {
        id: "Admins",
        kind: "arn",
        arn: "arn:aws:iam::111122223333:role/Admins",
      },
      ...ids.map((stack, index): Principal => ({
        id: `Role${index}`,
        kind: "new-role",
        stack,
        assumedBy: "Lambda",
      })),
    ],
    keys: Array.from({ length: size }, (_, index) => ({
      ...newKey(empty),
      id: `Key${index}`,
      stack: ids[index % (STACKS - 1)] ?? "",
      aliases: [`alias/key-${index}`],
      administrators: ["Admins"],
      grants: [
        {
          principal: `Role${(index % (STACKS - 1)) + 1}`,
          permission: "encryptDecrypt" as const,
        },
      ],
    })),
  };
}

/** Keys with settings, an administrator and a statement each. */
function designOf(size: number): Design {
  const empty = emptyDesign("Bench");
  return {
    ...empty,
    principals: [
      {
        id: "Admins",
        kind: "arn",
        arn: "arn:aws:iam::111122223333:role/Admins",
      },
      { id: "App", kind: "arn", arn: "arn:aws:iam::111122223333:role/App" },
    ],
    keys: Array.from({ length: size }, (_, index) => ({
      ...newKey(empty),
      id: `Key${index}`,
      description: `Key number ${index}`,
      rotationPeriodInDays: 180,
      administrators: ["Admins"],
      policy: {
        mode: "amend" as const,
        statements: [
          {
            effect: "Allow" as const,
            principals: ["App"],
            actions: ["kms:Decrypt", "kms:GenerateDataKey"],
            resources: ["*"],
            conditions: {
              StringEquals: { "kms:EncryptionContext:app": `app-${index}` },
            },
          },
        ],
      },
    })),
  };
}
