import type { Design } from "../../design/design.ts";
import { keysOf } from "../../kms/keys-of.ts";
import { scanners } from "../../kms/scanner-rules.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject, objectOf } from "../../problem/json.ts";
import type { Problem } from "../../problem/problem.ts";
import { sameJson } from "../../problem/same-json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { suppressedRule } from "../../synth/suppressions.ts";
import type { Template } from "../../synth/template.ts";
import { importProblem } from "../import-problem.ts";

/** The design as if nothing were accepted. */
export function withoutAccepted(design: Design): Design {
  const { accepted = [], ...others } = design;
  return accepted.length === 0 ? design : others;
}

/** A template as the design writes it, and as it would without what is accepted. */
interface WithAndWithout {
  readonly told: Template;
  readonly untold: Template;
}

/** What an edited template says apart from accepted findings, and the suppressions of those that it has lost. */
export function apartFromAccepted(
  template: JsonObject,
  { told, untold }: WithAndWithout,
): { readonly template: JsonObject; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (told === untold) return { template, problems };
  const resources = membersOf(template, "Resources");
  const changed: Record<string, JsonObject> = {};
  for (const [name, was] of Object.entries(told.Resources ?? {})) {
    const own = objectOf(untold.Resources?.[name]);
    const asked = suppressionsIn(was, own);
    const now = resources[name];
    if (asked.length === 0 || !isJsonObject(now)) continue;
    problems.push(...lost(now, asked).map((rule) => isAccepted(name, rule)));
    changed[name] = without(now, asked, own);
  }
  if (Object.keys(changed).length === 0) return { template, problems };
  const apart = { ...template, Resources: { ...resources, ...changed } };
  return { template: apart, problems };
}

/** Entries of a list in the metadata of a resource. */
interface Suppressions {
  readonly section: string;
  readonly list: string;
  readonly entries: readonly Json[];
}

/** What a resource has more in its lists of suppressions than it has of its own. */
function suppressionsIn(
  resource: JsonObject,
  own: JsonObject,
): readonly Suppressions[] {
  return keysOf(scanners).flatMap((scanner) => {
    const { section, list } = scanners[scanner];
    const place = { section, list };
    const entries = entriesOf(resource, place);
    // They are written behind those that the key has of its own.
    const added = entries.slice(entriesOf(own, place).length);
    return added.length === 0 ? [] : [{ ...place, entries: added }];
  });
}

function entriesOf(
  { Metadata: metadata }: JsonObject,
  { section, list }: Pick<Suppressions, "section" | "list">,
): readonly Json[] {
  const entries = objectOf(objectOf(metadata)[section])[list];
  return isJsonList(entries) ? entries : [];
}

/** The rules that the resource does not name any more. */
function lost(
  resource: JsonObject,
  asked: readonly Suppressions[],
): readonly string[] {
  return asked.flatMap((one) => {
    const left = entriesOf(resource, one).map(suppressedRule);
    return one.entries
      .map(suppressedRule)
      .filter((rule) => typeof rule === "string")
      .filter((rule) => !left.includes(rule));
  });
}

function without(
  resource: JsonObject,
  asked: readonly Suppressions[],
  { Metadata: own }: JsonObject,
): JsonObject {
  const { Metadata: metadata, ...others } = resource;
  const left = asked.reduce(
    (result, one) => withoutSection(result, one, objectOf(own)),
    objectOf(metadata),
  );
  return isGone(left, own) ? others : { ...resource, Metadata: left };
}

/** A section and a list that are there for suppressions alone go with them. */
function withoutSection(
  metadata: JsonObject,
  { section, list, entries }: Suppressions,
  own: JsonObject,
): JsonObject {
  const { [section]: known, ...otherSections } = metadata;
  const { [list]: before, ...otherLists } = objectOf(known);
  if (!isJsonList(before)) return metadata;
  const left = before.filter(
    (one) => !entries.some((entry) => sameJson(one, entry)),
  );
  const next = isGone(left, objectOf(own[section])[list])
    ? otherLists
    : { ...objectOf(known), [list]: left };
  return isGone(next, own[section])
    ? otherSections
    : { ...metadata, [section]: next };
}

/** Nothing is left of what the key does not have of its own. */
function isGone(
  left: JsonObject | readonly Json[],
  own: Json | undefined,
): boolean {
  return own === undefined && Object.keys(left).length === 0;
}

function isAccepted(name: string, rule: string): Problem {
  return importProblem("accepted-in-text", {
    path: ["Resources", name, "Metadata"],
    message: `\`${rule}\` is suppressed here because the design accepts a finding`,
    help: "take the accepted finding back",
  });
}
