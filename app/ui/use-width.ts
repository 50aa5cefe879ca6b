import { useCallback, useState } from "react";

/** How wide an element is, as it changes; undefined until it is on the page. */
export function useWidth(): readonly [
  number | undefined,
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [width, setWidth] = useState<number>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    setWidth(element.clientWidth);
    const resized = new ResizeObserver(() => setWidth(element.clientWidth));
    resized.observe(element);
    return () => resized.disconnect();
  }, []);
  return [width, ref];
}
