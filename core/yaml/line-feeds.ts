/** A text in which lines end with a line feed at least, and not as on the first Macs; every place stays where it is. */
export function withLineFeeds(text: string): string {
  return text.includes("\n")
    ? text.replaceAll(/\r(?!\n)/g, "\n")
    : text.replaceAll("\r", "\n");
}
