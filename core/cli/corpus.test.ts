import { describe, expect, test } from "vitest";

import { accessReport, importText, subjectOf } from "../index.ts";
import type { AccessReport, Subject } from "../index.ts";
import { readCorpusPolicies } from "../testing/corpus-policies.ts";
import { falseWitnesses } from "../testing/replayed.ts";

const policies = readCorpusPolicies();

interface Reported {
  readonly source: string;
  readonly subject: Subject;
  readonly report: AccessReport;
}

/** Every key of the corpus with what its policy means. */
function reported(): readonly Reported[] {
  return (policies ?? []).flatMap(({ source, text }) => {
    const read = importText(text);
    const { design } = read.ok ? read.value : {};
    return (design?.keys ?? []).flatMap((key) => {
      const subject = design && subjectOf(design, key);
      return subject === undefined
        ? []
        : [{ source, subject, report: accessReport(subject) }];
    });
  });
}

/** What nobody knows of a policy, each as a sentence. */
function unknownOf({ source, report }: Reported): readonly string[] {
  const { unknown, notPublic, manageable, statements } = report;
  return [
    ...unknown.map(
      ({ statement, principal, reason }) =>
        `statement ${statement} ${principal}: ${reason}`,
    ),
    ...[notPublic, manageable]
      .filter(({ verdict }) => verdict === "unknown")
      .map(({ reason }) => `verdict: ${reason ?? ""}`),
    ...statements
      .filter(({ standing }) => standing === "unknown")
      .map(({ statement, reason }) => `standing ${statement}: ${reason ?? ""}`),
  ].map((text) => `${source}: ${text}`);
}

function verdictsOf({ report }: Reported): number {
  const { findings, unknown, statements } = report;
  return findings.length + unknown.length + statements.length + 2;
}

describe.skipIf(policies === undefined)(
  "../shared/corpus/key-policies.json (skipped where that is absent)",
  () => {
    const start = performance.now();
    const all = reported();
    const milliseconds = Math.round(performance.now() - start);

    test("[V18] every policy that can be read is understood, in time", () => {
      console.log(`${all.length} policies in ${milliseconds} ms`);
      expect(all.length).toBeGreaterThan(80);
      expect(
        all.filter(({ report }) => report.statements.length === 0),
      ).toEqual([]);
    });

    test("[V18] every witness replays", () => {
      const allowed = ["direct", "account"];
      const claimed = all.flatMap(({ source, subject, report }) => {
        const { findings, notPublic, manageable } = report;
        const witnesses = [
          ...findings.map(({ witness }) => witness),
          ...[notPublic, manageable].flatMap(({ witness }) => witness ?? []),
        ];
        return witnesses.map((witness) => ({
          claim: source,
          policy: subject.document,
          witness,
          expected: allowed,
        }));
      });
      expect(claimed.length).toBeGreaterThan(150);
      expect(falseWitnesses(claimed)).toEqual([]);
    });

    test("[V18] of hundred verdicts about statements that can be read at most one is unknown", () => {
      const readable = all.filter(({ subject }) =>
        subject.policy.statements.every(({ faults }) => faults.length === 0),
      );
      const unknown = readable.flatMap(unknownOf);
      const verdicts = readable.reduce((sum, one) => sum + verdictsOf(one), 0);
      expect(all.length - readable.length).toBeLessThanOrEqual(2);
      console.log(
        [`${unknown.length} of ${verdicts} unknown`, ...unknown].join("\n"),
      );
      expect(unknown.length).toBeLessThanOrEqual(verdicts * 0.01);
    });
  },
);
