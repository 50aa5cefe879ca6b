import type { Design } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { JsonObject } from "../problem/json.ts";
import { changedFlags, contextFlags } from "../synth/flags.ts";
import { contextKey } from "../synth/look-up.ts";
import type { Companion } from "./exported.ts";

/** The files that a CDK program needs beside it: its feature flags, and what was looked up. */
export function cdkCompanions(
  design: Design,
  app: string,
): readonly Companion[] {
  const found = lookUps(design);
  return [
    ...(changedFlags(design.cdk).length === 0
      ? []
      : [file("cdk.json", { app, context: contextFlags(design.cdk) })]),
    ...(Object.keys(found).length === 0
      ? []
      : [file("cdk.context.json", found)]),
  ];
}

function file(fileName: string, content: JsonObject): Companion {
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
