/** The number of a text; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/**
 * The moment of a text in seconds since 1970: a date of ISO 8601, which is in UTC where it names no zone, or the seconds
 * themselves. Undefined where it is neither.
 */
export function readDate(text: string): number | undefined {
  const seconds = readNumber(text);
  if (seconds !== undefined && !/^\d{4}$/.test(text)) return seconds;
  const form =
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;
  if (!form.test(text)) return undefined;
  const isLocal = text.includes("T") && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const time = Date.parse(isLocal ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time / 1000;
}
