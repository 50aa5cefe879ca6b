import { useCallback, useLayoutEffect, useRef } from "react";

/** A handler that stays the same function and does what the latest one does, so that a memoised child can have it. */
export function useLatest<Args extends readonly unknown[], Answer>(
  handler: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
