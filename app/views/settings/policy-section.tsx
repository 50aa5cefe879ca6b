import type { CdkSettings, DefinedKey, OwnedKey } from "../../../core/index.ts";
import { flagsOf, isL1, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import { editKey, keyChange } from "../../state/key-edits.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { settingsText } from "../../text/settings.ts";
import { TextField } from "../fields/text-field.tsx";
import { ToggleField } from "../fields/toggle-field.tsx";
import type { SectionProps } from "./section.tsx";

/** What the policy of the key says besides its statements. */
export function PolicySection(props: SectionProps<DefinedKey>) {
  return (
    <>
      <TrustField {...props} />
      <PolicyIdField {...props} />
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
export function PolicyIdField({
  keyOfForm: key,
  index,
}: SectionProps<OwnedKey>) {
  const { policy } = key;
  return (
    <TextField
      control={{
        id: draftId(key.id, "policy", "id"),
        path: ["keys", index, "policy", "id"],
        label: settingsText.policyId,
        value: policy.id ?? "",
        title: `Set policy ID of ${key.id}`,
        read: (text) => {
          const { id: _, ...rest } = policy;
          return ok(
            keyChange(key, {
              policy: text === "" ? rest : { ...rest, id: text },
            }),
          );
        },
      }}
      help={settingsText.policyIdHelp}
    />
  );
}
