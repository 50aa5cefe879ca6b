import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { liesAbout } from "../testing/lies.ts";
import { tinyPairs } from "../testing/naive/tiny-policies.ts";
import type { TinyPair } from "../testing/naive/tiny-policies.ts";
import { tinyProver } from "../testing/new-access-check.ts";
import { ProofChecker } from "./check-proof.ts";
import { isWholeSpace } from "./check-space.ts";
import type { CoverTree } from "./cover.ts";
import type { Goal, Proof, Prover } from "./prover.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";
const seed = 20261128;

function somePairs(numRuns: number): readonly TinyPair[] {
  return fc.sample(tinyPairs({ maximum: 500 }), {
    seed,
    numRuns: isDeep ? 20 * numRuns : numRuns,
  });
}

/** Whether each statement of the second policy allows only what the first does. */
function goalsOf(prover: Prover): readonly Goal[] {
  const covers = [
    ...prover.terms(1, { effect: "Deny", side: "any", bound: "must" }),
    ...prover.terms(0, { effect: "Allow", side: "any", bound: "must" }),
  ];
  return prover
    .terms(1, { effect: "Allow", side: "any", bound: "may" })
    .map((allow) => ({ goals: [allow], covers }));
}

function ask(prover: Prover, goal: Goal) {
  return prover.ask(goal, { left: 400_000 });
}

/** Everything that the prover proves of some pairs. */
function proofsOf(pairs: readonly TinyPair[]) {
  return pairs.flatMap(({ before, after }) => {
    const prover = tinyProver(before, after);
    return goalsOf(prover).flatMap((goal) => {
      const answer = ask(prover, goal);
      return answer.kind === "proven" ? [{ prover, proof: answer.proof }] : [];
    });
  });
}

function isAccepted({ space }: Prover, proof: Proof): boolean {
  return new ProofChecker(space).accepts(proof);
}

describe("true proofs", () => {
  test("[V5] are accepted, and so are the classes that they are about", () => {
    const pairs = somePairs(150);
    const proofs = proofsOf(pairs);
    expect(proofs.length).toBeGreaterThan(50);
    expect(
      proofs.filter(({ prover, proof }) => !isAccepted(prover, proof)),
    ).toEqual([]);
    expect(
      pairs.filter(
        ({ before, after }) => !isWholeSpace(tinyProver(before, after).space),
      ),
    ).toEqual([]);
  });
});

describe("classes that are not complete", () => {
  test("[V6] are refused, whatever is missing", () => {
    const refused = new Map<string, number>();
    const accepted: unknown[] = [];
    for (const { before, after } of somePairs(45)) {
      const { space } = tinyProver(before, after);
      for (const { kind, space: lie, matters } of liesAbout(space)) {
        if (!isWholeSpace(lie)) refused.set(kind, 1 + (refused.get(kind) ?? 0));
        else if (matters) accepted.push({ kind, before, after });
      }
    }
    expect(accepted).toEqual([]);
    expect([...refused.keys()].toSorted()).toEqual([
      "a caller",
      "a caller and the example of its name",
      "a class of a text",
      "a class of boolean",
      "a class of date",
      "a class of ip",
      "a class of members of lists",
      "a class of numeric",
      "a class of texts",
      "a class of the absent key",
      "a text that is a class of its own, which no longer is one",
      "a word",
      "a word of a name",
    ]);
  });
});

/** The tree with another in the place of one of its parts. */
function treesNear(
  tree: CoverTree,
  change: (part: CoverTree) => readonly CoverTree[],
): readonly CoverTree[] {
  return [
    ...change(tree),
    ...tree.pieces.flatMap((piece, at) =>
      treesNear(piece, change).map((other) => ({
        ...tree,
        pieces: tree.pieces.with(at, other),
      })),
    ),
  ];
}

/** The proof with each of its trees changed. */
function proofsNear(
  proof: Proof,
  change: (part: CoverTree) => readonly CoverTree[],
): readonly Proof[] {
  return proof.trees.flatMap((tree, at) =>
    treesNear(tree, change).map((other) => ({
      ...proof,
      trees: proof.trees.with(at, other),
    })),
  );
}

describe("trees that are not what they should be", () => {
  const proofs = proofsOf(somePairs(150));

  test.each<[string, (part: CoverTree) => readonly CoverTree[]]>([
    [
      "a piece is missing",
      (part) =>
        part.pieces.map((_, at) => ({
          ...part,
          pieces: part.pieces.toSpliced(at, 1),
        })),
    ],
    [
      "a dimension is missing",
      (part) =>
        part.dimensions.map((_, at) => ({
          ...part,
          dimensions: part.dimensions.toSpliced(at, 1),
        })),
    ],
    [
      "a cover does not contain the rest",
      (part) =>
        part.pieces.length === 0
          ? []
          : [{ cover: part.cover, dimensions: [], pieces: [] }],
    ],
    ["a cover is not there", (part) => [{ ...part, cover: 1000 }]],
  ])("[V7] %s: refused", (_, change) => {
    const lies = proofs.flatMap(({ prover, proof }) =>
      proofsNear(proof, change).map((lie) => ({ prover, lie })),
    );
    expect(lies.length).toBeGreaterThan(0);
    expect(lies.filter(({ prover, lie }) => isAccepted(prover, lie))).toEqual(
      [],
    );
  });

  test("[V7] a tree is missing, or one too many: refused", () => {
    const lies = proofs.flatMap(({ prover, proof }) => {
      const [first] = proof.trees;
      return first === undefined
        ? []
        : [
            { prover, lie: { ...proof, trees: [] } },
            { prover, lie: { ...proof, trees: [...proof.trees, first] } },
          ];
    });
    expect(lies.length).toBeGreaterThan(0);
    expect(lies.filter(({ prover, lie }) => isAccepted(prover, lie))).toEqual(
      [],
    );
  });
});

/** The proof without one of its covers, in whose place others are claimed. */
function proofsWithout(proof: Proof): readonly Proof[] {
  return proof.covers.flatMap((_, gone) => {
    const covers = proof.covers.toSpliced(gone, 1);
    const moved = (tree: CoverTree): CoverTree => ({
      ...tree,
      cover: tree.cover > gone ? tree.cover - 1 : tree.cover,
      pieces: tree.pieces.map(moved),
    });
    return covers.length === 0
      ? [{ ...proof, covers }]
      : [{ ...proof, covers, trees: proof.trees.map(moved) }];
  });
}

/** Simple trees: one cover is said to contain all. */
function bareProofs({ goals, covers }: Goal): readonly Proof[] {
  return covers.map((_, cover) => ({
    goals,
    covers,
    trees: [{ cover, dimensions: [], pieces: [] }],
  }));
}

describe("what is not true", () => {
  test("[V8] has no proof: a cover that is needed is taken away", () => {
    const lies = proofsOf(somePairs(150)).flatMap(({ prover, proof }) => {
      const wrong = proofsWithout(proof).filter(
        (lie) => ask(prover, lie).kind === "open",
      );
      const other = wrong.flatMap((lie) =>
        proofsNear(lie, (part) =>
          lie.covers.map((_, cover) => ({ ...part, cover })),
        ),
      );
      return [...wrong, ...other].map((lie) => ({ prover, lie }));
    });
    expect(lies.length).toBeGreaterThan(20);
    expect(lies.filter(({ prover, lie }) => isAccepted(prover, lie))).toEqual(
      [],
    );
  });

  test("[V8] has no proof: a cover is said to contain what it does not", () => {
    const lies = somePairs(150).flatMap(({ before, after }) => {
      const prover = tinyProver(before, after);
      const open = goalsOf(prover).filter(
        (goal) => ask(prover, goal).kind === "open",
      );
      const bare = open.flatMap(bareProofs);
      const empty = open.map((goal) => ({ ...goal, trees: [] }));
      return [...bare, ...empty].map((lie) => ({ prover, lie }));
    });
    expect(lies.length).toBeGreaterThan(50);
    expect(lies.filter(({ prover, lie }) => isAccepted(prover, lie))).toEqual(
      [],
    );
  });
});
