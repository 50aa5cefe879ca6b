import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import "./dialog.css";

/** A modal window of the browser: it keeps the focus, Escape closes it. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
  bare = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Without the head; the title is for the screen reader only. */
  readonly bare?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classNames(
        "dialog",
        wide && "dialog-wide",
        bare && "dialog-bare",
      )}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {!bare && (
        <div className="dialog-head">
          <h2>{title}</h2>
          <Button variant="icon" icon="close" onClick={onClose}>
            Close
          </Button>
        </div>
      )}
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
