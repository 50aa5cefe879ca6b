import Input from "@cloudscape-design/components/input";
import { useId } from "react";
import type { DesignChange, Path, Tag } from "../../../core/index.ts";
import { ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { draftOf, enterText, type TextControl } from "../../state/drafts.ts";
import { edit } from "../../state/edit.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { keyed } from "../../ui/keyed.ts";
import { Button } from "../../ui/button.tsx";
import { ControlProblem, problemProps } from "../fields/control-problem.tsx";
import { Field } from "../fields/field.tsx";

/** Tags and what they belong to. */
interface TagsProps {
  readonly path: Path;
  /** How the names of unfinished tags begin. */
  readonly scope: readonly string[];
  /** Whose tags they are, for the undo tooltip. */
  readonly owner: string;
  readonly tags: readonly Tag[];
  readonly change: (tags: readonly Tag[]) => DesignChange;
}

/** Tags, each with its name and value. */
export function TagsField(props: TagsProps) {
  const { path, owner, tags, change } = props;
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <Field path={path} label={settingsText.tags}>
      <div className="tags">
        {keyed(tags, () => "tag").map(({ key: id, item, index: at }) => (
          <TagRow key={id} {...props} tag={item} at={at} />
        ))}
        <Button
          icon="plus"
          variant="link"
          disabled={readOnly}
          onClick={() =>
            edit({
              title: `Add a tag to ${owner}`,
              change: change([...tags, newTag(tags)]),
            })
          }
        >
          {settingsText.addTag}
        </Button>
      </div>
    </Field>
  );
}

interface RowProps extends TagsProps {
  readonly tag: Tag;
  readonly at: number;
}

function TagRow(props: RowProps) {
  const { tags, change, tag, at } = props;
  const readOnly = useApp(({ session }) => session.readOnly);
  return (
    <div className="tag-row">
      <TagInput
        control={tagControl(props, "key", settingsText.tagKey(at + 1))}
      />
      <TagInput
        control={tagControl(props, "value", settingsText.tagValue(at + 1))}
      />
      <Button
        variant="icon"
        icon="close"
        disabled={readOnly}
        onClick={() =>
          edit({
            title: `Remove tag ${tag.key}`,
            change: change(tags.toSpliced(at, 1)),
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
  { path, scope, tags, change, tag, at }: RowProps,
  part: keyof Tag,
  label: string,
): TextControl {
  return {
    id: draftId(...scope, at, part),
    label,
    path: [...path, at, part],
    value: tag[part],
    title: `Edit tag ${tag.key}`,
    read: (text) => ok(change(tags.with(at, { ...tag, [part]: text }))),
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
