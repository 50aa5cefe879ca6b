import { isOwned } from "../../design/design.ts";
import type { Design, Stack } from "../../design/design.ts";
import { memberWithId } from "../../design/members.ts";
import type { Json, JsonObject } from "../../problem/json.ts";
import { isJsonList, isJsonObject } from "../../problem/json.ts";
import type { Path, Problem, Result } from "../../problem/problem.ts";
import { failed, failedWith, ok } from "../../problem/problem.ts";
import { sameJson } from "../../problem/same-json.ts";
import { membersOf } from "../../synth/kept-template.ts";
import { synthesize } from "../../synth/synthesize.ts";
import { templateJson } from "../../synth/template.ts";
import type { SynthesizedStack } from "../../synth/template.ts";
import { readTemplateText } from "../../yaml/read-template-text.ts";
import type { TemplateText } from "../../yaml/read-template-text.ts";
import { importProblem } from "../import-problem.ts";
import { withResources } from "../template/add-template.ts";
import { isKmsResource } from "../template/draft.ts";
import { apartFromAccepted, withoutAccepted } from "./accepted-in-text.ts";
import { changeBetween } from "./design-change.ts";
import type { TextEdit } from "./design-change.ts";
import { editedAlias } from "./edited-alias.ts";
import { editedKey } from "./edited-key.ts";
import { editedStack, isKept } from "./edited-stack.ts";
import { translated } from "./translated.ts";

/**
 * The change of the design that an edited text of a stack's template stands for. Keys, replicas and aliases follow the
 * text; what is no part of a design is kept as it is; what another part of the design writes is changed there, and
 * refused here. Problems have their places in the text.
 */
export function changeOfTemplateText(
  design: Design,
  { stack: stackId, written, text }: EditedTemplateText,
): Result<TextEdit> {
  const stack = memberWithId(design.stacks, stackId);
  // INVARIANT: the text is of a stack of the design.
  if (stack === undefined) throw new Error(`no stack ${stackId}`);
  const before = synthesized(design, stackId);
  const read = readTemplateText(text);
  if (!read.ok) return read;
  const within = stack.template?.within ?? [];
  const said = valueAt(read.value.value, within);
  if (!isJsonObject(said)) return failed(noTemplate());
  const untold = withoutAccepted(design);
  const own = untold === design ? before : synthesized(untold, stackId);
  const { template, problems: lost } = apartFromAccepted(
    asDesigned(said, before, readBefore(written, within)),
    { told: before.template, untold: own.template },
  );
  const edit = new TemplateEdit({
    design: untold,
    stack,
    before: own,
    template,
  });
  const problems = [...lost, ...edit.run()];
  if (problems.length > 0)
    return failedWith(problems.map((one) => placed(one, read.value, within)));
  const { language, warnings } = read.value;
  const next = editedStack(edit.design, stack, { template, text, language });
  return ok({ change: changeBetween(design, next), warnings });
}

function synthesized(design: Design, stack: string): SynthesizedStack {
  const found = synthesize(design).find((one) => one.stack === stack);
  // INVARIANT: one is synthesised for each stack.
  if (found === undefined) throw new Error(`no stack ${stack}`);
  return found;
}

/** A template that was edited as text: its stack, the text as it was written for it, and as it is now. */
export interface EditedTemplateText {
  readonly stack: string;
  readonly written: string;
  readonly text: string;
}

function readBefore(written: string, within: Path): Json | undefined {
  const read = readTemplateText(written);
  return read.ok ? valueAt(read.value.value, within) : undefined;
}

function asDesigned(
  said: JsonObject,
  { template }: SynthesizedStack,
  read: Json | undefined,
): JsonObject {
  if (read === undefined) return said;
  const value = translated(said, { value: templateJson(template), read });
  return isJsonObject(value) ? value : said;
}

function valueAt(value: Json, path: Path): Json | undefined {
  let at: Json | undefined = value;
  for (const name of path)
    if (isJsonList(at)) at = at[Number(name)];
    else at = isJsonObject(at) ? at[name] : undefined;
  return at;
}

function placed(
  problem: Problem,
  { spanOf }: TemplateText,
  within: Path,
): Problem {
  const span = spanOf([...within, ...problem.path]);
  return { ...problem, path: [], ...(span && { span }) };
}

interface Edited {
  readonly design: Design;
  readonly stack: Stack;
  readonly before: SynthesizedStack;
  readonly template: JsonObject;
}

/** A resource of a key or an alias that says something else now; it is gone where nothing is wanted. */
interface ChangedResource {
  readonly name: string;
  readonly was: JsonObject;
  readonly wanted: JsonObject | undefined;
  readonly place: Path;
}

/** Follows the resources of a text, one after another. */
class TemplateEdit {
  design: Design;
  readonly #edited: Edited;
  readonly #problems: Problem[] = [];

  constructor(edited: Edited) {
    this.design = edited.design;
    this.#edited = edited;
  }

  run(): readonly Problem[] {
    const { before, template, stack } = this.#edited;
    const was = before.template.Resources ?? {};
    const now = membersOf(template, "Resources");
    for (const [name, json] of Object.entries(was))
      if (!sameJson(json, now[name])) this.#changed(name, json, now[name]);
    const added = Object.entries(now).filter(
      ([name, json]) => isKmsResource(json) && !this.#isThere(name),
    );
    if (added.length > 0 && this.#problems.length === 0)
      this.design = withResources(
        this.design,
        stack.id,
        Object.fromEntries(added),
      );
    this.#foreignMembers();
    return this.#problems;
  }

  /** A part of the design writes the resource, and still does. */
  #isThere(name: string): boolean {
    const { before } = this.#edited;
    const wanted = membersOf(this.#edited.template, "Resources")[name];
    const was = before.template.Resources?.[name];
    return was !== undefined && was["Type"] === typeOf(wanted);
  }

  #changed(name: string, was: JsonObject, now: Json | undefined): void {
    const { before, stack } = this.#edited;
    if (isKept(stack, "Resources", name)) return;
    const place = before.origins[`Resources.${name}`]?.resource ?? [];
    const [list] = place;
    const wanted =
      isJsonObject(now) && typeOf(now) === was["Type"] ? now : undefined;
    if (list === "keys" && place.length === 2)
      this.#changedKey({ name, was, wanted, place });
    else if (list === "aliases")
      this.#changedAlias({ name, was, wanted, place });
    else this.#problems.push(foreign(["Resources", name], name));
  }

  #changedKey(changed: ChangedResource): void {
    const { name, was, wanted, place } = changed;
    const key = this.#edited.design.keys[Number(place[1])];
    if (key === undefined || !isOwned(key)) return;
    const { design } = this;
    if (wanted === undefined) {
      const keys = design.keys.filter(({ id }) => id !== key.id);
      this.design = { ...design, keys };
      return;
    }
    const next = editedKey({
      design,
      key,
      path: place,
      logicalId: name,
      before: was,
      wanted,
    });
    if (next.ok) this.design = next.value;
    else
      this.#problems.push(
        ...next.problems.map((problem) => ({
          ...problem,
          path: ["Resources", name, "Properties", "KeyPolicy"],
        })),
      );
  }

  #changedAlias({ name, was, wanted, place }: ChangedResource): void {
    const alias = this.#edited.design.aliases?.[Number(place[1])];
    if (alias === undefined) return;
    const { design } = this;
    const { aliases = [] } = design;
    this.design =
      wanted === undefined
        ? { ...design, aliases: aliases.filter(({ id }) => id !== alias.id) }
        : editedAlias({
            design,
            alias,
            logicalId: name,
            before: was,
            wanted,
          });
  }

  /** Parameters and outputs of the design are changed where they are made. */
  #foreignMembers(): void {
    const { before, template } = this.#edited;
    for (const section of ["Parameters", "Outputs"] as const)
      for (const [name, json] of Object.entries(
        before.template[section] ?? {},
      )) {
        if (isKept(this.#edited.stack, section, name)) continue;
        if (!sameJson(json, membersOf(template, section)[name]))
          this.#problems.push(foreign([section, name], name));
      }
  }
}

function typeOf(resource: Json | undefined): Json | undefined {
  return isJsonObject(resource) ? resource["Type"] : undefined;
}

function noTemplate(): Problem {
  return importProblem("no-template", {
    message: "the text is not a template any more",
    help: "a template is a mapping with a section `Resources`",
  });
}

function foreign(path: Path, name: string): Problem {
  return importProblem("foreign-part", {
    path,
    message: `\`${name}\` is written by another part of the design and stays as it is in the text`,
    help: "change it where it is made: click its line in the text as it was",
  });
}
