import type { Ask, Kind, Reply } from "./questions.ts";
import { startWorker } from "./start-worker.ts";

/** How long the page is deaf at a time where there is no worker, in milliseconds: less than a frame. */
const slice = 10;

let worker: Worker | undefined;
let isBroken = false;
/** Asks the questions that wait for an answer once more. */
const waiting = new Set<() => void>();

/** Asks a question. Gives a way to say that the answer is not wanted any more. */
export function ask<K extends Kind>(
  question: Ask<K>,
  listen: (reply: Reply<K>) => void,
): () => void {
  let port: MessagePort | undefined;
  const end = () => {
    waiting.delete(begin);
    port?.close();
    port = undefined;
  };
  const begin = () => {
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port1.addEventListener("message", ({ data }: MessageEvent<Reply<K>>) => {
      if (port !== port1) return;
      if (data.type === "done" || data.type === "failed") end();
      listen(data);
    });
    port1.start();
    hand(question, port2);
  };
  waiting.add(begin);
  begin();
  return () => {
    port?.postMessage("stop");
    end();
  };
}

function hand<K extends Kind>(question: Ask<K>, port: MessagePort): void {
  worker ??= isBroken ? undefined : started();
  if (worker === undefined) void inPage(question, port);
  else worker.postMessage(question, [port]);
}

function started(): Worker | undefined {
  const made = startWorker();
  if (made === undefined) isBroken = true;
  // A worker whose file cannot be fetched answers nothing.
  made?.addEventListener("error", () => {
    isBroken = true;
    worker = undefined;
    for (const again of waiting) again();
  });
  return made;
}

async function inPage<K extends Kind>(
  question: Ask<K>,
  port: MessagePort,
): Promise<void> {
  const { answer } = await import("./answer.ts");
  await answer(question, port, slice);
}
