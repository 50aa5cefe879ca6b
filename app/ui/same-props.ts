/**
 * Props say the same: paths, options and other plain values are compared by what is in them.
 *
 * For `memo`, where a parent that is drawn again at every keystroke makes new lists of what has not changed.
 */
export function sameProps(a: object, b: object): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) =>
        Object.hasOwn(b, name) &&
        isSame(Reflect.get(a, name), Reflect.get(b, name)),
    )
  );
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return sameProps(a, b);
  return isPlain(a) && isPlain(b) && sameProps(a, b);
}

/** Elements of React have more in them than can be compared. */
function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !("$$typeof" in value)
  );
}
