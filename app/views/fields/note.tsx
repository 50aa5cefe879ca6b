import type { ReactNode } from "react";
import "./field.css";

/** What a person should know about the settings below it. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className="note">{children}</p>;
}
