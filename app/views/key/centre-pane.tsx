import { indexOfMember } from "../../state/members.ts";
import { designOf, shownOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { loadable } from "../../ui/loadable.tsx";
import { KeyPane } from "./key-pane.tsx";

const StackPane = loadable(() =>
  import("../stack/stack-pane.tsx").then((m) => m.StackPane),
);
const AliasPane = loadable(() =>
  import("../settings/alias-pane.tsx").then((m) => m.AliasPane),
);
const ConsumerPane = loadable(() =>
  import("../settings/consumer-pane.tsx").then((m) => m.ConsumerPane),
);
const CdkPane = loadable(() =>
  import("../cdk/cdk-pane.tsx").then((m) => m.CdkPane),
);

const AccountsPane = loadable(() =>
  import("../accounts/accounts-pane.tsx").then((m) => m.AccountsPane),
);

/** The middle of the page: the selected key, or what is shown in its place. */
export function CentrePane() {
  const shown = useApp(shownOf);
  const design = useApp(designOf);
  if (shown === null) return <KeyPane />;
  if (shown === "cdk") return <CdkPane />;
  if (shown === "settings") return <AccountsPane />;
  const index = indexOfMember(design, shown);
  switch (shown.list) {
    case "stacks": {
      const stack = design.stacks[index];
      return stack && <StackPane stack={stack} index={index} />;
    }
    case "aliases": {
      const alias = design.aliases?.[index];
      return alias && <AliasPane alias={alias} index={index} />;
    }
    case "consumers": {
      const consumer = design.consumers?.[index];
      return consumer && <ConsumerPane consumer={consumer} index={index} />;
    }
  }
}
