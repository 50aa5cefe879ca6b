import fc from "fast-check";

import type {
  Design,
  Output,
  OutputValue,
  Parameter,
  Stack,
} from "../design/design.ts";
import {
  constructId,
  idsOf,
  options,
  parameterIds,
  tagList,
  text,
  word,
} from "./arbitrary-document-parts.ts";
import { assumptions, keptTemplate } from "./arbitrary-document-templates.ts";

/** Stacks without what names other things. */
export function bareStacks(): fc.Arbitrary<readonly Stack[]> {
  const one: fc.Arbitrary<Stack> = fc.record(
    {
      id: constructId,
      name: word(),
      account: fc.constantFrom("111122223333", "444455556666", "${Env}"),
      region: fc.constantFrom("us-east-1", "cn-north-1"),
      description: text(),
      terminationProtection: fc.boolean(),
      tags: tagList(),
      parameters: fc.constant<readonly Parameter[]>([]),
      template: keptTemplate(),
      assumed: assumptions(),
    },
    { requiredKeys: ["id"], noNullPrototype: true },
  );
  return fc
    .tuple(
      fc.uniqueArray(one, {
        minLength: 1,
        maxLength: 4,
        selector: ({ id }) => id,
      }),
      fc.uniqueArray(fc.tuple(parameter(), fc.nat({ max: 3 })), {
        maxLength: 3,
        selector: ([{ id }]) => id,
      }),
    )
    .map(([stacks, parameters]) =>
      stacks.map((stack, index) => {
        const own = parameters.flatMap(([member, at]) =>
          at % stacks.length === index ? [member] : [],
        );
        return own.length === 0 ? stack : { ...stack, parameters: own };
      }),
    );
}

function parameter(): fc.Arbitrary<Parameter> {
  return fc.record(
    {
      id: fc.constantFrom(...parameterIds),
      type: fc.constantFrom("String", "Number"),
      default: text(),
      description: text(),
      allowedPattern: text(),
    },
    { requiredKeys: ["id"], noNullPrototype: true },
  );
}

/** Dependencies between the stacks, and outputs. */
export function withStackReferences(design: Design): fc.Arbitrary<Design> {
  const references = fc.record(
    {
      dependencies: fc.array(idsOf(design.stacks), { maxLength: 2 }),
      outputs: fc.uniqueArray(output(design), {
        maxLength: 3,
        selector: ({ id }) => id,
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.tuple(...design.stacks.map(() => references)).map((all) => ({
    ...design,
    stacks: design.stacks.map((stack, index) => ({
      ...stack,
      ...all[index],
    })),
  }));
}

function output({ keys, aliases = [] }: Design): fc.Arbitrary<Output> {
  const values: fc.Arbitrary<OutputValue>[] = [
    fc.record({ text: text() }, options),
  ];
  if (keys.length > 0)
    values.push(
      fc.record(
        {
          key: idsOf(keys),
          attribute: fc.constantFrom(
            "arn" as const,
            "id" as const,
            "alias-name" as const,
            "alias-arn" as const,
          ),
        },
        options,
      ),
    );
  if (aliases.length > 0)
    values.push(
      fc.record(
        {
          alias: idsOf(aliases),
          attribute: fc.constantFrom("name" as const, "arn" as const),
        },
        options,
      ),
    );
  return fc.record(
    {
      id: constructId,
      value: fc.oneof(...values),
      exportName: text(),
      description: text(),
    },
    { requiredKeys: ["id", "value"], noNullPrototype: true },
  );
}
