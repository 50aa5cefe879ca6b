import type { DesignChange, Problem, Result } from "../../core/index.ts";
import { isOwned } from "../../core/index.ts";
import { codeEditText } from "../text/code-edit.ts";
import { codeStackOf } from "./chosen-stack.ts";
import { draftId } from "./draft-id.ts";
import { dropDraft, setDraft } from "./drafts.ts";
import { edit } from "./edit.ts";
import { companionOf, exportedOf, shownTarget } from "./export.ts";
import { newProblems } from "./new-problems.ts";
import { designOf, keyOf } from "./selectors.ts";
import { getState, type AppState, type Draft } from "./store.ts";

/** Code that the person can edit: what it is of, and the text that the design has for it. */
interface EditableCode {
  /** Names its unfinished text. */
  readonly draft: string;
  readonly kind: "template" | "key-policy";
  /** The id of the stack or of the key. */
  readonly part: string;
  readonly written: string;
}

/** The code that is shown, where it can be edited: a template, or a key policy. */
export function editableCode(state: AppState): EditableCode | undefined {
  const result = exportedOf(state);
  if (!result.ok || companionOf(state) !== undefined || state.session.readOnly)
    return undefined;
  const { id, group } = shownTarget(state);
  const written = result.value.text;
  if (group === "CloudFormation") {
    const part = codeStackOf(state);
    return part === undefined
      ? undefined
      : { draft: draftId("code", id, part), kind: "template", part, written };
  }
  const key = keyOf(state);
  return id === "key-policy" && key !== undefined && isOwned(key)
    ? {
        draft: draftId("code", id, key.id),
        kind: "key-policy",
        part: key.id,
        written,
      }
    : undefined;
}

/** The text of the code as it was typed, where that is not the text that the design has for it. */
export function codeDraft(state: AppState): Draft | undefined {
  const code = editableCode(state);
  const draft = code && state.drafts[code.draft];
  // Text with a mistake stays until it is mended; other text until the design says something else.
  return draft !== undefined &&
    (draft.problems.length > 0 || draft.base === code?.written)
    ? draft
    : undefined;
}

/** Takes the text of the code: into the design when it is right, else it stays beside it with what is wrong. */
export function enterCode(text: string): void {
  const state = getState();
  const code = editableCode(state);
  if (code === undefined) return;
  const change = changeOf(state, code, text);
  if (change === undefined) return;
  const problems = change.ok
    ? brought(state, code, change.value)
    : change.problems;
  if (!change.ok || problems.length > 0)
    return keep(code, { text, base: null, problems });
  dropDraft(code.draft);
  const made = edit({
    title: codeEditText.title(code.kind, code.part),
    change: change.value,
    field: code.draft,
  });
  if (!made.ok)
    return keep(code, { text, base: null, problems: made.problems });
  // The design may say the same in another form, which would move the text under the cursor.
  const now = exportedOf(getState());
  if (now.ok && now.value.text !== text)
    keep(code, { text, base: now.value.text, problems: [] });
}

/** Forgets the text that was typed: the design's own is shown again. */
export function discardCode(): void {
  const code = editableCode(getState());
  if (code !== undefined) dropDraft(code.draft);
}

function keep(
  { draft, kind, part }: EditableCode,
  text: Pick<Draft, "text" | "base" | "problems">,
): void {
  setDraft(draft, { ...text, path: [], label: codeEditText.label(kind, part) });
}

/** The change that a text stands for; undefined while what reads it has not come. */
function changeOf(
  state: AppState,
  { kind, part, written }: EditableCode,
  text: string,
): Result<DesignChange> | undefined {
  const { texts } = state.session;
  if (texts === null) return undefined;
  const design = designOf(state);
  const read =
    kind === "template"
      ? texts.changeOfTemplateText(design, { stack: part, written, text })
      : texts.changeOfKeyPolicyText(design, { key: part, written, text });
  return read.ok ? { ok: true, value: read.value.change } : read;
}

/** The errors that a change brings. A template that was imported may have them: its code is shown all the same. */
function brought(
  state: AppState,
  { kind, part }: EditableCode,
  change: DesignChange,
): readonly Problem[] {
  const design = designOf(state);
  const isKept =
    kind === "template" &&
    design.stacks.some(
      ({ id, template }) => id === part && template !== undefined,
    );
  return isKept ? [] : newProblems(design, change);
}

/** Where the first problem of a text stands. */
export function placeOfProblem(
  text: string,
  { span }: Pick<Problem, "span">,
): { readonly line: number; readonly column: number } | undefined {
  if (span === undefined) return undefined;
  const before = text.slice(0, span.start).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
