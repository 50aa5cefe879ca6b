import { createContext, useContext } from "react";

/** Whether a control stands in a modal window. */
export const InDialog = createContext(false);

/** What stands in a modal window leads nowhere else. */
export function useInDialog(): boolean {
  return useContext(InDialog);
}

/** A list that opens may leave the frame around it, but not a modal window: it would be behind that. */
export function useExpandToViewport(): boolean {
  return !useContext(InDialog);
}
