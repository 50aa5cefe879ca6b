import type { Ask, Kind, Questions, Reply } from "./questions.ts";
import { works } from "./works.ts";

/**
 * Answers a question over a port, in slices of so many milliseconds: between them it looks whether anything was said on
 * the port, which means that nobody wants the answer any more.
 */
export async function answer<K extends Kind>(
  { kind, question }: Ask<K>,
  port: MessagePort,
  slice: number,
): Promise<void> {
  const tell = (reply: Reply<K>) => port.postMessage(reply);
  let isWanted = true;
  port.addEventListener("message", () => {
    isWanted = false;
  });
  port.start();
  try {
    const work = works[kind](question);
    if (work !== undefined)
      tell({ type: "head", head: work.head, total: work.parts.length });
    let parts: Questions[K]["part"][] = [];
    let since = performance.now();
    for (const part of work?.parts ?? []) {
      parts.push(part());
      if (performance.now() < since + slice) continue;
      tell({ type: "parts", parts });
      parts = [];
      // oxlint-disable-next-line no-await-in-loop -- the pause between the slices is what this is for
      await nextTask();
      if (!isWanted) return;
      since = performance.now();
    }
    tell({ type: "parts", parts });
    tell({ type: "done" });
  } catch (error) {
    tell({ type: "failed", message: String(error) });
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
