import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject, parseJson } from "../problem/json.ts";
import type { Path, Problem, Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import { readJson } from "../problem/read-json.ts";

/** An event of AWS CloudTrail as it is written, and where. */
export interface EventRecord {
  readonly event: JsonObject;
  readonly path: Path;
}

/** The events in a text, and what in it is none. */
export interface EventRecords {
  readonly records: readonly EventRecord[];
  readonly problems: readonly Problem[];
}

/**
 * The events in a text: one, a list, a log file, the answer of `aws cloudtrail lookup-events`, an event of
 * Amazon EventBridge, or one of these on each line.
 * Source: AWS CloudTrail User Guide, "CloudTrail log file examples" and "Viewing recent management events with the AWS CLI".
 */
export function eventRecords(text: string): EventRecords {
  const read = readJson(text);
  if (read.ok) return recordsIn(read.value.value, []);
  const isSyntax = read.problems.every(({ code }) => code === "json/syntax");
  const lines = isSyntax ? linesOf(text) : [];
  return lines.length === 0
    ? { records: [], problems: read.problems }
    : together(lines);
}

/** The lines of a text that are JSON each, which the first and one more have to be; none for other texts. */
function linesOf(text: string): readonly EventRecords[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length < 2 || !isJsonObject(parseJson(filled[0] ?? ""))) return [];
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = readJson(line);
    return read.ok
      ? recordsIn(read.value.value, [index])
      : { records: [], problems: [lineProblem(index)] };
  });
}

function lineProblem(index: number): Problem {
  return {
    code: "cloudtrail/line",
    severity: "warning",
    path: [index],
    message: `line ${index + 1} is not JSON`,
    help: "in a text of several lines each is one event",
  };
}

function together(all: readonly EventRecords[]): EventRecords {
  return {
    records: all.flatMap(({ records }) => records),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** Lists that hold events: log files have `Records`, answers of `lookup-events` have `Events`. */
const holders = ["Records", "Events"] as const;

function recordsIn(value: Json, path: Path): EventRecords {
  if (isJsonList(value)) return eachOf(value, path);
  for (const name of holders) {
    const list = isJsonObject(value) ? value[name] : undefined;
    if (isJsonList(list)) return eachOf(list, [...path, name]);
  }
  return eachOf([value], path, () => path);
}

function eachOf(
  list: readonly Json[],
  path: Path,
  placeOf: (index: number) => Path = (index) => [...path, index],
): EventRecords {
  const records: EventRecord[] = [];
  const problems: Problem[] = [];
  for (const [index, member] of list.entries()) {
    const read = recordOf(member, placeOf(index));
    if (read.ok) records.push(read.value);
    else problems.push(...read.problems);
  }
  return { records, problems };
}

function recordOf(value: Json, path: Path): Result<EventRecord> {
  if (!isJsonObject(value)) return failed(noEvent(path));
  const { CloudTrailEvent: text, detail } = value;
  if (typeof text === "string") {
    const inner = [...path, "CloudTrailEvent"];
    const read = readJson(text);
    return read.ok ? eventIn(read.value.value, inner) : failed(noEvent(inner));
  }
  return isJsonObject(detail)
    ? eventIn(detail, [...path, "detail"])
    : eventIn(value, path);
}

function eventIn(event: Json, path: Path): Result<EventRecord> {
  return isJsonObject(event) && typeof event["eventSource"] === "string"
    ? ok({ event, path })
    : failed(noEvent(path));
}

function noEvent(path: Path): Problem {
  return {
    code: "cloudtrail/no-event",
    severity: "warning",
    path,
    message: "this is no event of AWS CloudTrail: it has no eventSource",
    help: "paste an event, a log file, or what `aws cloudtrail lookup-events` prints",
  };
}
