import { performance } from "node:perf_hooks";

/** The milliseconds that a body takes. */
function timed(body: () => unknown): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that so many percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? Number.NaN;
}

/** A time for the tables. */
export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 1)} ms`;
}

/** Warms up, then takes the median of as many runs as the time allows. */
export function timeOf(body: () => unknown): number {
  repeat(body, { atLeast: 3, milliseconds: 1000 });
  return median(repeat(body, { atLeast: 5, milliseconds: 1500 }));
}

/** How long each run takes. */
function repeat(
  body: () => unknown,
  limit: { readonly atLeast: number; readonly milliseconds: number },
): readonly number[] {
  const times: number[] = [];
  const start = performance.now();
  while (
    times.length < limit.atLeast ||
    performance.now() - start < limit.milliseconds
  )
    times.push(timed(body));
  return times;
}
