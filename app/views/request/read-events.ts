import { sizeLimit } from "../../commands/files.ts";
import type { GivenEvents } from "../../state/store.ts";
import { replayText } from "../../text/replay.ts";

/** What a file of events has, or why it cannot be read. */
export type ReadEvents =
  | { readonly ok: true; readonly events: GivenEvents }
  | { readonly ok: false; readonly message: string };

let count = 0;

/** A text of events under a name. */
export function givenEvents(name: string, text: string): GivenEvents {
  count += 1;
  return { id: count, name, text };
}

/** Reads files of events, also compressed ones, one after the other. */
export async function readEventFiles(
  files: readonly File[],
): Promise<ReadEvents> {
  const read = await Promise.all(files.map(readFile));
  const failure = read.find((one) => typeof one !== "string");
  if (failure !== undefined && typeof failure !== "string") return failure;
  const texts = read.filter((one) => typeof one === "string");
  const [first] = files;
  const text = joined(texts);
  return text.length > sizeLimit
    ? tooLarge(first?.name ?? "")
    : {
        ok: true,
        events: givenEvents(files.map(({ name }) => name).join(", "), text),
      };
}

/** Several log files become lines, which is what the reader takes for several; one stays as it is. */
function joined(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join("");
  return texts.map(onOneLine).join("\n");
}

/** JSON on one line. A text that is none is lines of events already. */
function onOneLine(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value);
  } catch {
    return text.trim();
  }
}

type Failure = Extract<ReadEvents, { readonly ok: false }>;

function tooLarge(name: string): Failure {
  return { ok: false, message: replayText.tooLarge(name, sizeOf(sizeLimit)) };
}

/** A size in words. */
export function sizeOf(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The text of a file; what comes out of a compressed one is counted while it comes, so that none fills the memory. */
async function readFile(file: File): Promise<string | Failure> {
  if (file.size > sizeLimit) return tooLarge(file.name);
  try {
    const [first, second] = new Uint8Array(
      await file.slice(0, 2).arrayBuffer(),
    );
    const isCompressed = first === 0x1f && second === 0x8b;
    const stream = isCompressed
      ? file.stream().pipeThrough(new DecompressionStream("gzip"))
      : file.stream();
    const text = await textOf(stream);
    return text ?? tooLarge(file.name);
  } catch {
    return { ok: false, message: replayText.unreadable(file.name) };
  }
}

async function textOf(
  stream: ReadableStream<Uint8Array>,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  const parts: string[] = [];
  let bytes = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the parts of a stream come one after the other
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > sizeLimit) {
      void reader.cancel();
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  return parts.join("") + decoder.decode();
}
