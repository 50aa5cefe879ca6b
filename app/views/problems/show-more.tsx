import { useState } from "react";
import { problemsText as words } from "../../text/problems.ts";
import { Button } from "../../ui/button.tsx";

/** How many rows are shown at first, and how many more at a time. */
const some = 100;

/** The first members of a list that may be long, and a way to more. */
export interface First<T> {
  readonly shown: readonly T[];
  readonly left: number;
  readonly onMore: () => void;
}

/** The first members of a list. */
export function useFirst<T>(list: readonly T[]): First<T> {
  const [count, setCount] = useState(some);
  return {
    shown: list.slice(0, count),
    left: Math.max(0, list.length - count),
    onMore: () => setCount(count + some),
  };
}

/** Shows more of a list, where there is more. */
export function ShowMore({
  left,
  onMore,
}: Pick<First<unknown>, "left" | "onMore">) {
  if (left === 0) return null;
  return (
    <div className="problems-more">
      <Button onClick={onMore}>{words.showMore(Math.min(some, left))}</Button>
    </div>
  );
}
