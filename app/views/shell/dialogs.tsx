import type { ComponentType } from "react";
import { useApp, type DialogName } from "../../state/store.ts";
import { loadable } from "../../ui/loadable.tsx";

const Gallery = loadable(() =>
  import("../gallery/gallery.tsx").then((m) => m.Gallery),
);
const Palette = loadable(() =>
  import("../palette/palette.tsx").then((m) => m.Palette),
);
const Shortcuts = loadable(() =>
  import("../palette/shortcuts.tsx").then((m) => m.Shortcuts),
);
const Rename = loadable(() =>
  import("../dialogs/rename.tsx").then((m) => m.Rename),
);
const Delete = loadable(() =>
  import("../dialogs/delete.tsx").then((m) => m.Delete),
);
const MoveKey = loadable(() =>
  import("../dialogs/move-key.tsx").then((m) => m.MoveKey),
);
const referKey = () => import("../dialogs/refer-key.tsx");
const ImportKey = loadable(() => referKey().then((m) => m.ImportKey));
const ImportAlias = loadable(() => referKey().then((m) => m.ImportAlias));
const LookUpKey = loadable(() => referKey().then((m) => m.LookUpKey));
const OpenText = loadable(() =>
  import("../dialogs/open-text.tsx").then((m) => m.OpenText),
);
const editPrincipal = () => import("../outline/edit-principal.tsx");
const NewPrincipal = loadable(() =>
  editPrincipal().then((m) => m.NewPrincipal),
);
const EditPrincipal = loadable(() =>
  editPrincipal().then((m) => m.EditPrincipal),
);
const RemovePrincipal = loadable(() =>
  import("../principals/remove-principal.tsx").then((m) => m.RemovePrincipal),
);

const FixProblem = loadable(() =>
  import("../problems/fix-problem.tsx").then((m) => m.FixProblem),
);
const AcceptProblem = loadable(() =>
  import("../problems/accept-problem.tsx").then((m) => m.AcceptProblem),
);

const Recipes = loadable(() =>
  import("../recipes/recipes-dialog.tsx").then((m) => m.RecipesDialog),
);

/** Fetches the palette, once: whoever types at once after Ctrl+K shall lose no letter. */
export const { preload: preloadPalette } = Palette;

const dialogs: Readonly<Record<DialogName, ComponentType>> = {
  gallery: Gallery,
  palette: Palette,
  shortcuts: Shortcuts,
  rename: Rename,
  delete: Delete,
  "move-key": MoveKey,
  "import-key": ImportKey,
  "import-alias": ImportAlias,
  "look-up-key": LookUpKey,
  "open-text": OpenText,
  "new-principal": NewPrincipal,
  "edit-principal": EditPrincipal,
  "remove-principal": RemovePrincipal,
  "fix-problem": FixProblem,
  "accept-problem": AcceptProblem,
  recipes: Recipes,
};

/** The modal window that is open, loaded when it is first asked for. */
export function Dialogs() {
  const name = useApp(({ session }) => session.dialog);
  if (name === null) return null;
  const Shown = dialogs[name];
  return <Shown />;
}
