import type { ReactNode, Ref } from "react";
import "./button.css";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icons.tsx";

/** What a button is and does. */
export interface ButtonProps {
  readonly children: ReactNode;
  /** Not needed for a button that submits its form. */
  readonly onClick?: () => void;
  /** Sends the form around it. */
  readonly submit?: boolean;
  /** @default "normal" */
  readonly variant?: "normal" | "primary" | "quiet" | "link" | "icon";
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly expanded?: boolean;
  readonly shortcut?: string;
  /** In a modal window it has the focus first. */
  readonly focusFirst?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button; as an icon its text is for the screen reader and the tooltip. */
export function Button({
  children,
  onClick,
  submit = false,
  variant = "normal",
  icon,
  disabled = false,
  title,
  expanded,
  shortcut,
  focusFirst = false,
  ref,
}: ButtonProps) {
  const iconOnly = variant === "icon";
  return (
    <button
      type={submit ? "submit" : "button"}
      ref={ref}
      className={classNames("btn", `btn-${variant}`)}
      disabled={disabled}
      onClick={onClick}
      title={
        title ??
        (iconOnly && typeof children === "string" ? children : undefined)
      }
      aria-expanded={expanded}
      aria-keyshortcuts={shortcut}
      data-focus-first={focusFirst ? true : undefined}
    >
      {icon && <Icon name={icon} size={iconOnly ? 16 : 14} />}
      <span className={iconOnly ? "visually-hidden" : undefined}>
        {children}
      </span>
    </button>
  );
}
