/** The words of a name that a person chose, at what cannot stand in an identifier. */
export function words(text: string): readonly string[] {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

/** The words with a capital each, in one. */
export function capitalised(parts: readonly string[]): string {
  return parts
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/** The name of a class for a wish, such as `PaymentsStack`. */
export function className(wish: string, ending: string): string {
  const name = capitalised(words(wish));
  const whole = name.endsWith(ending) ? name : name + ending;
  return /^[A-Z]/.test(whole) ? whole : ending + whole;
}
