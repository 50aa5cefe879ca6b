import type { Design, SeparateAlias } from "../../design/design.ts";
import { patched } from "../../design/patch.ts";
import type { JsonObject } from "../../problem/json.ts";
import { isJsonObject } from "../../problem/json.ts";
import { sameJson } from "../../problem/same-json.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { keysIn } from "../template/add-template.ts";
import { Draft, textOf } from "../template/draft.ts";
import { overridesFor } from "../template/found-overrides.ts";
import { removalOf } from "../template/key-settings.ts";

/** A separate alias, what its resource says in a text, and what it said before. */
export interface AliasInText {
  readonly design: Design;
  readonly alias: SeparateAlias;
  readonly logicalId: string;
  readonly before: JsonObject;
  readonly wanted: JsonObject;
}

/** The design in which the alias writes the wanted resource. */
export function editedAlias({
  design: start,
  alias,
  logicalId,
  before,
  wanted,
}: AliasInText): Design {
  const own = propertiesOf(before);
  const next = propertiesOf(wanted);
  const has = (name: string) => !sameJson(own[name], next[name]);
  const draft = new Draft(start, alias.stack, keysIn(start, alias.stack));
  const key = has("TargetKeyId")
    ? draft.keyBehind(next["TargetKeyId"])
    : alias.key;
  const isRemovalNew = ["DeletionPolicy", "UpdateReplacePolicy"].some(
    (name) => !sameJson(before[name], wanted[name]),
  );
  const changed = patched(alias, {
    ...(has("AliasName") && { name: textOf(next["AliasName"] ?? "") }),
    key,
    ...(isRemovalNew && {
      removalPolicy: removalOf(wanted).removalPolicy ?? null,
    }),
    overrides: null,
  });
  const design = replaced(draft.design, changed);
  const written = synthesize(design).find(({ stack }) => stack === alias.stack);
  const made = written?.template.Resources?.[logicalId];
  const overrides = overridesFor(isJsonObject(made) ? made : {}, wanted);
  return overrides === undefined
    ? design
    : replaced(design, { ...changed, overrides });
}

function replaced(design: Design, by: SeparateAlias): Design {
  const { aliases = [] } = design;
  return {
    ...design,
    aliases: aliases.map((alias) => (alias.id === by.id ? by : alias)),
  };
}

function propertiesOf({ Properties: properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}
