import { useEffect } from "react";
import type { Key } from "../../../core/index.ts";
import { commands } from "../../commands/registry.ts";
import { CommandButton } from "../../commands/command-button.tsx";
import { showTab } from "../../state/select.ts";
import { keyIndexOf, keyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keyViews, type KeyView } from "../../state/view.ts";
import { keysText } from "../../text/keys.ts";
import { loadable } from "../../ui/loadable.tsx";
import { StripTabs } from "../../ui/strip-tabs.tsx";
import { Settings } from "../settings/settings.tsx";
import { KeyHead } from "./key-head.tsx";
import "./key-pane.css";

const PolicyView = loadable(() =>
  import("../policy/policy-view.tsx").then((m) => m.PolicyView),
);

const AccessView = loadable(() =>
  import("../access/access-view.tsx").then((m) => m.AccessView),
);

/** The selected key: its head, its views, and the view that is chosen. */
export function KeyPane() {
  const key = useApp(keyOf);
  const index = useApp(keyIndexOf);
  const tab = useApp(({ view }) => view.tab);
  useEffect(() => {
    // Whoever opens another view shall not wait for it; the rest of the page comes first.
    const timer = setTimeout(() => {
      PolicyView.preload();
      AccessView.preload();
    }, 500);
    return () => clearTimeout(timer);
  }, []);
  if (key === undefined) return <NoKeys />;
  return (
    <>
      <KeyHead keyOfHead={key} />
      <div className="key-tabs">
        <StripTabs<KeyView>
          label={keysText.views}
          panel="key-view"
          active={tab}
          onPick={showTab}
          tabs={keyViews.map((view) => ({
            id: view,
            label: keysText.viewNames[view],
          }))}
        />
      </div>
      <div
        className="key-view"
        id="key-view"
        role="tabpanel"
        aria-label={keysText.viewNames[tab]}
      >
        <ViewOfKey tab={tab} keyOfView={key} index={index} />
      </div>
    </>
  );
}

function ViewOfKey({
  tab,
  keyOfView: key,
  index,
}: {
  readonly tab: KeyView;
  readonly keyOfView: Key;
  readonly index: number;
}) {
  switch (tab) {
    case "settings":
      return <Settings keyOfForm={key} index={index} />;
    case "access":
      return <AccessView keyOfAccess={key} />;
    case "policy":
      return <PolicyView keyOfPolicy={key} index={index} />;
  }
}

function NoKeys() {
  return (
    <div className="no-keys">
      <h2>{keysText.noKeys}</h2>
      <p>{keysText.noKeysHelp}</p>
      <CommandButton command={commands.addKey} icon="plus" label="Add a key" />
    </div>
  );
}
