import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Select from "@cloudscape-design/components/select";
import type { KeyboardEvent } from "react";
import type { Grant, GrantLanding, Path } from "../../../core/index.ts";
import {
  grantsOf,
  isDefined,
  landings,
  printPath,
} from "../../../core/index.ts";
import {
  actionsGranted,
  misfit,
  moveGrant,
  pathOfGrant,
  permissions,
  removeGrant,
  setPermission,
  toggleBothPolicies,
  type GrantableKey,
} from "../../state/grant-edits.ts";
import { selectPath } from "../../state/select.ts";
import { designOf, isSelected } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { useFindings } from "../../state/use-findings.ts";
import { grantsText } from "../../text/grants.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";
import { FindingList } from "../fields/finding-list.tsx";
import { whatItIs } from "../principals/principal-options.tsx";
import { GrantActions } from "./grant-actions.tsx";

interface Props {
  readonly keyOfRow: GrantableKey;
  /** Where the key stands in the design. */
  readonly index: number;
  /** Where the grant stands among those of the key. */
  readonly at: number;
  readonly grant: Grant;
  readonly landing: GrantLanding | undefined;
}

/** One grant: who, what, and where the CDK puts it. */
export function GrantRow(props: Props) {
  const { keyOfRow: key, index, at, grant, landing } = props;
  const path = pathOfGrant(index, at);
  const selected = useApp((state) => isSelected(state, path));
  return (
    <li
      className={classNames("grant", selected && "grant-selected")}
      data-path={printPath(path)}
      onFocusCapture={() => selectPath(path, "control")}
    >
      <div
        className="grant-line"
        role="presentation"
        onKeyDownCapture={(event) => onRowKey(event, key, at)}
      >
        <Who id={grant.principal} />
        <PermissionSelect {...props} />
        <GrantMenu {...props} />
      </div>
      {grant.permission === "actions" && (
        <GrantActions
          keyOfGrant={key}
          at={at}
          actions={actionsGranted(grant)}
        />
      )}
      <Effect path={path} landing={landing} />
    </li>
  );
}

function Who({ id }: { readonly id: string }) {
  const principal = useApp((state) =>
    designOf(state).principals.find((one) => one.id === id),
  );
  return (
    <span className="grant-who">
      <Icon name={principalIcon(principal?.kind ?? "unknown")} size={15} />
      <span>
        <b>{id}</b>
        {principal && <span className="grant-what">{whatItIs(principal)}</span>}
      </span>
    </span>
  );
}

function PermissionSelect({ keyOfRow: key, at, grant }: Props) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const line = useApp((state) => designOf(state).cdk.line);
  const labels = grantsText.permissions;
  return (
    <div className="grant-permission">
      <Select
        ariaLabel={grantsText.permission(grant.principal)}
        selectedOption={{
          value: grant.permission,
          label: labels[grant.permission],
        }}
        options={permissions.map((permission) => ({
          value: permission,
          label: labels[permission],
          description:
            misfit(key, permission, line) ??
            (permission === "actions"
              ? grantsText.ownActions
              : `grant${permission.charAt(0).toUpperCase()}${permission.slice(1)}`),
        }))}
        readOnly={readOnly}
        expandToViewport
        onChange={({ detail }) => {
          const chosen = permissions.find(
            (permission) => permission === detail.selectedOption.value,
          );
          if (chosen !== undefined) setPermission(key, at, chosen);
        }}
      />
    </div>
  );
}

function GrantMenu({ keyOfRow: key, at, grant }: Props) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const line = useApp((state) => designOf(state).cdk.line);
  const run = (id: string) => {
    if (id === "up") moveGrant(key, at, at - 1);
    if (id === "down") moveGrant(key, at, at + 1);
    if (id === "both") toggleBothPolicies(key, at);
    if (id === "remove") removeGrant(key, at);
  };
  const asksForBoth = isDefined(key) && line === "v2";
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel={grantsText.menu(grant.principal)}
      disabled={readOnly}
      expandToViewport
      items={[
        {
          id: "up",
          text: grantsText.up,
          disabled: at === 0,
          secondaryText: "Alt+↑",
        },
        {
          id: "down",
          text: grantsText.down,
          disabled: at === grantsOf(key).length - 1,
          secondaryText: "Alt+↓",
        },
        ...(asksForBoth
          ? [
              {
                id: "both",
                itemType: "checkbox" as const,
                text: grantsText.inBoth,
                checked: grant.inBothPolicies === true,
              },
            ]
          : []),
        { id: "remove", text: grantsText.remove },
      ]}
      onItemClick={({ detail }) => run(detail.id)}
    />
  );
}

/** Where the grant is written and why, and what is wrong with it; neither says again what the other does. */
function Effect({
  path,
  landing,
}: Pick<Props, "landing"> & { readonly path: Path }) {
  const findings = useFindings(path);
  if (landing === undefined) return <FindingList findings={findings} />;
  const { where, text } = landings[landing];
  const isUseless = findings.some(
    ({ code }) => code === "grant-without-effect",
  );
  return (
    <>
      <p
        className={classNames("landing", where === "nowhere" && "landing-bad")}
      >
        <span className="landing-where">{grantsText.where[where]}</span>
        {!isUseless && text}
      </p>
      <FindingList
        findings={findings.filter(({ code }) => code !== "grant-nowhere")}
      />
    </>
  );
}

/** Alt with an arrow moves the grant; the focus goes with it. */
function onRowKey(
  event: KeyboardEvent<HTMLElement>,
  key: GrantableKey,
  at: number,
): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!event.altKey || step === undefined) return;
  event.preventDefault();
  // The lists and menus of the row would open.
  event.stopPropagation();
  const row = event.currentTarget.closest("li");
  if (!moveGrant(key, at, at + step)) return;
  const next = step < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  const place = controls(row).findIndex((control) => control === event.target);
  controls(next)[Math.max(0, place)]?.focus();
}

function controls(row: Element | null | undefined): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(".grant-line button") ?? [])];
}
