import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icons.tsx";
import "./token.css";

/** A value in a list, with a button that removes it. */
export function Token({
  children,
  name,
  detail,
  title,
  invalid = false,
  selected = false,
  disabled = false,
  onRemove,
  onFocus,
}: {
  readonly children: ReactNode;
  /** What the remove button names. */
  readonly name: string;
  readonly detail?: string | undefined;
  readonly title?: string | undefined;
  readonly invalid?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly onRemove?: () => void;
  readonly onFocus?: () => void;
}) {
  return (
    <li
      className={classNames(
        "token",
        invalid && "token-invalid",
        selected && "token-selected",
      )}
      title={title}
      onFocusCapture={onFocus}
    >
      <span className="token-text">
        {children}
        {detail && (
          <>
            {" "}
            <span className="token-detail">{detail}</span>
          </>
        )}
      </span>
      {onRemove && (
        <button
          type="button"
          className="token-remove"
          aria-label={`Remove ${name}`}
          disabled={disabled}
          onClick={onRemove}
        >
          <Icon name="close" size={11} />
        </button>
      )}
    </li>
  );
}
