import { useEffect, useState } from "react";

/** The value as it was last for a while without a change: for what may come after the typing, not with it. */
export function useQuiet<Value>(value: Value, milliseconds: number): Value {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setQuiet(value);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, milliseconds]);
  return quiet;
}
