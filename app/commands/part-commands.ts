import type { ConsumerKind } from "../../core/index.ts";
import { consumerKinds, keysOf } from "../../core/index.ts";
import {
  addAlias,
  addConsumer,
  addOutput,
  addParameter,
  addReplica,
  addStack,
  primaryForReplica,
} from "../state/additions.ts";
import { addNewKey, duplicateSelectedKey } from "../state/key-edits.ts";
import { deleteSubject } from "../state/removal.ts";
import {
  selectAccountSettings,
  selectDesignSettings,
} from "../state/select.ts";
import { designOf, subjectOf } from "../state/selectors.ts";
import { setSession, type AppState } from "../state/store.ts";
import { accountsText } from "../text/accounts.ts";
import { commandsText } from "../text/commands.ts";
import type { Command } from "./command.ts";
import {
  hasDesign,
  hasOwnKey,
  mayEdit,
  mayEditKey,
  mayEditSubject,
} from "./guards.ts";

const mayUseKey = (state: AppState) =>
  mayEdit(state) && designOf(state).keys.length > 0;

/** The last stack of a design stays. */
const mayDelete = (state: AppState) =>
  mayEditSubject(state) &&
  (subjectOf(state)?.list !== "stacks" || designOf(state).stacks.length > 1);

/** What can be added to a design and done with its parts. */
export const partCommands = {
  addKey: {
    id: "addKey",
    title: commandsText.addKey,
    enabled: mayEdit,
    run: addNewKey,
  },
  addStack: {
    id: "addStack",
    title: commandsText.addStack,
    enabled: mayEdit,
    run: addStack,
  },
  addReplica: {
    id: "addReplica",
    title: commandsText.addReplica,
    enabled: (state) =>
      mayEdit(state) && primaryForReplica(state) !== undefined,
    run: addReplica,
  },
  importKey: {
    id: "importKey",
    title: commandsText.importKey,
    enabled: mayEdit,
    run: () => setSession({ dialog: "import-key" }),
  },
  importAlias: {
    id: "importAlias",
    title: commandsText.importAlias,
    enabled: mayEdit,
    run: () => setSession({ dialog: "import-alias" }),
  },
  lookUpKey: {
    id: "lookUpKey",
    title: commandsText.lookUpKey,
    enabled: mayEdit,
    run: () => setSession({ dialog: "look-up-key" }),
  },
  addAlias: {
    id: "addAlias",
    title: commandsText.addAlias,
    enabled: mayUseKey,
    run: addAlias,
  },
  addOutput: {
    id: "addOutput",
    title: commandsText.addOutput,
    enabled: mayEdit,
    run: addOutput,
  },
  addParameter: {
    id: "addParameter",
    title: commandsText.addParameter,
    enabled: mayEdit,
    run: addParameter,
  },
  addUse: {
    id: "addUse",
    title: commandsText.addUse,
    enabled: hasOwnKey,
    run: () => setSession({ dialog: "recipes", recipe: null }),
  },
  duplicateKey: {
    id: "duplicateKey",
    title: commandsText.duplicateKey,
    enabled: mayEditKey,
    run: duplicateSelectedKey,
  },
  moveKey: {
    id: "moveKey",
    title: commandsText.moveKey,
    enabled: (state) => mayEditKey(state) && designOf(state).stacks.length > 1,
    run: () => setSession({ dialog: "move-key" }),
  },
  rename: {
    id: "rename",
    title: commandsText.rename,
    enabled: mayEditSubject,
    run: () => setSession({ dialog: "rename" }),
  },
  delete: {
    id: "delete",
    title: commandsText.delete,
    enabled: mayDelete,
    run: deleteSubject,
  },
  designSettings: {
    id: "designSettings",
    title: commandsText.designSettings,
    enabled: hasDesign,
    run: selectDesignSettings,
  },
  accountSettings: {
    id: "accountSettings",
    title: accountsText.title,
    enabled: hasDesign,
    run: selectAccountSettings,
  },
} as const satisfies Record<string, Command>;

/** Adds a resource that uses a key, one command a kind. */
export const consumerCommands: readonly Command[] = keysOf(consumerKinds).map(
  (kind: ConsumerKind): Command => ({
    id: `add-${kind}`,
    title: commandsText.addConsumer(consumerKinds[kind].label),
    enabled: mayUseKey,
    run: () => addConsumer(kind),
  }),
);
