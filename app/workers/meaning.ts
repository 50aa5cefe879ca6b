import { answer } from "./answer.ts";
import type { AnyAsk } from "./questions.ts";

/** How long the worker is deaf at a time, in milliseconds. */
const slice = 40;

self.addEventListener("message", ({ data, ports }: MessageEvent<AnyAsk>) => {
  const [port] = ports;
  if (port !== undefined) void answer(data, port, slice);
});
