import { useEffect } from "react";
import { openDropped, openPasted } from "../../commands/files.ts";
import { useShortcuts } from "../../commands/use-shortcuts.ts";
import { useApp } from "../../state/store.ts";
import { shellText } from "../../text/shell.ts";
import { loadable } from "../../ui/loadable.tsx";
import { TunnelEnd } from "../../ui/tunnel.tsx";
import { StartPage } from "../start/start-page.tsx";
import { Announcer } from "./announcer.tsx";
import { Banners } from "./banners.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Guarded } from "./failure.tsx";
import { TopBar } from "./top-bar.tsx";
import "./app.css";

function Loading() {
  return (
    <main className="workspace-loading" aria-busy="true">
      <h1 className="visually-hidden">{shellText.loading}</h1>
    </main>
  );
}

const Workspace = loadable(
  () => import("./workspace.tsx").then((m) => m.Workspace),
  Loading,
);

/** Fetches the workspace, once. */
export const { preload: preloadWorkspace } = Workspace;

/** The whole page: the start page, or the workspace of a design. */
export function App() {
  useShortcuts();
  const open = useApp(({ document }) => document?.id);
  useEffect(() => {
    document.addEventListener("paste", openPasted);
    return () => document.removeEventListener("paste", openPasted);
  }, []);
  return (
    <div
      className="app"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void openDropped(event.dataTransfer);
      }}
    >
      <TopBar />
      <Banners />
      <Guarded key={open}>
        {open === undefined ? <StartPage /> : <Workspace />}
      </Guarded>
      <Dialogs />
      <TunnelEnd />
      <Announcer />
    </div>
  );
}
