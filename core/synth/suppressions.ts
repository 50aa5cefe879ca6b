import type {
  AcceptedFinding,
  Design,
  Overrides,
  OwnedKey,
} from "../design/design.ts";
import { keysOf } from "../kms/keys-of.ts";
import { scannerRulesOf, scanners } from "../kms/scanner-rules.ts";
import type { Scanner, ScannerName } from "../kms/scanner-rules.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { printPath } from "../problem/problem.ts";
import type { Path } from "../problem/problem.ts";

/** A rule of another scanner that is to leave a key alone. */
export interface Suppression {
  readonly scanner: ScannerName;
  /** The name that the scanner has for the rule. */
  readonly id: string;
  readonly reason: string;
  /** The accepted findings that ask for it. */
  readonly from: readonly Path[];
}

/** What is written into the resource of a key besides its properties, with the suppressions in it. */
export interface WrittenMetadata {
  readonly metadata: JsonObject | undefined;
  readonly overrides: Overrides | undefined;
}

/** The suppressions that follow from what is accepted of a key, each once for each scanner. */
export function suppressionsOf(
  { accepted = [] }: Design,
  key: string,
): readonly Suppression[] {
  if (accepted.length === 0) return [];
  const found = new Map<string, Suppression>();
  for (const [index, finding] of accepted.entries())
    if (finding.key === key)
      for (const one of askedBy(finding, ["accepted", index])) {
        const name = `${one.scanner} ${one.id}`;
        const known = found.get(name);
        found.set(name, known === undefined ? one : both(known, one));
      }
  return [...found.values()];
}

function askedBy(
  { rule, reason }: AcceptedFinding,
  path: Path,
): readonly Suppression[] {
  const rules = scannerRulesOf(rule);
  if (rules === undefined) return [];
  return keysOf(scanners).flatMap((scanner) =>
    rules[scanner].map((id) => ({ scanner, id, reason, from: [path] })),
  );
}

/** Scanners suppress a rule for a whole resource, so it has all the reasons. */
function both(known: Suppression, other: Suppression): Suppression {
  return {
    ...known,
    reason: known.reason.split("; ").includes(other.reason)
      ? known.reason
      : `${known.reason}; ${other.reason}`,
    from: [...known.from, ...other.from],
  };
}

/**
 * The metadata of a key, or where overrides give it those, with the suppressions of what is accepted of the key.
 * What a person has written there stays, and a rule that it names is not named again.
 */
export function writtenMetadata(
  design: Design,
  key: OwnedKey,
): WrittenMetadata {
  const { overrides } = key;
  const metadata = key.kind === "defined" ? key.metadata : undefined;
  const asked = suppressionsOf(design, key.id);
  if (asked.length === 0) return { metadata, overrides };
  if (overrides === undefined || !("Metadata" in overrides))
    return { metadata: withSuppressions(metadata ?? {}, asked), overrides };
  const own = overrides["Metadata"] ?? {};
  return isJsonObject(own)
    ? {
        metadata,
        overrides: { ...overrides, Metadata: withSuppressions(own, asked) },
      }
    : { metadata, overrides };
}

/** Where the metadata of a key with a name came from, or all of them. */
export function metadataOrigins(
  design: Design,
  key: OwnedKey,
  { path, name }: { readonly path: Path; readonly name?: string },
): readonly Path[] {
  const own = key.kind === "defined" ? key.metadata : undefined;
  const at = name === undefined ? [] : [name];
  const isOwn = own !== undefined && (name === undefined || name in own);
  const asked = suppressionsOf(design, key.id).filter(
    ({ scanner }) => name === undefined || scanners[scanner].section === name,
  );
  return [
    ...(isOwn ? [[...path, "metadata", ...at]] : []),
    ...findingsBehind(asked),
  ];
}

/** The accepted findings that ask for suppressions, each once. */
export function findingsBehind(asked: readonly Suppression[]): readonly Path[] {
  const paths = asked.flatMap(({ from }) => from);
  return [...new Map(paths.map((one) => [printPath(one), one])).values()];
}

function withSuppressions(
  metadata: JsonObject,
  asked: readonly Suppression[],
): JsonObject {
  return keysOf(scanners).reduce(
    (result, scanner) =>
      withEntries(
        result,
        scanners[scanner],
        asked.filter((one) => one.scanner === scanner),
      ),
    metadata,
  );
}

/** A section that a person has written in another form is left alone. */
function withEntries(
  metadata: JsonObject,
  scanner: Scanner,
  asked: readonly Suppression[],
): JsonObject {
  const { section, list } = scanner;
  const known = metadata[section] ?? {};
  const entries = isJsonObject(known) ? (known[list] ?? []) : undefined;
  if (!isJsonObject(known) || !isJsonList(entries)) return metadata;
  const ids = new Set(entries.map(suppressedRule));
  const added = asked.filter(({ id }) => !ids.has(id));
  return added.length === 0
    ? metadata
    : {
        ...metadata,
        [section]: {
          ...known,
          [list]: [...entries, ...added.map((one) => entry(one, scanner))],
        },
      };
}

/** The rule that an entry of a list of suppressions names. */
export function suppressedRule(one: Json): Json | undefined {
  return isJsonObject(one) ? one["id"] : one;
}

function entry(
  { id, reason }: Suppression,
  { reason: property, minReasonLength = 0 }: Scanner,
): Json {
  if (property === undefined) return id;
  const isShort = reason.length < minReasonLength;
  return { id, [property]: isShort ? `accepted: ${reason}` : reason };
}
