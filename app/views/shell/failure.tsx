import type { ReactNode } from "react";
import { commands } from "../../commands/registry.ts";
import { shellText } from "../../text/shell.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import "./failure.css";

/** Keeps the rest of the page alive when a part of it fails; the design stays safe. */
export function Guarded({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary fallback={Failure}>{children}</ErrorBoundary>;
}

function Failure({ retry }: { readonly retry: () => void }) {
  return (
    <div className="failure" role="alert">
      <h2>{shellText.failedTitle}</h2>
      <p>{shellText.failedText}</p>
      <div className="failure-actions">
        <Button onClick={retry}>{shellText.retry}</Button>
        <Button onClick={commands.saveFile.run}>
          {commands.saveFile.title}
        </Button>
        <Button onClick={() => location.reload()}>{shellText.reload}</Button>
      </div>
    </div>
  );
}
