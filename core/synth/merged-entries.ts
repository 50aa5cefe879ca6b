import type { Design, Key } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import { describeStatement } from "../words/describe-statement.ts";
import type { StatementWords } from "../words/describe-statement.ts";
import type { Sentence } from "../words/sentence.ts";
import { writtenEntries } from "./policy-entries.ts";
import type { PolicyEntry, WrittenEntry } from "./policy-entries.ts";
import { synthesizeKeyPolicy } from "./synthesize.ts";

/** A statement of a key policy as the CDK writes it, and the entries that it merged into it. */
export interface MergedEntry {
  readonly effect: "Allow" | "Deny";
  readonly sentence: Sentence;
  /** In the order in which they were merged; nearly always one. */
  readonly entries: readonly PolicyEntry[];
}

/** The statements of a key policy as they are written into the template, in their order there. */
export function mergedEntries(
  design: Design,
  key: Key,
): readonly MergedEntry[] {
  const byPath = new Map(
    writtenEntries(design, key).map((entry) => [nameOf(entry.path), entry]),
  );
  return synthesizeKeyPolicy(design, key).origins.flatMap((origins) => {
    const entries = origins.flatMap(
      (origin) => byPath.get(nameOf(origin)) ?? [],
    );
    return entries.length === 0 ? [] : [merged(entries)];
  });
}

function nameOf(path: Path): string {
  return path.join("/");
}

function merged(written: readonly WrittenEntry[]): MergedEntry {
  const words = wordsTogether(written.map((entry) => entry.words));
  return {
    effect: words.effect,
    sentence: describeStatement(words),
    entries: written.map(({ words: _words, ...entry }) => entry),
  };
}

/** Statements are merged only where they agree in all but one of these lists, so the lists can be joined. */
function wordsTogether(all: readonly StatementWords[]): StatementWords {
  const [first] = all;
  // INVARIANT: a statement came from an entry at least.
  if (first === undefined) throw new Error("no entry");
  return {
    ...first,
    ...(all.some(({ resources }) => resources !== undefined) && {
      resources: distinctBy(
        all.flatMap(({ resources = ["*"] }) => resources),
        JSON.stringify,
      ),
    }),
    principals: distinctBy(
      all.flatMap(({ principals }) => principals),
      ({ text }) => text,
    ),
    actions: distinctBy(
      all.flatMap(({ actions }) => actions),
      JSON.stringify,
    ),
  };
}

function distinctBy<T>(
  members: readonly T[],
  nameOfMember: (member: T) => string,
): readonly T[] {
  return [
    ...new Map(
      members.map((member) => [nameOfMember(member), member]),
    ).values(),
  ];
}
