import type { Design, ExpectedAnswer, KeptTest } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import { evaluateRequest } from "../evaluate/evaluate.ts";
import type { Final } from "../evaluate/final.ts";
import { readRequest } from "../evaluate/read-request.ts";
import type { Problem } from "../problem/problem.ts";
import { keyFactsOf, subjectOf } from "./subject.ts";
import type { Subject, SubjectOptions } from "./subject.ts";

/** What became of a test that is kept. */
export interface TestRun {
  /** The `id` of the test. */
  readonly test: string;
  /** The `id` of the key. */
  readonly key: string;
  readonly expected: ExpectedAnswer;
  readonly actual: ActualAnswer;
  readonly passed: boolean;
  /** Why the answer is what it is, in one sentence. */
  readonly reason: string;
}

/** What a request gets: one of the answers that a test can expect, or that nobody knows. */
export type ActualAnswer = ExpectedAnswer | "unknown";

/** The answer that a decision comes to, in the words of tests. */
export const answerOfDecision = {
  Allowed: "allowed",
  ExplicitlyDenied: "denied",
  ImplicitlyDenied: "denied",
  DependsOnIam: "depends-on-iam",
  unknown: "unknown",
} as const satisfies Record<Final["final"], ActualAnswer>;

/** Asks the request of a test as the design is now. */
export function runTest(design: Design, test: KeptTest): TestRun {
  return runWith(test, subjectOfTest(design, test.key));
}

/** Asks the requests of all tests that a design keeps, in their order; each key is worked out once. */
export function runTests(
  design: Design,
  options: SubjectOptions & { readonly keyId?: string } = {},
): readonly TestRun[] {
  const { keyId } = options;
  const subjects = new Map<string, Subject | undefined>();
  return (design.tests ?? [])
    .filter(({ key }) => keyId === undefined || key === keyId)
    .map((test) => {
      if (!subjects.has(test.key))
        subjects.set(test.key, subjectOfTest(design, test.key, options));
      return runWith(test, subjects.get(test.key));
    });
}

function subjectOfTest(
  design: Design,
  id: string,
  options: SubjectOptions = {},
): Subject | undefined {
  const key = memberWithId(design.keys, id);
  return key && subjectOf(design, key, options);
}

function runWith(test: KeptTest, subject: Subject | undefined): TestRun {
  const { id, key, expected } = test;
  const { actual, reason } = answerTo(test, subject);
  return {
    test: id,
    key,
    expected,
    actual,
    passed: actual === expected,
    reason,
  };
}

function answerTo(
  { request }: KeptTest,
  subject: Subject | undefined,
): Pick<TestRun, "actual" | "reason"> {
  if (subject === undefined)
    return {
      actual: "unknown",
      reason: "the key exists elsewhere, and its policy is not known",
    };
  const read = readRequest({ ...request });
  if (!read.ok) return notAsked(read.problems);
  const asked = evaluateRequest(
    subject.policy,
    read.value,
    keyFactsOf(subject),
  );
  if (!asked.ok) return notAsked(asked.problems);
  const { final, reason } = asked.value;
  return { actual: answerOfDecision[final], reason };
}

function notAsked(
  problems: readonly Problem[],
): Pick<TestRun, "actual" | "reason"> {
  return {
    actual: "unknown",
    reason: problems.map(({ message }) => message).join("; "),
  };
}
