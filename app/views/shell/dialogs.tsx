import { useApp } from "../../state/store.ts";
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
const RenameKey = loadable(() =>
  import("../outline/rename-key.tsx").then((m) => m.RenameKey),
);
const EditPrincipal = loadable(() =>
  import("../outline/edit-principal.tsx").then((m) => m.EditPrincipal),
);

/** Fetches the palette, once: whoever types at once after Ctrl+K shall lose no letter. */
export const { preload: preloadPalette } = Palette;

const dialogs = {
  gallery: Gallery,
  palette: Palette,
  shortcuts: Shortcuts,
  "rename-key": RenameKey,
  "edit-principal": EditPrincipal,
};

/** The modal window that is open, loaded when it is first asked for. */
export function Dialogs() {
  const name = useApp(({ session }) => session.dialog);
  if (name === null) return null;
  const Shown = dialogs[name];
  return <Shown />;
}
