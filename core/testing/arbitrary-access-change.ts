import fc from "fast-check";

import type { DesignChange } from "../design/change.ts";
import type { Design } from "../design/design.ts";
import { index, nameOf, someOf, typed } from "./arbitrary-change-parts.ts";
import {
  accepted,
  answers,
  applied,
  claim,
  keptTest,
} from "./arbitrary-document-access.ts";
import { idsOf, recipeId } from "./arbitrary-document-parts.ts";

/** A change of what a design says of access, with names that are there and names that are not. */
export function accessChange(design: Design): fc.Arbitrary<DesignChange> {
  return fc.oneof(
    settingsChange(),
    claimChange(design),
    claimEdit(design),
    testChange(design),
    acceptedChange(design),
    recipeChange(design),
  );
}

function settingsChange(): fc.Arbitrary<DesignChange> {
  return fc.record(
    {
      type: typed("edit-settings"),
      patch: fc.record(
        {
          account: fc.constantFrom("111122223333", "12", null),
          organization: fc.constantFrom(
            { id: "o-a1b2c3d4e5" },
            { id: "o-a1b2c3d4e5", accounts: ["444455556666"] },
            { id: "x" },
            null,
          ),
          trustedAccounts: fc.constantFrom(["444455556666"], [], null),
          deployer: fc.constantFrom("arn:aws:iam::111122223333:role/Cdk", null),
        },
        someOf,
      ),
      keepsSettings: fc.boolean(),
    },
    { requiredKeys: ["type", "patch"] },
  );
}

function claimChange({
  claims,
  keys,
  principals,
}: Design): fc.Arbitrary<DesignChange> {
  const name = nameOf(claims);
  const one = claim(name, { keys, principals });
  return fc.oneof(
    fc.record({ type: typed("add-claim"), claim: one, index }),
    fc.record(
      { type: typed("remove-claim"), claim: name, keepsList: fc.boolean() },
      { requiredKeys: ["type", "claim"] },
    ),
    fc.record({ type: typed("replace-claim"), claim: name, by: one }),
    fc.record({ type: typed("move-claim"), claim: name, index }),
  );
}

function claimEdit({
  claims,
  keys,
  principals,
}: Design): fc.Arbitrary<DesignChange> {
  const everywhere = {
    id: nameOf(claims),
    keys: fc.option(fc.array(nameOf(keys), { maxLength: 2 })),
    actions: fc.constantFrom(["kms:*"], []),
  };
  const principal = fc.oneof(
    nameOf(principals).map((id) => ({ principal: id })),
    fc.constant({ arn: "arn:aws:iam::111122223333:role/App" }),
  );
  const patch = fc.oneof(
    fc.record(everywhere, someOf),
    fc.record(
      {
        ...everywhere,
        boundary: fc.constantFrom("account" as const, ["111122223333"], ["1"]),
      },
      someOf,
    ),
    fc.record({ ...everywhere, principal }, someOf),
    fc.record(
      { ...everywhere, principals: fc.array(principal, { maxLength: 2 }) },
      someOf,
    ),
  );
  return fc.record({
    type: typed("edit-claim"),
    claim: nameOf(claims),
    patch,
  });
}

function testChange({ tests, keys }: Design): fc.Arbitrary<DesignChange> {
  const test = nameOf(tests);
  return fc.oneof(
    fc.record({
      type: typed("add-test"),
      test: keptTest(test, nameOf(keys)),
      index,
    }),
    fc.record(
      { type: typed("remove-test"), test, keepsList: fc.boolean() },
      { requiredKeys: ["type", "test"] },
    ),
    fc.record({
      type: typed("edit-test"),
      test,
      patch: fc.record(
        {
          id: test,
          key: nameOf(keys),
          expected: fc.constantFrom("allowed" as const, "denied" as const),
          request: fc.constant({ principal: "x", action: "kms:Sign" }),
        },
        someOf,
      ),
    }),
    fc.record({ type: typed("move-test"), test, index }),
  );
}

function acceptedChange({
  accepted: list,
  keys,
}: Design): fc.Arbitrary<DesignChange> {
  const name = nameOf(list);
  return fc.oneof(
    fc.record({
      type: typed("add-accepted"),
      accepted: accepted(name, keys),
      index,
    }),
    fc.record(
      {
        type: typed("remove-accepted"),
        accepted: name,
        keepsList: fc.boolean(),
      },
      { requiredKeys: ["type", "accepted"] },
    ),
    fc.record({
      type: typed("edit-accepted"),
      accepted: name,
      patch: fc.record(
        {
          id: name,
          rule: fc.constant("rotation-off"),
          key: fc.option(nameOf(keys)),
          statement: fc.constantFrom("One", null),
          reason: fc.constantFrom("agreed", "a lab", "as planned", " \n"),
        },
        someOf,
      ),
    }),
  );
}

function recipeChange({
  recipes = [],
  keys,
}: Design): fc.Arbitrary<DesignChange> {
  const name = mostlyOf(recipes);
  const add = fc.record({
    type: typed("add-recipe"),
    applied: applied(fc.oneof(nameOf(recipes), recipeId), mostlyOf(keys)),
    index,
  });
  const remove = fc.record(
    { type: typed("remove-recipe"), applied: name, keepsList: fc.boolean() },
    { requiredKeys: ["type", "applied"] },
  );
  const edit = fc.record({
    type: typed("edit-recipe"),
    applied: name,
    patch: fc.record(
      { id: fc.oneof(name, recipeId), answers: answers() },
      someOf,
    ),
  });
  return fc.oneof(
    { weight: recipes.length === 0 ? 4 : 1, arbitrary: add },
    { weight: 1, arbitrary: remove },
    { weight: 1, arbitrary: edit },
  );
}

/** The id of a member more often than one that none has. */
function mostlyOf(
  members: readonly { readonly id: string }[],
): fc.Arbitrary<string> {
  return members.length === 0
    ? nameOf(members)
    : fc.oneof({ weight: 3, arbitrary: idsOf(members) }, nameOf(members));
}
