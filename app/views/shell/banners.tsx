import type { ReactNode } from "react";
import { commands } from "../../commands/registry.ts";
import { downloadText } from "../../commands/files.ts";
import { dropNotice, takeOver } from "../../state/storage/open.ts";
import { useApp } from "../../state/store.ts";
import { storageText } from "../../text/storage.ts";
import { Button } from "../../ui/button.tsx";
import { TextWithCode } from "../fields/problem-text.tsx";
import { keyed } from "../../ui/keyed.ts";
import { classNames } from "../../ui/class-names.ts";
import "./banners.css";

/** What the person has to know about this tab and its storage. */
export function Banners() {
  const readOnly = useApp(({ session }) => session.readOnly);
  const save = useApp(({ session }) => session.save);
  const notices = useApp(({ session }) => session.notices);
  return (
    <div className="banners" aria-live="polite">
      {readOnly && (
        <Banner kind="info" text={storageText.readOnly}>
          <Button onClick={takeOver}>{storageText.takeOver}</Button>
        </Banner>
      )}
      {save.kind === "failed" && (
        <Banner kind="warning" text={storageText.failedBanner(save.reason)}>
          <Button onClick={commands.saveFile.run}>
            {storageText.download}
          </Button>
        </Banner>
      )}
      {notices.map(({ id, kind, text, lines, download }) => (
        <Banner key={id} kind={kind} text={text} lines={lines}>
          {download && (
            <Button
              onClick={() => downloadText(download.fileName, download.text)}
            >
              {storageText.download}
            </Button>
          )}
          <Button variant="icon" icon="close" onClick={() => dropNotice(id)}>
            {storageText.dismiss}
          </Button>
        </Banner>
      ))}
    </div>
  );
}

function Banner({
  kind,
  text,
  lines,
  children,
}: {
  readonly kind: "error" | "warning" | "info";
  readonly text: string;
  readonly lines?: readonly string[] | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className={classNames("banner", `banner-${kind}`)}>
      <div className="banner-text">
        <p>{text}</p>
        {lines && (
          <ul className="banner-lines">
            {keyed(lines, String).map(({ key, item }) => (
              <li key={key}>
                <TextWithCode text={item} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {children}
    </div>
  );
}
