import type { FoundKey, ImportedKey } from "../../../core/index.ts";
import { isJsonList } from "../../../core/index.ts";
import { edit } from "../../state/edit.ts";
import { designOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { adoptText } from "../../text/adopt.ts";
import { Button } from "../../ui/button.tsx";
import { Section, type SectionProps } from "./section.tsx";

/** What is known of a key that exists, and the way to have its stack take it over. */
export function FoundSection({ keyOfForm: key }: SectionProps<ImportedKey>) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const facts = factsOf(key.found);
  return (
    <Section title={adoptText.section} lead={adoptText.lead}>
      <div className="settings-wide">
        <dl className="found-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Button
          variant="primary"
          disabled={readOnly}
          onClick={() => void manage(key.id)}
        >
          {adoptText.manage}
        </Button>
        <p className="found-help">{adoptText.manageHelp}</p>
      </div>
    </Section>
  );
}

async function manage(id: string): Promise<void> {
  const { bringUnderManagement } = await import("../../lazy/updates.ts");
  const change = bringUnderManagement(designOf(getState()), id);
  if (change !== undefined) edit({ title: adoptText.managed(id), change });
}

function factsOf(
  found: FoundKey | undefined,
): readonly (readonly [name: string, value: string])[] {
  const { facts } = adoptText;
  const all: readonly (readonly [string, string | undefined])[] = [
    [facts.description, found?.description],
    [facts.keySpec, found?.keySpec],
    [facts.keyUsage, found?.keyUsage],
    [facts.origin, found?.origin],
    [facts.aliases, found?.aliases.join(", ")],
    [facts.rotation, found?.enableKeyRotation === true ? adoptText.on : ""],
    [
      facts.tags,
      found?.tags.map(({ key, value }) => `${key}=${value}`).join(", "),
    ],
    [facts.policy, policyFact(found)],
  ];
  return all.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, value] as const],
  );
}

function policyFact(found: FoundKey | undefined): string {
  const list = found?.policyDocument?.["Statement"];
  if (list === undefined) return adoptText.noPolicy;
  const count = isJsonList(list) ? list.length : 1;
  return count === 1 ? "1 statement" : `${count} statements`;
}
