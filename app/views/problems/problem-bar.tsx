import { useId, type ReactNode } from "react";
import type { Finding, Severity } from "../../../core/index.ts";
import { hasKey } from "../../../core/index.ts";
import { countBySeverity } from "../../state/findings.ts";
import { keyAt } from "../../state/problem-filter.ts";
import { familyOf } from "../../state/rules.ts";
import { setView } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp, type ListedProblem } from "../../state/store.ts";
import { initialView, type ProblemFilter } from "../../state/view.ts";
import { problemsText as words } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";

interface Props {
  readonly problems: readonly ListedProblem[];
  readonly settled: readonly Finding[];
}

/** What is listed: of which severity, family and key, and whether with what is settled. */
export function ProblemBar({
  problems,
  settled,
  children,
}: Props & { readonly children: ReactNode }) {
  const filter = useApp(({ view }) => view.problemFilter);
  const settledShown = useApp(({ view }) => view.settledShown);
  const accepted = settled.filter(
    ({ standing }) => standing?.kind === "accepted",
  );
  return (
    <div className="problem-bar">
      <Severities problems={problems} chosen={filter.severities} />
      <FamilyChoice problems={problems} settled={settled} filter={filter} />
      <KeyChoice problems={problems} settled={settled} filter={filter} />
      {isFiltered(filter) && (
        <Button
          variant="link"
          onClick={() => setView({ problemFilter: initialView.problemFilter })}
        >
          {words.clear}
        </Button>
      )}
      <span className="grow" />
      {children}
      {settled.length > 0 && (
        <label className="problem-toggle">
          <input
            type="checkbox"
            checked={settledShown}
            onChange={() => setView({ settledShown: !settledShown })}
          />
          {words.settled(accepted.length, settled.length - accepted.length)}
        </label>
      )}
    </div>
  );
}

/** Some problems are not let through. */
export function isFiltered({
  severities,
  family,
  key,
}: ProblemFilter): boolean {
  return severities.length > 0 || family !== null || key !== null;
}

const severities: readonly Severity[] = ["error", "warning", "info"];

function Severities({
  problems,
  chosen,
}: {
  readonly problems: readonly ListedProblem[];
  readonly chosen: readonly Severity[];
}) {
  const counts = countBySeverity(problems);
  const toggle = (severity: Severity) =>
    setFilter({
      severities: chosen.includes(severity)
        ? chosen.filter((one) => one !== severity)
        : [...chosen, severity],
    });
  return (
    <div
      className="problem-severities"
      role="group"
      aria-label={words.bySeverity}
    >
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          className={classNames("problem-filter", `problem-filter-${severity}`)}
          aria-pressed={chosen.includes(severity)}
          onClick={() => toggle(severity)}
        >
          {words.severityCounts[severity](counts[severity])}
        </button>
      ))}
    </div>
  );
}

function setFilter(part: Partial<ProblemFilter>): void {
  setView({
    problemFilter: { ...useApp.getState().view.problemFilter, ...part },
  });
}

interface ChoiceProps extends Props {
  readonly filter: ProblemFilter;
}

function FamilyChoice({ filter: { family }, ...listed }: ChoiceProps) {
  const there = countsOf(listed, ({ code }) => familyOf(code));
  return (
    <Choice
      label={words.family}
      all={words.allFamilies}
      chosen={family}
      options={[...withChosen(there, family)].map(([id, count]) => ({
        id,
        text: `${hasKey(words.families, id) ? words.families[id] : id} (${count})`,
      }))}
      onChange={(value) => setFilter({ family: value })}
    />
  );
}

function KeyChoice({ filter: { key }, ...listed }: ChoiceProps) {
  const design = useApp(designOf);
  const there = countsOf(listed, ({ path }) => keyAt(design, path));
  const isGone =
    key !== null && key !== "" && !design.keys.some(({ id }) => id === key);
  const chosen = isGone ? null : key;
  return (
    <Choice
      label={words.key}
      all={words.allKeys}
      chosen={chosen}
      options={[...withChosen(there, chosen)].map(([id, count]) => ({
        id,
        text: `${id === "" ? words.noKey : id} (${count})`,
      }))}
      onChange={(value) => setFilter({ key: value })}
    />
  );
}

/** How many are open of each name; what is settled has its name among them too. */
function countsOf(
  { problems, settled }: Props,
  nameOf: (problem: ListedProblem) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, count: number) =>
    counts.set(name, (counts.get(name) ?? 0) + count);
  for (const problem of problems) add(nameOf(problem), 1);
  for (const finding of settled) add(nameOf(finding), 0);
  return counts;
}

/** What was chosen stays among the choices when the last of it is mended. */
function withChosen(
  counts: ReadonlyMap<string, number>,
  chosen: string | null,
): ReadonlyMap<string, number> {
  return chosen === null || counts.has(chosen)
    ? counts
    : new Map([...counts, [chosen, 0]]);
}

/** No family and no key is called this. */
const allOfThem = "\n";

function Choice({
  label,
  all,
  chosen,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly chosen: string | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (value: string | null) => void;
}) {
  const id = useId();
  return (
    <span className="problem-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? allOfThem}
        onChange={({ target }) =>
          onChange(target.value === allOfThem ? null : target.value)
        }
      >
        <option value={allOfThem}>{all}</option>
        {options.map(({ id: value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
