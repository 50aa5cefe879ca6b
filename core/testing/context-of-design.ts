import type { Design } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import { contextFlags } from "../synth/flags.ts";
import { contextKey } from "../synth/look-up.ts";
import { initContext } from "./real-cdk.ts";

/** It has every warning printed with a stack trace, hundreds of them in a run of random designs. */
const quiet = { "@aws-cdk/core:annotationsInValidationReport": false };

/** The context with which the program of a design is run: its flags, and what look-ups found. */
export function contextOfDesign(design: Design): JsonObject {
  const { cdk, keys, stacks } = design;
  const found = keys.flatMap((key) => {
    const stack = stacks.find(({ id }) => id === key.stack);
    return key.kind === "looked-up" &&
      key.keyId !== undefined &&
      stack !== undefined
      ? [[contextKey(key, stack), { keyId: key.keyId }] as const]
      : [];
  });
  return {
    ...(cdk.line === "v2" ? { ...initContext, ...quiet } : {}),
    ...contextFlags(cdk),
    ...Object.fromEntries(found),
  };
}
