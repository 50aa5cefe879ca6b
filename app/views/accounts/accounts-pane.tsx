import type { AccessSettings } from "../../../core/index.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { accountsText as words } from "../../text/accounts.ts";
import { LinesField } from "../fields/lines-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { PartHead } from "../key/part-head.tsx";
import { Section } from "../settings/section.tsx";
import "../settings/settings.css";
import {
  accountsControl,
  organizationControl,
  textControl,
  trustedControl,
} from "./settings-control.ts";

const noSettings: AccessSettings = {};
const noOrganization = { id: "" };

/** What verdicts about access assume that no policy says. */
export function AccountsPane() {
  const settings = useApp((state) => designOf(state).settings) ?? noSettings;
  const { organization } = settings;
  const isNamed = organization !== undefined;
  return (
    <>
      <PartHead icon="organization" name={words.title} facts={[words.about]} />
      <div className="settings">
        <Section title={words.sections.account} lead={words.lead}>
          <TextField
            control={textControl(settings, "account")}
            help={words.accountHelp}
          />
          <TextField
            control={textControl(settings, "deployer")}
            help={words.deployerHelp}
          />
        </Section>
        <Section title={words.sections.organization}>
          <TextField
            control={organizationControl(organization)}
            help={words.organizationHelp}
          />
          <LinesField
            control={accountsControl(organization ?? noOrganization)}
            help={isNamed ? words.accountsHelp : words.accountsLater}
            disabled={!isNamed}
          />
        </Section>
        <Section title={words.sections.outside}>
          <LinesField
            control={trustedControl(settings)}
            help={words.trustedHelp}
          />
        </Section>
      </div>
    </>
  );
}
