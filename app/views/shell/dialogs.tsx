import { lazy, Suspense } from "react";
import { useApp } from "../../state/store.ts";

const Gallery = lazy(() =>
  import("../gallery/gallery.tsx").then((m) => ({ default: m.Gallery })),
);
const Palette = lazy(() =>
  import("../palette/palette.tsx").then((m) => ({ default: m.Palette })),
);
const Shortcuts = lazy(() =>
  import("../palette/shortcuts.tsx").then((m) => ({ default: m.Shortcuts })),
);
const RenameKey = lazy(() =>
  import("../outline/rename-key.tsx").then((m) => ({ default: m.RenameKey })),
);

const dialogs = {
  gallery: Gallery,
  palette: Palette,
  shortcuts: Shortcuts,
  "rename-key": RenameKey,
};

/** The modal window that is open, loaded when it is first asked for. */
export function Dialogs() {
  const name = useApp(({ session }) => session.dialog);
  if (name === null) return null;
  const Shown = dialogs[name];
  return (
    <Suspense>
      <Shown />
    </Suspense>
  );
}
