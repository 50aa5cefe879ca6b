/** The class names that are wanted, as one attribute value. */
export function classNames(
  ...names: readonly (string | false | undefined | null)[]
): string {
  return names.filter(Boolean).join(" ");
}
