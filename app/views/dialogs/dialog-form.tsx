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
  more,
  focusButton = false,
  disabled = false,
  size,
}: {
  readonly title: string;
  readonly button: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Buttons before the one that submits. */
  readonly more?: ReactNode;
  /** The button that submits has the focus first, in place of the first field. */
  readonly focusButton?: boolean;
  /** It cannot be submitted. */
  readonly disabled?: boolean;
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
          {more}
          <Button
            variant="primary"
            submit
            disabled={disabled}
            focusFirst={focusButton}
          >
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
