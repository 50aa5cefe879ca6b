import { StackDeployment } from "../design/deployment.ts";
import type { Stack } from "../design/design.ts";
import { intrinsicText, isIntrinsic } from "../policy/intrinsic.ts";
import { resolveIntrinsics } from "../policy/resolve-intrinsics.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../problem/json.ts";
import { plainText } from "./plain-json.ts";
import type { RenderedPolicy } from "./policy-document.ts";

/** A key policy with the functions of a template worked out, and what had to be taken for granted. */
export interface WrittenOutPolicy extends RenderedPolicy {
  readonly notes: readonly string[];
  /** The pseudo parameters that were worked out. */
  readonly pseudo: ReadonlySet<string>;
  /** The statements that are in it, with their functions. */
  readonly statements: readonly Json[];
  /** Works out the functions of a part of the policy. */
  readonly resolve: (value: Json) => Json | undefined;
}

/**
 * The policy as it is with what the stack assumes about its deployment, and with the defaults of parameters where it
 * assumes nothing. A statement that comes to nothing is left out; what is not known stays a function.
 */
export function writtenOut(
  { document, origins }: RenderedPolicy,
  stack: Stack,
): WrittenOutPolicy {
  const deployment = new StackDeployment(stack, (name) =>
    plainText(`\${${name}}`, stack),
  );
  const { pseudo } = deployment;
  const resolve = (value: Json) => resolveIntrinsics(value, deployment);
  const { Statement: list = [], ...head } = document ?? {};
  const all = isJsonList(list) ? list : [list];
  if (document === undefined || stack.template === undefined)
    return { document, origins, notes: [], pseudo, statements: all, resolve };
  const written = all.flatMap((behind, index) => {
    const json = resolve(behind);
    const from = origins[index] ?? [];
    return json === undefined ? [] : [{ behind, json, from }];
  });
  const [only] = written;
  const policy: JsonObject = {
    ...objectOf(resolve(head)),
    Statement:
      !isJsonList(list) && only !== undefined
        ? only.json
        : written.map(({ json }) => json),
  };
  return {
    document: policy,
    origins: written.map(({ from }) => from),
    notes: [...notesOf(deployment), ...unknownIn(policy)],
    pseudo,
    statements: written.map(({ behind }) => behind),
    resolve,
  };
}

function notesOf(deployment: StackDeployment): readonly string[] {
  const { parameters, conditions } = deployment;
  return [
    ...[...parameters].map(([name, source]) => {
      if (source === "assumed")
        return `Parameter \`${name}\` is what the stack assumes.`;
      return source === "default"
        ? `The default of parameter \`${name}\` stands for it.`
        : `Parameter \`${name}\` has no value: assume one in the stack's settings.`;
    }),
    ...[...conditions].map(([name, source]) => {
      const holds = deployment.condition(name);
      if (holds === undefined)
        return `Whether condition \`${name}\` holds is not known: assume it in the stack's settings.`;
      const words = holds ? "holds" : "does not hold";
      return source === "assumed"
        ? `Condition \`${name}\` ${words}, as the stack assumes.`
        : `Condition \`${name}\` ${words} with these values.`;
    }),
  ];
}

/** What only CloudFormation can work out. */
function unknownIn(value: Json): readonly string[] {
  if (isJsonList(value)) return value.flatMap(unknownIn);
  if (!isJsonObject(value)) return [];
  if (!isIntrinsic(value)) return Object.values(value).flatMap(unknownIn);
  return [
    `Only CloudFormation knows \`${intrinsicText(value)}\`: write it in.`,
  ];
}
