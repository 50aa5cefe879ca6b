import { DefinedSettings } from "./defined-settings.tsx";
import { PartProblems } from "./part-problems.tsx";
import { ReferredSettings } from "./referred-settings.tsx";
import { ReplicaSettings } from "./replica-settings.tsx";
import type { SectionProps } from "./section.tsx";
import "./settings.css";

/** Every property of a key, and of the stack it lives in. */
export function Settings(props: SectionProps) {
  return (
    <div className="settings" key={props.keyOfForm.id}>
      <PartProblems path={["keys", props.index]} />
      <SettingsOfKind {...props} />
    </div>
  );
}

function SettingsOfKind({ keyOfForm: key, index }: SectionProps) {
  switch (key.kind) {
    case "defined":
      return <DefinedSettings keyOfForm={key} index={index} />;
    case "replica":
      return <ReplicaSettings keyOfForm={key} index={index} />;
    case "imported":
    case "imported-alias":
    case "looked-up":
      return <ReferredSettings keyOfForm={key} index={index} />;
  }
}
