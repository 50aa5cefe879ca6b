import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { createRoot } from "react-dom/client";
import { startAutosave } from "./state/storage/autosave.ts";
import { idToRestore, restore } from "./state/storage/open.ts";
import "./theme/base.css";
import { startTheme } from "./theme/theme.ts";
import { hasRoomForEditor, fetchEditor } from "./views/code/when-idle.ts";
import { App, preloadWorkspace } from "./views/shell/app.tsx";
import { preloadPalette } from "./views/shell/dialogs.tsx";

/** A browser that does not answer must not keep the page from appearing. */
const patience = 800;

async function start(): Promise<void> {
  startTheme();
  startAutosave();
  if (idToRestore() !== "") {
    preloadWorkspace();
    if (hasRoomForEditor()) fetchEditor().catch(() => {});
  }
  await Promise.race([
    restore(),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
  const root = document.querySelector("#root");
  if (root === null) return;
  createRoot(root).render(
    <I18nProvider locale="en" messages={[messages]}>
      <App />
    </I18nProvider>,
  );
  // Whoever opens a template next shall not wait for it.
  setTimeout(() => {
    preloadWorkspace();
    preloadPalette();
  }, 1000);
}

void start();
