/** Marks a place that the types prove cannot be reached; throws if the proof was wrong. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
