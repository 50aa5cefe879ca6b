import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import "./dialog.css";
import { InDialog } from "./in-dialog.ts";

/** Of radio buttons, the one that is chosen. */
const firstField = "input:not([type=radio]), input:checked, textarea";

/** What wants the focus more than the first field. */
const firstControl = "[data-focus-first]";

/** How wide a modal window is, where there is room. */
export type DialogSize = "narrow" | "middle" | "wide" | "full";

/** A modal window of the browser: it keeps the focus, Escape closes it. */
export function Dialog({
  title,
  onClose,
  children,
  size = "narrow",
  bare = false,
  isText = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** @default "narrow" */
  readonly size?: DialogSize;
  /** Without the head; the title is for the screen reader only. */
  readonly bare?: boolean;
  /** Nothing in it takes the focus, so the window itself does, to be scrolled by keyboard. */
  readonly isText?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    const window = dialog.current;
    (
      window?.querySelector<HTMLElement>(firstControl) ??
      window?.querySelector<HTMLElement>(firstField)
    )?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classNames("dialog", `dialog-${size}`, bare && "dialog-bare")}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (isLeftOver(event)) onClose();
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
      <div
        className="dialog-body"
        {...(isText && { role: "group", "aria-label": title, tabIndex: 0 })}
      >
        <InDialog value={true}>{children}</InDialog>
      </div>
    </dialog>
  );
}

/** A field with suggestions keeps Escape from the browser even when there is nothing left to close or to empty. */
function isLeftOver({ key, target, defaultPrevented }: KeyboardEvent): boolean {
  return (
    key === "Escape" &&
    defaultPrevented &&
    target instanceof HTMLInputElement &&
    target.role === "combobox"
  );
}
