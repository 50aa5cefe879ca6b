import type { Design } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { JsonObject } from "../problem/json.ts";
import { changedFlags, contextFlags } from "../synth/flags.ts";
import { contextKey } from "../synth/look-up.ts";
import { adoptionOf } from "./adoption.ts";
import type { Companion } from "./exported.ts";
import { fileStem } from "./file-name.ts";

/** The files that a CDK program needs beside it: its feature flags, and what was looked up. */
export function cdkCompanions(
  design: Design,
  app: string,
): readonly Companion[] {
  return [
    ...(changedFlags(design.cdk).length === 0
      ? []
      : [jsonFile("cdk.json", { app, context: contextFlags(design.cdk) })]),
    ...lookUpFiles(design),
  ];
}

/** What was looked up, where something was. */
export function lookUpFiles(design: Design): readonly Companion[] {
  const found = lookUps(design);
  return Object.keys(found).length === 0
    ? []
    : [jsonFile("cdk.context.json", found)];
}

/** A file of JSON as the CDK writes its own. */
export function jsonFile(fileName: string, content: JsonObject): Companion {
  return { fileName, text: `${JSON.stringify(content, null, 2)}\n` };
}

function lookUps({ keys, stacks }: Design): JsonObject {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const stack = memberWithId(stacks, key.stack);
      return key.kind === "looked-up" &&
        key.keyId !== undefined &&
        stack !== undefined
        ? [[contextKey(key, stack), { keyId: key.keyId }] as const]
        : [];
    }),
  );
}

/** For each stack that takes over keys that exist, which resources those are. */
export function importMappings(design: Design): readonly Companion[] {
  return design.stacks.flatMap(({ id }) => {
    const adoption = adoptionOf(design, id);
    return adoption === undefined
      ? []
      : [{ fileName: mappingFile(id), text: adoption.resourceMapping }];
  });
}

/** How those stacks are deployed first. */
export function importNotes(design: Design): readonly string[] {
  return design.stacks.flatMap(({ id }) =>
    adoptionOf(design, id) === undefined
      ? []
      : [
          `Stack \`${id}\` takes over keys that exist: run \`cdk import ${id} --resource-mapping ${mappingFile(id)}\` before the first \`cdk deploy\`, so that no second key is made.`,
        ],
  );
}

function mappingFile(stack: string): string {
  return `${fileStem(stack)}.resource-mapping.json`;
}
