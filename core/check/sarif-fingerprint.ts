import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

import type { Design } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { Finding } from "./rule.ts";

/** Enough that no two findings of a design have the same by chance. */
const hashLength = 32;

/**
 * What tells a finding from all others, run after run: the rule and the names on the way to its place, not where that
 * stands in a file or a list. Findings that share all of that are counted, as GitHub does it.
 */
export function fingerprints(
  design: Design,
  findings: readonly Finding[],
): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, path }) => {
    const names = JSON.stringify([code, ...stableNames(design, path)]);
    const hash = bytesToHex(sha256(utf8ToBytes(names))).slice(0, hashLength);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** A path with the names of what stands in lists instead of their positions. */
function stableNames(design: Design, path: Path): readonly string[] {
  let value: unknown = design;
  return path.map((name) => {
    value = memberOf(value, name);
    return typeof name === "string" ? name : nameOf(value, name);
  });
}

function memberOf(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null
    ? Reflect.get(value, name)
    : undefined;
}

/** The name of a member of a list: its own, or all of it, since what has no name is known by what it says. */
function nameOf(member: unknown, index: number): string {
  if (typeof member === "string") return member;
  const names = ["id", "sid", "key", "name"].map((name) =>
    memberOf(member, name),
  );
  const own = [...names, memberOf(memberOf(member, "verbatim"), "Sid")].find(
    (name) => typeof name === "string" && name !== "",
  );
  if (typeof own === "string") return own;
  return JSON.stringify(member) ?? String(index);
}
