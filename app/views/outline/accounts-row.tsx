import { commands } from "../../commands/registry.ts";
import { shownOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { Icon } from "../../ui/icons.tsx";

/** What verdicts about access assume. */
export function AccountsRow() {
  const selected = useApp((state) => shownOf(state) === "settings");
  return (
    <button
      type="button"
      className="outline-row"
      aria-current={selected ? "true" : undefined}
      onClick={commands.accountSettings.run}
    >
      <Icon name="organization" size={15} />
      <span className="outline-name">{commands.accountSettings.title}</span>
    </button>
  );
}
