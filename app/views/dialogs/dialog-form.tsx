import type { ReactNode } from "react";
import { setSession } from "../../state/store.ts";
import { dialogsText } from "../../text/dialogs.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, type DialogSize } from "../../ui/dialog.tsx";

/** A window with a form: its fields and the buttons that leave it. */
export function DialogForm({
  title,
  button,
  onSubmit,
  children,
  size,
}: {
  readonly title: string;
  readonly button: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** @default "narrow" */
  readonly size?: DialogSize;
}) {
  return (
    <Dialog title={title} onClose={closeDialog} {...(size && { size })}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div className="dialog-actions">
          <Button onClick={closeDialog}>{dialogsText.cancel}</Button>
          <Button variant="primary" submit>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Closes the window that is open. */
export function closeDialog(): void {
  setSession({ dialog: null });
}
