import type { Stack } from "../../../core/index.ts";
import { regionNames, regions } from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { settingsText } from "../../text/settings.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { stackChange, stackControl } from "./stack-control.ts";

const anyRegion = "deployer";

interface Props {
  readonly stack: Stack;
  /** Where the stack stands in the design. */
  readonly index: number;
}

/** What the stack is called and where it is deployed. */
export function EnvironmentFields({ stack, index }: Props) {
  return (
    <>
      <TextField
        control={stackControl(stack, index, {
          part: "id",
          label: settingsText.stackName,
        })}
      />
      <TextField
        control={stackControl(stack, index, {
          part: "account",
          label: settingsText.account,
        })}
        help={settingsText.accountHelp}
      />
      <RegionField stack={stack} index={index} />
    </>
  );
}

function RegionField({ stack, index }: Props) {
  const value = stack.region ?? anyRegion;
  return (
    <ChoiceField<string>
      path={["stacks", index, "region"]}
      label={settingsText.region}
      filter
      help={stack.region === undefined ? settingsText.regionHelp : undefined}
      value={value}
      valueLabel={stack.region ?? settingsText.anyRegion}
      names={[anyRegion, ...regionNames]}
      options={[
        { value: anyRegion, label: settingsText.anyRegion },
        ...regionNames.map((name) => ({
          value: name,
          label: name,
          description: regions[name].name,
        })),
      ]}
      onChange={(region) =>
        edit({
          title: `Set the Region of ${stack.id}`,
          change: stackChange(stack, {
            region: region === anyRegion ? null : region,
          }),
        })
      }
    />
  );
}
