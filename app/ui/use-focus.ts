import { useEffect, useRef, type RefObject } from "react";

/** For a control that appears because the person asked for it: it takes the focus. */
export function useFocus<Control extends { focus: () => void }>(
  wanted: boolean,
): RefObject<Control | null> {
  const control = useRef<Control>(null);
  useEffect(() => {
    if (wanted) control.current?.focus();
  }, [wanted]);
  return control;
}
