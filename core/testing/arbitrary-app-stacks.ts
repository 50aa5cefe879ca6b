import fc from "fast-check";

import type { Key, Output, Parameter, Stack } from "../design/design.ts";

/** The accounts of an app. */
export const accounts = ["111122223333", "444455556666"] as const;

const regions = ["us-east-1", "eu-west-1", "cn-north-1"] as const;
const stackIds = ["KeyStack", "UseStack", "Prod-Eu", "A1"] as const;

/** Stacks in one environment mostly, else in several; with dependencies on those before. */
export function stacks(): fc.Arbitrary<readonly Stack[]> {
  const environment = fc.record(
    {
      account: fc.constantFrom(...accounts),
      region: fc.constantFrom(...regions),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({
      count: fc.constantFrom(1, 2, 2, 3, 3, 4),
      shared: environment,
      own: fc.array(environment, { minLength: 4, maxLength: 4 }),
      isShared: fc.constantFrom(true, true, false),
      links: fc.array(fc.constantFrom(true, true, false), {
        minLength: 6,
        maxLength: 6,
      }),
      named: fc.boolean(),
      parameters: fc.boolean(),
    })
    .map(({ count, shared, own, isShared, links, named, parameters }) =>
      stackIds.slice(0, count).map((id, index): Stack => {
        const before = stackIds.slice(0, index);
        const dependencies = before.filter(
          (_, other) => links[index + other] === true,
        );
        return {
          id,
          ...(isShared ? shared : own[index]),
          ...(named && index === 1 && { name: "custom-name" }),
          ...(index === 0 && { description: "All of it" }),
          ...(dependencies.length > 0 && { dependencies }),
          ...(parameters && { parameters: parametersOf(id) }),
        };
      }),
    );
}

function parametersOf(stack: string): readonly Parameter[] {
  const id = `${stack.replaceAll(/[^A-Za-z]/g, "")}Account`;
  return [
    { id, type: "String", default: "111122223333", description: "Whose" },
    { id: `${id}Arn`, allowedPattern: "arn:.*" },
  ];
}

/** The stacks, with outputs of keys and of texts. */
export function withOutputs(
  homes: readonly Stack[],
  all: readonly Key[],
): fc.Arbitrary<readonly Stack[]> {
  const value = fc.oneof(
    fc.record({
      key: fc.constantFrom(...all.map(({ id }) => id)),
      attribute: fc.constantFrom("arn" as const, "id" as const),
    }),
    fc.record({
      text: fc.constantFrom(
        "plain",
        "in ${AWS::Region}",
        ...homes.flatMap(({ parameters }) =>
          (parameters ?? []).map(({ id }) => `of \${${id}}`),
        ),
      ),
    }),
  );
  const output = fc.record(
    {
      id: fc.constant(""),
      value,
      exportName: fc.constant("shared"),
      description: fc.constant("What it is"),
    },
    { requiredKeys: ["id", "value"] },
  );
  const list = fc
    .array(output, { maxLength: 2 })
    .map((outputs): readonly Output[] =>
      outputs.map((one, index) => ({ ...one, id: `Out${index}` })),
    );
  return fc
    .array(list, { minLength: homes.length, maxLength: homes.length })
    .map((lists) =>
      homes.map((stack, index) => ({ ...stack, outputs: lists[index] ?? [] })),
    );
}
