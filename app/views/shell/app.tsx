import { lazy, Suspense } from "react";
import { openFile } from "../../commands/files.ts";
import { useShortcuts } from "../../commands/use-shortcuts.ts";
import { useApp } from "../../state/store.ts";
import { shellText } from "../../text/shell.ts";
import { StartPage } from "../start/start-page.tsx";
import { Announcer } from "./announcer.tsx";
import { Banners } from "./banners.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Guarded } from "./failure.tsx";
import { TopBar } from "./top-bar.tsx";
import "./app.css";

/** Fetches the workspace, once. */
export const loadWorkspace = () =>
  import("./workspace.tsx").then((m) => ({ default: m.Workspace }));
const Workspace = lazy(loadWorkspace);

function Loading() {
  return (
    <main className="workspace-loading" aria-busy="true">
      <h1 className="visually-hidden">{shellText.loading}</h1>
    </main>
  );
}

/** The whole page: the start page, or the workspace of a design. */
export function App() {
  useShortcuts();
  const open = useApp(({ document }) => document?.id);
  return (
    <div
      className="app"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        void openFile(file);
      }}
    >
      <TopBar />
      <Banners />
      <Guarded key={open}>
        {open === undefined ? (
          <StartPage />
        ) : (
          <Suspense fallback={<Loading />}>
            <Workspace />
          </Suspense>
        )}
      </Guarded>
      <Dialogs />
      <Announcer />
    </div>
  );
}
