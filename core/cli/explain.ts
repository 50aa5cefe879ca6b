import type { AccessRequest, Evaluation, Json, Problem } from "../index.ts";
import {
  evaluateRequest,
  isJsonList,
  keyFactsOf,
  layers,
  readJson,
  readRequest,
} from "../index.ts";
import type { Arguments } from "./arguments.ts";
import type { ChosenKey } from "./chosen-key.ts";
import { chosenKey, readSettled } from "./chosen-key.ts";
import { eventsText } from "./explain-events.ts";
import type { ExitStatus, Io } from "./io.ts";
import { readText } from "./read-design.ts";
import { printProblem } from "./report.ts";

const formats = ["text", "json"] as const;

/** `explain`: prints what becomes of requests, and why; or of the events of CloudTrail. */
export function explainCommand(io: Io, args: Arguments): ExitStatus {
  const asked = askedOf(args);
  if (typeof asked === "string") {
    io.err(`${asked}\n`);
    return 2;
  }
  const settled = readSettled(io, args, asked.file);
  const chosen = settled && chosenKey(io, settled);
  const text = readText(io, asked.source);
  if (chosen === undefined || text === undefined) return 2;
  const answer = asked.isEvents
    ? eventsText(io, { text, chosen, ...asked })
    : requestsText(io, { text, chosen, ...asked });
  if (answer === undefined) return 2;
  io.out(answer);
  return 0;
}

interface Asked {
  readonly file: string;
  /** The file of the requests or events. */
  readonly source: string;
  readonly isEvents: boolean;
  readonly format: (typeof formats)[number];
}

function askedOf(args: Arguments): Asked | string {
  const [file, ...others] = args.positionals;
  const request = args.text("request");
  const events = args.text("events");
  const format = formats.find((one) => one === (args.text("format") ?? "text"));
  if (file === undefined || others.length > 0) return "explain takes one FILE";
  if (format === undefined) return `--format is ${formats.join(" or ")}`;
  const source = request ?? events;
  if (source === undefined || (request !== undefined && events !== undefined))
    return "explain takes --request FILE or --events FILE";
  if (file === "-" && source === "-")
    return "only one of FILE and the requests can be standard input";
  return { file, source, isEvents: events !== undefined, format };
}

/** A text to answer about a key. */
export interface TextAsked {
  readonly text: string;
  readonly source: string;
  readonly format: (typeof formats)[number];
  readonly chosen: ChosenKey;
}

function requestsText(io: Io, asked: TextAsked): string | undefined {
  const { text, chosen, format } = asked;
  const json = readJson(text);
  if (!json.ok) {
    for (const problem of json.problems) printProblem(io, asked, problem);
    return undefined;
  }
  const { value, spanOf } = json.value;
  const list = isJsonList(value) ? value : [value];
  const answers = list.map((one) => answerTo(one, chosen));
  const problems = answers.flatMap((answer, index) =>
    answer.problems.map((problem): Problem => {
      const path = isJsonList(value) ? [index, ...problem.path] : problem.path;
      const span = spanOf(path);
      return { ...problem, path, ...(span !== undefined && { span }) };
    }),
  );
  for (const problem of problems) printProblem(io, asked, problem);
  if (problems.length > 0) return undefined;
  const found = answers.flatMap(({ answer }) => answer ?? []);
  if (format === "text") return found.map(answerText).join("\n");
  const printed = found.map(({ evaluation }) => evaluationJson(evaluation));
  const [first] = printed;
  return `${JSON.stringify(isJsonList(value) ? printed : first, null, 2)}\n`;
}

interface Answered {
  readonly request: AccessRequest;
  readonly evaluation: Evaluation;
}

function answerTo(
  json: Json,
  { subject }: ChosenKey,
): { readonly answer?: Answered; readonly problems: readonly Problem[] } {
  const request = readRequest(json);
  if (!request.ok) return { problems: request.problems };
  const evaluation = evaluateRequest(
    subject.policy,
    request.value,
    keyFactsOf(subject),
  );
  return evaluation.ok
    ? {
        answer: { request: request.value, evaluation: evaluation.value },
        problems: [],
      }
    : { problems: evaluation.problems };
}

const matchedJson = { yes: true, no: false, unknown: "unknown" } as const;

/** An evaluation as the JSON output has it. */
export function evaluationJson(evaluation: Evaluation) {
  const { keyPolicy, final, reason, outOfScope, filledIn } = evaluation;
  return {
    keyPolicy,
    final,
    reason,
    outOfScope,
    filledIn,
    statements: evaluation.statements.map(({ reasons, matched, ...rest }) => ({
      ...rest,
      matched: matchedJson[matched],
      reasons: reasons.map(({ text, fits }) => `${fitWords[fits]}: ${text}`),
    })),
  };
}

const fitWords = {
  yes: "matched",
  no: "not matched",
  unknown: "unknown",
} as const;

function answerText({ request, evaluation }: Answered): string {
  const { keyPolicy, final, reason, outOfScope, filledIn } = evaluation;
  return [
    `${request.principal} ${request.action}: ${final}: ${reason}\n`,
    `    the key policy says: ${keyPolicy}\n`,
    ...evaluation.statements.flatMap(
      ({ index, sid, effect, matched, reasons }) => [
        `    statement ${index + 1}${sid === "" ? "" : ` (${sid})`}, ${effect}: ${fitWords[matched]}\n`,
        ...reasons.map(
          ({ text, fits }) => `        ${fitWords[fits]}: ${text}\n`,
        ),
      ],
    ),
    ...filledIn.map(({ key, value }) => `    filled in: ${key} = ${value}\n`),
    ...(outOfScope.length === 0
      ? []
      : [
          `    not given, so without a say: ${outOfScope.map((one) => layers[one]).join(", ")}\n`,
        ]),
  ].join("");
}
