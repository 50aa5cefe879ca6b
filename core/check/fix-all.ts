import { applyChange } from "../design/apply-change.ts";
import type { DesignChange } from "../design/change.ts";
import type { Design } from "../design/design.ts";
import { withAcceptance } from "./accepted.ts";
import { eachOnce, foundOnKey, refusalsOf } from "./check-design.ts";
import { rules } from "./registry.ts";
import type { Finding, Fix, Rule } from "./rule.ts";

/**
 * The change that mends every open finding of a kind with its first fix, as one change that can be undone; undefined
 * where there is no such finding.
 */
export function fixAll(design: Design, code: string): Fix | undefined {
  const found = findingsOf(code);
  const done = new Work(design);
  for (let index = 0; index < design.keys.length; index++)
    done.mend((next) => found(next, index));
  const [first] = done.fixes;
  return first && { title: first.title, change: done.change };
}

/** What is open of one kind, without looking for any other. */
export function openFindings(design: Design, code: string): readonly Finding[] {
  const found = findingsOf(code);
  return eachOnce(design.keys.flatMap((_, index) => found(design, index)));
}

type Found = (design: Design, index: number) => readonly Finding[];

/** What there is of a code at the key in a place: from its rule, or from what the CDK refuses. */
function findingsOf(code: string): Found {
  const rule = Object.entries<Rule>(rules).find(([name]) => name === code);
  return (design, index) => {
    const all =
      rule === undefined
        ? refusalsOf(design).filter(
            (finding) => finding.code === code && isAt(finding, index),
          )
        : foundOnKey(design, index, Object.fromEntries([rule]));
    return all
      .map((finding) => withAcceptance(design, finding))
      .filter(({ standing }) => standing === undefined);
  };
}

function isAt({ path: [list, at] }: Finding, index: number): boolean {
  return list === "keys" && at === index;
}

class Work {
  readonly fixes: Fix[] = [];
  #design: Design;

  constructor(design: Design) {
    this.#design = design;
  }

  get change(): DesignChange {
    return { type: "batch", changes: this.fixes.map(({ change }) => change) };
  }

  /** Fixes what is found, one after the other; a fix after which there is no less to do ends it. */
  mend(found: (design: Design) => readonly Finding[]): void {
    let open = found(this.#design);
    for (;;) {
      const fix = open.find((one) => one.fix !== undefined)?.fix;
      const next = fix && applyChange(this.#design, fix.change);
      if (fix === undefined || !next?.ok) return;
      const left = found(next.value);
      if (left.length >= open.length) return;
      this.fixes.push(fix);
      this.#design = next.value;
      open = left;
    }
  }
}
