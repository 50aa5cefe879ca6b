import type { SeparateAlias } from "../../../core/index.ts";
import { fullAliasName, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { edit } from "../../state/edit.ts";
import type { Resource } from "../../state/override-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";
import { settingsText } from "../../text/settings.ts";
import { KeyChoice } from "../fields/key-choice.tsx";
import { StackChoice } from "../fields/stack-choice.tsx";
import { TextField } from "../fields/text-field.tsx";
import { PartHead } from "../key/part-head.tsx";
import { PartProblems } from "./part-problems.tsx";
import { RemovalField, writtenBy } from "./removal-field.tsx";
import { Section } from "./section.tsx";
import { Setting } from "./setting.tsx";
import { TemplateSection } from "./template-section.tsx";
import "./settings.css";

interface Props {
  readonly alias: SeparateAlias;
  /** Where the alias stands in the design. */
  readonly index: number;
}

/** The settings of an alias that is a construct of its own. */
export function AliasPane(props: Props) {
  const { alias, index } = props;
  const facts = [keysText.aliasOf(alias.key), alias.stack];
  return (
    <>
      <PartHead
        icon="alias"
        name={alias.id}
        more={<span className="mono">{fullAliasName(alias.name)}</span>}
        facts={facts}
      />
      <div className="settings" key={alias.id}>
        <PartProblems path={["aliases", index]} />
        <Section title={keysText.alias}>
          <AliasFields {...props} />
        </Section>
        <TemplateSection resource={resourceOf(props)} />
      </div>
    </>
  );
}

function resourceOf({ alias, index }: Props): Resource {
  return { list: "aliases", part: alias, index };
}

function AliasFields(props: Props) {
  const { alias, index } = props;
  const { id } = alias;
  const resource = resourceOf(props);
  return (
    <>
      <Setting resource={resource} name="name">
        <TextField
          control={{
            id: draftId("aliases", id, "name"),
            path: ["aliases", index, "name"],
            label: settingsText.aliasName,
            value: alias.name,
            title: `Set name of ${id}`,
            read: (name) =>
              ok({ type: "edit-alias", alias: id, patch: { name } }),
          }}
        />
      </Setting>
      <Setting resource={resource} name="key">
        <KeyField {...props} />
      </Setting>
      <StackChoice
        path={["aliases", index, "stack"]}
        value={alias.stack}
        onChange={(stack) =>
          edit({
            title: `Move ${id} to ${stack}`,
            change: { type: "edit-alias", alias: id, patch: { stack } },
          })
        }
      />
      <Setting
        resource={resource}
        name="removalPolicy"
        writes={writtenBy(alias.removalPolicy)}
      >
        <AliasRemoval {...props} />
      </Setting>
      <LogicalIdField {...props} />
    </>
  );
}

function KeyField({ alias: { id, key: value }, index }: Props) {
  const { keys } = useApp(designOf);
  return (
    <KeyChoice
      path={["aliases", index, "key"]}
      label={settingsText.key}
      value={value}
      keys={keys}
      onChange={(key) =>
        edit({
          title: `Set key of ${id}`,
          change: { type: "edit-alias", alias: id, patch: { key } },
        })
      }
    />
  );
}

function AliasRemoval({ alias: { id, removalPolicy: value }, index }: Props) {
  return (
    <RemovalField
      path={["aliases", index, "removalPolicy"]}
      value={value}
      texts={settingsText.aliasRemoval}
      onChange={(removalPolicy) =>
        edit({
          title: `Set removal policy of ${id}`,
          change: { type: "edit-alias", alias: id, patch: { removalPolicy } },
        })
      }
    />
  );
}

function LogicalIdField({ alias: { id, logicalId = "" }, index }: Props) {
  return (
    <TextField
      control={{
        id: draftId("aliases", id, "logical ID"),
        path: ["aliases", index, "logicalId"],
        label: settingsText.logicalId,
        value: logicalId,
        title: `Set logical ID of ${id}`,
        read: (text) =>
          ok({
            type: "edit-alias",
            alias: id,
            patch: { logicalId: text === "" ? null : text },
          }),
      }}
      help={settingsText.logicalIdHelp}
      fixed
    />
  );
}
