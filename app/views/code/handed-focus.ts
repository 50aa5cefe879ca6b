import { useEffect, useLayoutEffect, type RefObject } from "react";

/** The focus of what showed the code before is on its way to what takes its place. */
export type HandedFocus = RefObject<boolean>;

/** Hands the focus on when the code is shown another way, and takes it where it was handed on. */
export function useHandedFocus(
  handed: HandedFocus,
  box: RefObject<HTMLElement | null>,
  focus: () => void,
): void {
  // Only a layout effect ends while the element is still on the page and has its focus.
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      handed.current = element?.contains(document.activeElement) ?? false;
    };
  }, [box, handed]);
  useEffect(() => {
    if (handed.current) focus();
    handed.current = false;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what appears takes the focus
  }, []);
}
