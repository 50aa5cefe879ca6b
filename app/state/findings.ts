import type { Design, Finding, Path, Severity } from "../../core/index.ts";
import { accepts, printPath, startsWithPath } from "../../core/index.ts";
import type { Asked } from "../workers/use-meaning.ts";
import { isOrphan } from "./moved-drafts.ts";
import { placeAfter } from "./moved-place.ts";
import { designOf, findingsOf, remembered } from "./selectors.ts";
import type {
  AppState,
  Checked,
  Draft,
  ListedProblem,
  OpenDocument,
} from "./store.ts";

/** The question what is wrong with the design. */
export function findingsAsked({ id, design }: OpenDocument): Asked<"findings"> {
  return {
    ask: { kind: "findings", question: { design } },
    dependsOn: whatFindingsDependOn(design),
    about: id,
  };
}

/** Its name changes nothing, and what is accepted is seen here. */
const whatFindingsDependOn = remembered(
  ({ name: _name, accepted: _accepted, ...design }: Design) =>
    JSON.stringify(design),
);

/** What is wrong with the design on the screen. */
interface Found {
  readonly design: Design;
  readonly checked: Checked | null;
  /** What something needs to be done about. */
  readonly open: readonly Finding[];
  /** What is accepted, and what looks like a fault and is none. */
  readonly settled: readonly Finding[];
  /** Those that are open, by the member of the list of the design that they are in. */
  readonly byMember: ReadonlyMap<string, readonly Finding[]>;
}

let last: Found | undefined;

/**
 * What is seen at once is always that of the design as it is. What the worker found stays until it has looked again,
 * less what is gone from the design.
 */
function foundIn(state: AppState): Found {
  const design = designOf(state);
  const checked =
    state.checked?.document === state.document?.id ? state.checked : null;
  if (last?.design === design && last.checked === checked) return last;
  const all = [
    ...findingsOf(design),
    ...(checked === null ? [] : foundLater(checked, design)),
  ].map((finding) => withStanding(design, finding));
  const open = all.filter(({ standing }) => standing === undefined);
  last = {
    design,
    checked,
    open,
    settled: all.filter(({ standing }) => standing !== undefined),
    byMember: membersWith(open),
  };
  return last;
}

/** What only the worker finds, at its places in the design as it is now. */
function foundLater(checked: Checked, design: Design): readonly Finding[] {
  return lateOf(checked).flatMap((finding) => {
    const path = placeAfter(finding.path, checked.design, design);
    if (path === undefined) return [];
    return isAsWas(path, finding.path) ? [finding] : [{ ...finding, path }];
  });
}

function isAsWas(path: Path, was: Path): boolean {
  return path.every((step, index) => step === was[index]);
}

const lateOf = remembered(({ design, findings }: Checked) => {
  const atOnce = new Set(findingsOf(design).map(nameOfProblem));
  return findings.filter((finding) => !atOnce.has(nameOfProblem(finding)));
});

/** The worker knew what was accepted when it was asked; this is what is accepted now. */
function withStanding(design: Design, finding: Finding): Finding {
  const { standing, ...bare } = finding;
  if (standing?.kind === "closed") return finding;
  const accepted = design.accepted?.find((one) =>
    accepts(design, one, finding),
  );
  if (accepted !== undefined) {
    const { id: by, reason } = accepted;
    return { ...bare, standing: { kind: "accepted", by, reason } };
  }
  return standing === undefined ? finding : bare;
}

/** Tells problems apart. */
export function nameOfProblem({
  code = "",
  path,
  message,
}: Pick<ListedProblem, "code" | "path" | "message">): string {
  return `${code} ${printPath(path)} ${message}`;
}

/** The problem is one of the design as it is now: what mends it may be done. */
export function isCurrent(state: AppState, problem: ListedProblem): boolean {
  const { checked, design } = foundIn(state);
  const name = nameOfProblem(problem);
  return (
    checked?.design === design ||
    findingsOf(design).some((one) => nameOfProblem(one) === name)
  );
}

/** Everything that something needs to be done about. */
export function openFindings(state: AppState): readonly Finding[] {
  return foundIn(state).open;
}

/** Everything that is accepted or turned out to be no fault. */
export function settledFindings(state: AppState): readonly Finding[] {
  return foundIn(state).settled;
}

/** The findings of each member of a list, by its place; a page of many keys asks for them key by key. */
function membersWith(
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const byMember = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = memberName(finding.path);
    const known = byMember.get(name);
    if (known === undefined) byMember.set(name, [finding]);
    else known.push(finding);
  }
  return byMember;
}

const noFindings: readonly Finding[] = [];

/** What is wrong at a place or inside it. */
export function findingsAt(state: AppState, path: Path): readonly Finding[] {
  const { open, byMember } = foundIn(state);
  if (path.length < 2)
    return open.filter((finding) => startsWithPath(finding.path, path));
  const near = byMember.get(memberName(path)) ?? noFindings;
  return path.length === 2
    ? near
    : near.filter((finding) => startsWithPath(finding.path, path));
}

/** Names the member of a list that a place is in. */
export function memberName([list, index]: Path): string {
  return `${list} ${index}`;
}

/** How many findings of each severity. */
export function countBySeverity(
  findings: readonly { readonly severity: Severity }[],
): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const rank: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  info: 2,
};

/** All problems, the worst first, unfinished input at the top; the same list for the same state. */
export function listedProblems(state: AppState): readonly ListedProblem[] {
  const { drafts } = state;
  const found = foundIn(state);
  if (listed?.found === found && listed.drafts === drafts) return listed.list;
  const unfinished = Object.entries(drafts).flatMap(([id, draft]) =>
    isOrphan(found.design, id, draft) ? [] : draftProblems(draft),
  );
  const list = [...unfinished, ...worstFirst(found.open)];
  listed = { found, drafts, list };
  return list;
}

let listed:
  | {
      readonly found: Found;
      readonly drafts: AppState["drafts"];
      readonly list: readonly ListedProblem[];
    }
  | undefined;

/** The worst first, those of a severity as they were. */
export function worstFirst<Problem extends { readonly severity: Severity }>(
  problems: readonly Problem[],
): readonly Problem[] {
  return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function draftProblems(draft: Draft): readonly ListedProblem[] {
  return draft.problems.slice(0, 1).map(({ message, help }) => ({
    severity: "error",
    path: draft.path,
    message: `${draft.label}: ${message}`,
    help: help === "" ? "this input is not in the design yet" : help,
  }));
}
