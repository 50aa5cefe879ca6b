import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type { Key, Path, Tag } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { keyed } from "../../ui/keyed.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { Field } from "../fields/field.tsx";
import type { SectionProps } from "./settings.tsx";

/** The tags of the key, each with its name and value. */
export function TagsField({ keyOfForm: key, index }: SectionProps) {
  const path: Path = ["keys", index, "tags"];
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field path={path} label={settingsText.tags}>
      <div className="tags">
        {keyed(key.tags, () => "tag").map(({ key: id, index: at }) => (
          <TagRow key={id} keyOfTag={key} at={at} path={[...path, at]} />
        ))}
        <Button
          icon="plus"
          variant="link"
          disabled={readOnly}
          onClick={() =>
            editKey(`Add a tag to ${key.id}`, key, {
              tags: [...key.tags, newTag(key.tags)],
            })
          }
        >
          {settingsText.addTag}
        </Button>
      </div>
    </Field>
  );
}

function TagRow({
  keyOfTag: key,
  at,
  path,
}: {
  readonly keyOfTag: Key;
  readonly at: number;
  readonly path: Path;
}) {
  const tag = key.tags[at];
  const readOnly = useApp(({ session }) => session.readOnly);
  if (tag === undefined) return null;
  return (
    <div className="tag-row">
      <TagInput
        control={tagControl(key, at, {
          part: "key",
          label: settingsText.tagKey(at + 1),
          path,
        })}
      />
      <TagInput
        control={tagControl(key, at, {
          part: "value",
          label: settingsText.tagValue(at + 1),
          path,
        })}
      />
      <Button
        variant="icon"
        icon="close"
        disabled={readOnly}
        onClick={() =>
          editKey(`Remove tag ${tag.key}`, key, {
            tags: key.tags.toSpliced(at, 1),
          })
        }
      >
        {settingsText.removeTag(tag.key)}
      </Button>
    </div>
  );
}

function TagInput({ control }: { readonly control: TextControl }) {
  const problemId = useId();
  const draft = useApp(({ drafts }) => draftOf(drafts, control));
  const readOnly = useApp(({ session }) => session.readOnly);
  const problem = draft?.problems[0];
  return (
    <div>
      <Input
        ariaLabel={control.label}
        value={draft?.text ?? control.value}
        {...problemProps(problemId, problem)}
        readOnly={readOnly}
        autoComplete={false}
        onChange={({ detail }) => enterText(control, detail.value)}
      />
      <ControlProblem id={problemId} problem={problem} />
    </div>
  );
}

function tagControl(
  key: Key,
  at: number,
  {
    part,
    label,
    path,
  }: { readonly part: keyof Tag; readonly label: string; readonly path: Path },
): TextControl {
  const tag = key.tags[at] ?? { key: "", value: "" };
  return {
    id: draftId(key.id, "tags", at, part),
    label,
    path: [...path, part],
    value: tag[part],
    title: `Edit tag ${tag.key}`,
    read: (text) =>
      ok(keyChange(key, { tags: key.tags.with(at, { ...tag, [part]: text }) })),
  };
}

/** The first of `name`, `name2` and so on that is free. */
function newTag(tags: readonly Tag[]): Tag {
  const taken = new Set(tags.map(({ key }) => key));
  let number = 1;
  const name = () => (number === 1 ? "name" : `name${number}`);
  while (taken.has(name())) number++;
  return { key: name(), value: "" };
}
