import Select from "@cloudscape-design/components/select";
import type { DefinedKey, ReplicaKey } from "../../../core/index.ts";
import {
  differencesOf,
  partitionOf,
  regionNames,
  regions,
  regionsOf,
  replicasOf,
} from "../../../core/index.ts";
import { replicateTo } from "../../state/replica-edits.ts";
import { selectKey } from "../../state/select.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { replicasText } from "../../text/replicas.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../fields/field.tsx";
import type { SectionProps } from "./section.tsx";

/** The replicas of a multi-Region key: where they are, what each has of its own, and one more. */
export function ReplicasSection({
  keyOfForm: key,
  index,
}: SectionProps<DefinedKey>) {
  const design = useApp(designOf);
  const replicas = replicasOf(design, key);
  return (
    <>
      <NewReplica keyOfForm={key} index={index} />
      <ul className="replicas" aria-label={replicasText.list(key.id)}>
        {replicas.length === 0 && <li>{replicasText.none}</li>}
        {replicas.map((replica) => (
          <ReplicaRow key={replica.id} primary={key} replica={replica} />
        ))}
      </ul>
    </>
  );
}

function ReplicaRow({
  primary,
  replica,
}: {
  readonly primary: DefinedKey;
  readonly replica: ReplicaKey;
}) {
  const { stacks } = useApp(designOf);
  const region = stacks.find(({ id }) => id === replica.stack)?.region;
  const own = differencesOf(primary, replica);
  return (
    <li>
      <span>{region ?? replicasText.anyRegion}</span>{" "}
      <Button variant="link" onClick={() => selectKey(replica.id)}>
        {replica.id}
      </Button>{" "}
      <span className="replica-own">
        {own.length === 0
          ? replicasText.same
          : replicasText.differs(
              own.map((name) => replicasText.settings[name].toLowerCase()),
            )}
      </span>
    </li>
  );
}

/** Choosing a Region adds the replica, and a stack where the Region has none of the account. */
function NewReplica({ keyOfForm: key, index }: SectionProps<DefinedKey>) {
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const taken = regionsOf(design, key);
  const [home] = taken;
  const free = regionNames.filter(
    (name) =>
      home !== undefined &&
      !taken.includes(name) &&
      partitionOf(name) === partitionOf(home),
  );
  return (
    <Field
      path={["keys", index, "multiRegion"]}
      label={replicasText.region}
      help={home === undefined ? replicasText.noRegion(key.stack) : undefined}
    >
      <Select
        selectedOption={null}
        placeholder={replicasText.choose}
        filteringType="auto"
        disabled={readOnly || home === undefined}
        expandToViewport
        options={free.map((name) => ({
          value: name,
          label: name,
          description: regions[name].name,
        }))}
        onChange={({ detail }) => {
          const chosen = free.find(
            (name) => name === detail.selectedOption.value,
          );
          if (chosen !== undefined) replicateTo(key, chosen);
        }}
      />
    </Field>
  );
}
