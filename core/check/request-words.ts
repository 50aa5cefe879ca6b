import type { AccessRequest } from "../evaluate/request.ts";

/** A request in words: who, what, and the context that matters. */
export function requestWords({
  principal,
  action,
  context = {},
}: AccessRequest): string {
  const pairs = Object.entries(context).map(
    ([name, value]) => `${name} ${JSON.stringify(value)}`,
  );
  const when = pairs.length === 0 ? "" : ` with ${pairs.join(", ")}`;
  return `${principal} ${action}${when}`;
}
