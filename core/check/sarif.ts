import type { Design } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { Path, ProblemStep } from "../problem/problem.ts";
import { printPath } from "../problem/problem.ts";
import { fixesOf } from "./rule.ts";
import type { Finding, Fix } from "./rule.ts";
import { fingerprints } from "./sarif-fingerprint.ts";
import { descriptorsOf, levels } from "./sarif-rules.ts";
import type { DescribedRule } from "./sarif-rules.ts";
import { messageText, sentences } from "./sarif-text.ts";
import { fileUri, standardInput } from "./sarif-uri.ts";

/** A range of a file, its lines and columns from 1, the last column the first one behind it. */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a file as it was named, `-` for standard input. */
export interface SarifPlace {
  readonly file: string;
  readonly region?: SarifRegion;
}

/** What takes the place of a range of a file. */
export interface SarifEdit {
  readonly file: string;
  readonly region: SarifRegion;
  readonly text: string;
}

/** What a log of SARIF is made of. */
export interface SarifRun {
  /** The version of Keywright. */
  readonly version: string;
  readonly design: Design;
  /** The files that the design was read from. */
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  /** Every rule that looked, whether it found something or not. */
  readonly rules: Readonly<Record<string, DescribedRule>>;
  readonly locate: (path: Path) => SarifPlace | undefined;
  /** How a fix changes the files; undefined where that is not known. */
  readonly editsOf?: (fix: Fix) => readonly SarifEdit[] | undefined;
}

/** Findings as a log of SARIF 2.1.0, the format of code scanners. Source: OASIS, SARIF 2.1.0 with errata 01. */
export function sarifOf(run: SarifRun) {
  const { version, files, findings } = run;
  const rules = descriptorsOf(run.rules, findings);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const prints = fingerprints(run.design, findings);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Keywright",
            version,
            semanticVersion: version,
            rules,
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: files.map((file, index) => artifact(file, index)),
        results: findings.map((finding, index) => ({
          ruleId: finding.code,
          ruleIndex: indexes.get(finding.code) ?? -1,
          ...outcome(finding),
          locations: [location(run, finding.path)],
          ...related(run, finding.steps),
          partialFingerprints: { "keywrightFinding/v1": prints[index] ?? "" },
          suppressions: suppressions(run, finding),
          ...fixes(run, finding),
        })),
      },
    ],
  };
}

function artifact(file: string, index: number) {
  const isStream = file === "-";
  return {
    location: {
      uri: fileUri(file),
      index,
      ...(isStream && { description: { text: "Standard input." } }),
    },
    roles: ["analysisTarget", ...(isStream ? ["standardStream"] : [])],
  };
}

/** Whether it is a fault, how bad, and what it says: what to do comes after what is wrong. */
function outcome({ severity, message, help, standing }: Finding) {
  return standing?.kind === "closed"
    ? {
        kind: "pass",
        level: "none",
        message: {
          text: sentences(
            message,
            `nothing needs to be done: ${standing.reason}`,
          ),
        },
      }
    : {
        kind: "fail",
        level: levels[severity],
        message: { text: sentences(message, help) },
      };
}

/** Where nobody knows the file, it is the first: scanners show no result without one. */
function location({ files, locate }: SarifRun, path: Path) {
  const [first = standardInput] = files;
  const { file, region } = locate(path) ?? { file: first };
  const index = files.indexOf(file);
  const name = printPath(path);
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(file), ...(index >= 0 && { index }) },
      ...(region !== undefined && { region }),
    },
    ...(name !== "" && { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}

function related(run: SarifRun, steps: readonly ProblemStep[] = []) {
  if (steps.length === 0) return {};
  return {
    relatedLocations: steps.map(({ text, path }, index) => ({
      id: index,
      message: { text: sentences(text) },
      ...location(run, path),
    })),
  };
}

/**
 * What the person accepts stands in the design or the template that is checked, so it is suppressed in the source.
 * Every result says whether it is, or none may. Source: SARIF 2.1.0, sections 3.27.23 and 3.35.2.
 */
function suppressions(run: SarifRun, { standing }: Finding) {
  if (standing?.kind !== "accepted") return [];
  const { accepted = [] } = run.design;
  const by = memberWithId(accepted, standing.by);
  return [
    {
      kind: "inSource",
      status: "accepted",
      justification: standing.reason,
      ...(by !== undefined && {
        location: location(run, ["accepted", accepted.indexOf(by)]),
      }),
    },
  ];
}

function fixes({ editsOf, files }: SarifRun, finding: Finding) {
  if (editsOf === undefined) return {};
  const known = fixesOf(finding).flatMap(({ title, ...fix }) => {
    const edits = editsOf({ title, ...fix });
    return edits === undefined || edits.length === 0 ? [] : [{ title, edits }];
  });
  if (known.length === 0) return {};
  return {
    fixes: known.map(({ title, edits }) => ({
      description: { text: messageText(title) },
      artifactChanges: edits.map(({ file, region, text }) => ({
        artifactLocation: { uri: fileUri(file), index: files.indexOf(file) },
        replacements: [{ deletedRegion: region, insertedContent: { text } }],
      })),
    })),
  };
}
