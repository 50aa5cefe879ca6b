import { useMemo } from "react";
import type { KeptTest, TestRun } from "../../../core/index.ts";
import { readRequest, runTests } from "../../../core/index.ts";
import { openRequestTest, removeTest } from "../../state/request-test.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { Button } from "../../ui/button.tsx";
import { sentence } from "./sentence.ts";
import { VerdictIcon } from "../proofs/verdict-icon.tsx";

/** The tests that the design keeps, each with whether it passes now. */
export function KeptTests() {
  const design = useApp(designOf);
  const runs = useMemo(() => runTests(design), [design]);
  const { tests = [] } = design;
  const failed = runs.filter(({ passed }) => !passed).length;
  return (
    <section className="kept-tests" aria-label={words.tests}>
      <h2>
        {words.tests}
        {runs.length > 0 && (
          <span className={failed > 0 ? "kept-failing" : "kept-passing"}>
            {words.summary(failed, runs.length)}
          </span>
        )}
      </h2>
      {tests.length === 0 ? (
        <p className="request-note">{words.noTests}</p>
      ) : (
        <ul>
          {tests.map((test, index) => (
            <TestRow key={test.id} test={test} run={runs[index]} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TestRow({
  test,
  run,
}: {
  readonly test: KeptTest;
  readonly run: TestRun | undefined;
}) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const several = useApp((state) => designOf(state).keys.length > 1);
  const open = () => {
    const read = readRequest({ ...test.request });
    if (read.ok) openRequestTest(read.value, { key: test.key, test: test.id });
  };
  if (run === undefined) return null;
  return (
    <li className="kept-test">
      <VerdictIcon tone={run.passed ? "good" : "bad"} />
      <span className="kept-text">
        <button type="button" className="kept-open" onClick={open}>
          <span className="visually-hidden">{words.openTest(test.id)}, </span>
          <span aria-hidden="true">{test.id}</span>
        </button>
        <span className="kept-answer">
          <b>{run.passed ? words.passes : words.fails}</b>:{" "}
          {run.passed
            ? words.answers[run.actual].toLowerCase()
            : words.gets(
                words.answers[run.expected],
                words.answers[run.actual],
              )}
          {several && `, ${test.key}`}
        </span>
        {!run.passed && (
          <span className="kept-answer">{sentence(run.reason)}</span>
        )}
      </span>
      <Button
        variant="icon"
        icon="trash"
        disabled={readOnly}
        onClick={() => removeTest(test.id)}
      >
        {words.removeTest(test.id)}
      </Button>
    </li>
  );
}
