import type { Path, Stack } from "../../../core/index.ts";
import { ok, regionNames, regions } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { designOf } from "../../state/selectors.ts";
import { edit } from "../../state/edit.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import type { SectionProps } from "./settings.tsx";

const anyRegion = "deployer";

/** The stack that the key lives in, shared by all its keys. */
export function StackSection({ keyOfForm }: Pick<SectionProps, "keyOfForm">) {
  const { stacks } = useApp(designOf);
  const index = stacks.findIndex(({ id }) => id === keyOfForm.stack);
  const stack = stacks[index];
  if (stack === undefined) return null;
  const path: Path = ["stacks", index];
  return (
    <>
      <TextField
        control={stackControl(stack, {
          part: "id",
          label: settingsText.stackName,
          path,
        })}
      />
      <TextField
        control={stackControl(stack, {
          part: "account",
          label: settingsText.account,
          path,
        })}
        help={settingsText.accountHelp}
      />
      <RegionField stack={stack} path={path} />
    </>
  );
}

function RegionField({
  stack,
  path,
}: {
  readonly stack: Stack;
  readonly path: Path;
}) {
  const value = stack.region ?? anyRegion;
  return (
    <ChoiceField<string>
      path={[...path, "region"]}
      label={settingsText.region}
      filter
      help={stack.region === undefined ? settingsText.regionHelp : undefined}
      value={value}
      valueLabel={stack.region ?? "Whoever deploys decides"}
      names={[anyRegion, ...regionNames]}
      options={[
        { value: anyRegion, label: "Whoever deploys decides" },
        ...regionNames.map((name) => ({
          value: name,
          label: name,
          description: regions[name].name,
        })),
      ]}
      onChange={(region) =>
        edit({
          title: `Set the Region of ${stack.id}`,
          change: {
            type: "edit-stack",
            stack: stack.id,
            patch: { region: region === anyRegion ? null : region },
          },
        })
      }
    />
  );
}

function stackControl(
  stack: Stack,
  {
    part,
    label,
    path,
  }: {
    readonly part: "id" | "account";
    readonly label: string;
    readonly path: Path;
  },
): TextControl {
  return {
    id: draftId("stack", label),
    label,
    path: [...path, part],
    value: stack[part] ?? "",
    title: `Set ${label.toLowerCase()}`,
    read: (text) =>
      ok({
        type: "edit-stack",
        stack: stack.id,
        patch:
          part === "id" ? { id: text } : { account: text === "" ? null : text },
      }),
  };
}
