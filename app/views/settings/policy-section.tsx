import type {
  CdkSettings,
  DefinedKey,
  KeyPolicy,
  OwnedKey,
} from "../../../core/index.ts";
import { flagsOf, isIntrinsic, isL1, ok } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { draftId } from "../../state/draft-id.ts";
import { readObject } from "../../state/json-object.ts";
import { hasWholePolicy } from "../../state/override-edits.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { templateText } from "../../text/template.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import { PolicyVersionField } from "./policy-version-field.tsx";
import type { SectionProps } from "./section.tsx";

/** What the policy of the key says besides its statements. */
export function PolicySection(props: SectionProps<DefinedKey>) {
  return (
    <>
      <TrustField {...props} />
      <PolicyDocumentFields {...props} />
    </>
  );
}

/** What the policy document has besides its statements; nothing where the template gives it as a whole. */
export function PolicyDocumentFields(props: SectionProps<OwnedKey>) {
  const isWhole = hasWholePolicy(props.keyOfForm);
  if (isWhole)
    return (
      <div className="settings-wide">
        <p className="settings-none">{templateText.policyInSettings}</p>
        <Button
          variant="link"
          onClick={() => showPlace(["keys", props.index, "policy"])}
        >
          {templateText.toPolicy}
        </Button>
      </div>
    );
  return (
    <>
      <PolicyIdField {...props} />
      <PolicyVersionField {...props} />
    </>
  );
}

/** Only CDK v1 without its flag leaves the choice, and only for a `Key`. */
function TrustField({ keyOfForm: key, index }: SectionProps<DefinedKey>) {
  const { cdk } = useApp(designOf);
  const fixed = fixedTrust(key, cdk);
  const trusts = key.trustAccountIdentities ?? fixed?.trusts ?? false;
  return (
    <ToggleField
      path={["keys", index, "trustAccountIdentities"]}
      label={settingsText.trust}
      text={settingsText.trustToggle}
      help={fixed?.why ?? settingsText.trustHelp}
      checked={trusts}
      disabled={fixed !== undefined && trusts === fixed.trusts}
      onChange={(on) =>
        editKey(`Turn trust in account identities ${on ? "on" : "off"}`, key, {
          trustAccountIdentities: on === (fixed?.trusts ?? false) ? null : on,
        })
      }
    />
  );
}

/** What the key trusts whatever it says, and why; undefined where it can say so. */
function fixedTrust(
  key: DefinedKey,
  cdk: CdkSettings,
): { readonly trusts: boolean; readonly why: string } | undefined {
  if (isL1(key)) return { trusts: false, why: settingsText.trustInL1 };
  if (!flagsOf(cdk)["@aws-cdk/aws-kms:defaultKeyPolicies"]) return undefined;
  const why =
    cdk.line === "v2" ? settingsText.trustInV2 : settingsText.trustByFlag;
  return { trusts: true, why };
}

/** The `Id` of the policy document. */
function PolicyIdField({ keyOfForm: key, index }: SectionProps<OwnedKey>) {
  const { policy } = key;
  return (
    <TextField
      control={{
        id: draftId(key.id, "policy", "id"),
        path: ["keys", index, "policy", "id"],
        label: settingsText.policyId,
        value: textOfId(policy.id),
        title: `Set policy ID of ${key.id}`,
        read: (text) => {
          const { id: _, ...rest } = policy;
          return ok(
            keyChange(key, {
              policy: text === "" ? rest : { ...rest, id: idOfText(text) },
            }),
          );
        },
      }}
      help={settingsText.policyIdHelp}
    />
  );
}

/** An `Id` that a function of the template gives is shown as its JSON. */
function textOfId(id: KeyPolicy["id"]): string {
  return typeof id === "object" ? JSON.stringify(id) : (id ?? "");
}

function idOfText(text: string): NonNullable<KeyPolicy["id"]> {
  const json = readObject(text);
  return json.ok && isIntrinsic(json.value) ? json.value : text;
}
