import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kmsActionNames } from "../../kms/actions.ts";
import type { JsonObject } from "../../problem/json.ts";
import { callerOf, lookupOf } from "./caller.ts";
import { atomHolds } from "./conditions.ts";
import { naiveDecision, statementsOf } from "./naive-decision.ts";
import type { ContextValue, NaiveContext } from "./naive-request.ts";
import { newAccessByBruteForce } from "./new-access.ts";
import { naming } from "./principals.ts";
import { subsets, tinyKeys, tinyVariableKeys, words } from "./tiny-keys.ts";
import type { TinyKey } from "./tiny-keys.ts";
import {
  namedByAws,
  namedServices,
  peopleOf,
  tinyPeople,
} from "./tiny-people.ts";
import type { Person } from "./tiny-people.ts";
import { tinyPairs } from "./tiny-policies.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

/** How every atom that has one value turns out. */
function turnsOut({ key, operators, wanted }: TinyKey, given: ContextValue) {
  const lookup = lookupOf({
    principal: "s",
    action: "",
    context: { [key]: given },
  });
  return operators
    .flatMap((operator) =>
      wanted.map((one) =>
        atomHolds(
          { operator, key, wanted: one },
          { lookup, hasVariables: false },
        ),
      ),
    )
    .join(" ");
}

function keyNamed(name: string): TinyKey {
  const found = tinyKeys.find(({ key }) => key === name);
  if (found === undefined) throw new Error(`no key ${name}`);
  return found;
}

/** The outcomes of some values that no value of the tiny space has. */
function unheardOf(name: string, values: readonly ContextValue[]) {
  const key = keyNamed(name);
  const known = new Set(key.given.map((given) => turnsOut(key, given)));
  return values.filter((value) => !known.has(turnsOut(key, value)));
}

describe("the tiny space is complete", () => {
  test("[E9] longer texts over more letters tell nothing new", () => {
    const longer = [...words("abcdBA", isDeep ? 6 : 4), ...words("ab", 7)];
    expect(unheardOf("kms:EncryptionContext:k", longer)).toEqual([]);
  });

  test("[E9] longer alias names tell nothing new", () => {
    const longer = words("abcd", 5)
      .slice(1)
      .map((word) => `alias/${word}`);
    expect(unheardOf("kms:RequestAlias", longer)).toEqual([]);
  });

  test("[E9] other services tell nothing new", () => {
    const others = ["s3", "ec2", "sqs", "s3x"].flatMap((service) =>
      ["us-east-1", "us-west-2", "eu-central-1"].map(
        (region) => `${service}.${region}.amazonaws.com`,
      ),
    );
    expect(unheardOf("kms:ViaService", others)).toEqual([]);
  });

  test("[E9] other numbers, times and addresses tell nothing new", () => {
    const numbers = [...Array(100).keys()].map((n) => n / 2);
    const days = [...Array(800).keys()].map((n) => 1_750_000_000 + n * 86_400);
    const addresses = [
      "0.0.0.0",
      "10.1.255.255",
      "10.255.0.0",
      "255.255.255.255",
      "::",
      "2001:db8:ffff::",
    ];
    expect(unheardOf("aws:MultiFactorAuthAge", numbers)).toEqual([]);
    expect(unheardOf("aws:TokenIssueTime", days)).toEqual([]);
    expect(unheardOf("aws:SourceIp", addresses)).toEqual([]);
  });

  test("[E9] other ARNs tell nothing new", () => {
    const names = [...words("abc", 3).slice(1), "a/b", "b:a", "c:b", "a:"];
    const arns = ["s3", "sns", "sqs", "logs", "kms"].flatMap((service) =>
      [
        ":",
        "us-east-1:111122223333",
        "us-east-2:111122223333",
        "eu-west-1:111122223333",
        "us-east-1:",
        ":111122223333",
      ].flatMap((place) =>
        names.map((name) => `arn:aws:${service}:${place}:${name}`),
      ),
    );
    expect(unheardOf("aws:SourceArn", arns)).toEqual([]);
  });

  test.each(["kms:EncryptionContextKeys", "aws:TagKeys"])(
    "[E9] members of other sets turn out as members of the sets of %s do",
    (name) => {
      const members = words("abcABd", 4).map((word) => [word]);
      expect(unheardOf(name, members)).toEqual([]);
      expect(keyNamed(name).given).toHaveLength(2 ** 8 - 1);
      expect(subsets(["a", "b"])).toEqual([["a"], ["b"], ["a", "b"]]);
    },
  );

  test("[E9] other callers tell nothing new", () => {
    const parts: readonly JsonObject[] = [
      ...namedByAws.map((AWS) => ({ Principal: { AWS } })),
      ...namedServices.map((Service) => ({ Principal: { Service } })),
    ];
    const keys = tinyKeys.filter(({ given }) => given.length === 0);
    const signature = (person: Person) => {
      const request = { ...person, action: "" };
      const lookup = lookupOf(request);
      return JSON.stringify([
        parts.map((part) => naming(part, callerOf(request))),
        keys.map(({ key, operators, wanted }) =>
          operators.map((operator) =>
            wanted.map((one) =>
              atomHolds(
                { operator, key, wanted: one },
                { lookup, hasVariables: false },
              ),
            ),
          ),
        ),
      ]);
    };
    const known = new Set(tinyPeople.map(signature));
    const others = peopleOf({
      accounts: ["111122223333", "444455556666", "999900001111"],
      paths: ["", "p/", "q/", "a/", "p/q/"],
      names: words("abd", 3).slice(1),
      sessions: ["s", "t", "a"],
      services: ["sqs.amazonaws.com", ...namedServices],
    });
    expect(others.filter((person) => !known.has(signature(person)))).toEqual(
      [],
    );
  });

  test("[E9] other tags and what is compared with them tell nothing new", () => {
    const [tag, value] = tinyVariableKeys;
    const outcome = (one?: ContextValue, other?: ContextValue) => {
      const all = new Map([
        [tag?.key, one],
        [value?.key, other],
      ]);
      return tinyVariableKeys
        .flatMap(({ key, operators, wanted }) =>
          operators.flatMap((operator) =>
            wanted.map((text) =>
              atomHolds(
                { operator, key, wanted: text },
                { lookup: (name) => all.get(name), hasVariables: true },
              ),
            ),
          ),
        )
        .join(" ");
    };
    const known = new Set(
      [undefined, ...(tag?.given ?? [])].flatMap((one) =>
        [undefined, ...(value?.given ?? [])].map((other) =>
          outcome(one, other),
        ),
      ),
    );
    const more = [undefined, ...words("abc", 4)];
    const unheard = more.flatMap((one) =>
      more
        .filter((other) => !known.has(outcome(one, other)))
        .map((other) => [one, other]),
    );
    expect(unheard).toEqual([]);
  });
});

describe("random pairs", () => {
  const runs = { seed: 9, numRuns: isDeep ? 20_000 : 150 };

  test("[E9] the same seed gives the same pairs", () => {
    const sample = () => fc.sample(tinyPairs(), { seed: 5, numRuns: 20 });
    expect(sample()).toEqual(sample());
  });

  test("[E9] nothing is new in a policy beside itself, and taking away a Deny or an Allow gives or takes", () => {
    fc.assert(
      fc.property(tinyPairs({ maximum: 2000 }), ({ before, requests }) => {
        const kept = (effect: string) => ({
          ...before,
          Statement: statementsOf(before).filter(
            (each) => each["Effect"] === effect,
          ),
        });
        const same = { before, after: before, requests };
        const fewer = { before: kept("Allow"), after: before, requests };
        const none = { before, after: kept("Deny"), requests };
        for (const pair of [same, fewer, none])
          expect(newAccessByBruteForce(pair, "any").witness).toBeUndefined();
      }),
      runs,
    );
  });

  test("[E9] every other request is answered as one of the tiny space", () => {
    const person = fc.constantFrom(...tinyPeople);
    const action = fc.constantFrom(...kmsActionNames);
    const context = fc
      .tuple(
        ...tinyKeys.map(({ key, given }) =>
          given.length === 0
            ? fc.constant({})
            : fc.option(
                fc.constantFrom(...given).map((value) => ({ [key]: value })),
                { nil: {} },
              ),
        ),
      )
      .map((parts): NaiveContext =>
        Object.fromEntries(parts.flatMap((part) => Object.entries(part))),
      );
    const others = fc.array(fc.record({ person, action, context }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        tinyPairs({ maximum: 1000, open: true }),
        others,
        ({ before, after, requests }, some) => {
          const answers = (request: Parameters<typeof naiveDecision>[1]) =>
            `${naiveDecision(before, request)} ${naiveDecision(after, request)}`;
          const known = new Set(requests.map(answers));
          for (const other of some)
            expect(known).toContain(
              answers({
                ...other.person,
                action: other.action,
                context: other.context,
              }),
            );
        },
      ),
      { ...runs, numRuns: isDeep ? 5000 : 100 },
    );
  });

  test("[E9] there are pairs with new access, with none, and with open questions", () => {
    const counts = { witness: 0, contained: 0, open: 0 };
    for (const pair of fc.sample(
      tinyPairs({ open: true, variables: true, maximum: 5000 }),
      runs,
    )) {
      const { witness, isOpen } = newAccessByBruteForce(pair, "any");
      if (witness !== undefined) counts.witness++;
      else if (isOpen) counts.open++;
      else counts.contained++;
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(5);
  });
});
