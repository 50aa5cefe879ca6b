import type {
  AccessSettings,
  DesignChange,
  Organization,
  Path,
  Result,
  SettingsPatch,
} from "../../../core/index.ts";
import { failed, ok } from "../../../core/index.ts";
import { draftId } from "../../state/draft-id.ts";
import type { TextControl } from "../../state/drafts.ts";
import { accountsText } from "../../text/accounts.ts";
import { linesOf } from "../fields/lines.ts";

/** A field for the account or for who deploys; the empty text removes it. */
export function textControl(
  settings: AccessSettings,
  part: "account" | "deployer",
): TextControl {
  return control([part], {
    label: accountsText[part],
    value: settings[part] ?? "",
    read: (text) => changeOf({ [part]: text === "" ? null : text }),
  });
}

/** A field for the accounts that are trusted, one a line; the empty text removes them. */
export function trustedControl({
  trustedAccounts = [],
}: AccessSettings): TextControl {
  return control(["trustedAccounts"], {
    label: accountsText.trusted,
    value: trustedAccounts.join("\n"),
    read: (text) => {
      const accounts = linesOf(text);
      return changeOf({
        trustedAccounts: accounts.length === 0 ? null : accounts,
      });
    },
  });
}

/** A field for the ID of the organization; the empty text removes the organization, which has no accounts then. */
export function organizationControl(
  organization: Organization | undefined,
): TextControl {
  return control(["organization", "id"], {
    label: accountsText.organization,
    value: organization?.id ?? "",
    read: (text) => {
      if (text !== "")
        return changeOf({ organization: { ...organization, id: text } });
      return (organization?.accounts ?? []).length > 0
        ? failed({
            code: "settings/organization",
            severity: "error",
            path: [],
            ...accountsText.hasAccounts,
          })
        : changeOf({ organization: null });
    },
  });
}

/** A field for the accounts of an organization, one a line; the empty text removes them. */
export function accountsControl(organization: Organization): TextControl {
  const { id, accounts = [] } = organization;
  return control(["organization", "accounts"], {
    label: accountsText.accounts,
    value: accounts.join("\n"),
    read: (text) => {
      const lines = linesOf(text);
      return changeOf({
        organization: lines.length === 0 ? { id } : { id, accounts: lines },
      });
    },
  });
}

function control(
  place: readonly string[],
  { label, value, read }: Pick<TextControl, "label" | "value" | "read">,
): TextControl {
  const path: Path = ["settings", ...place];
  return {
    id: draftId(...path),
    label,
    path,
    value,
    title: accountsText.set(label),
    read: (text) => read(text.trim()),
  };
}

function changeOf(patch: SettingsPatch): Result<DesignChange> {
  return ok({ type: "edit-settings", patch });
}
