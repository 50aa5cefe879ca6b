import { ask } from "./ask.ts";
import type { Ask, Kind, Questions, Reply } from "./questions.ts";

/** What is known of the answer to a question. */
export interface Answer<K extends Kind> {
  readonly status: "working" | "done" | "stopped" | "failed";
  readonly head: Questions[K]["head"] | undefined;
  readonly parts: readonly Questions[K]["part"][];
  /** How many parts there will be. */
  readonly total: number;
  /** It takes long enough to be worth a word. */
  readonly isSlow: boolean;
  /** Why there is no answer. */
  readonly failure: string;
}

/** Work that takes no longer than this, in milliseconds, shows nothing of itself. */
const patience = 100;

const nothingYet = {
  status: "working",
  head: undefined,
  parts: [],
  total: 0,
  isSlow: false,
  failure: "",
} as const;

/** One question and its answer. It is worked on while somebody listens. */
export class Inquiry<K extends Kind> {
  #answer: Answer<K> = nothingYet;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ask: Ask<K>;
  readonly #whenDone: (inquiry: Inquiry<K>) => void;
  readonly #listeners = new Set<() => void>();

  constructor(question: Ask<K>, whenDone: (inquiry: Inquiry<K>) => void) {
    this.#ask = question;
    this.#whenDone = whenDone;
  }

  readonly read = (): Answer<K> => this.#answer;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#answer.status === "working") this.#begin();
    return () => {
      this.#listeners.delete(listener);
      // Another view may listen in the same breath.
      setTimeout(() => {
        if (this.#listeners.size === 0) this.#rest();
      }, 0);
    };
  };

  /** Stops the work; what is known so far stays. */
  readonly cancel = (): void => {
    if (this.#answer.status !== "working") return;
    this.#rest();
    this.#tell({ status: "stopped" });
  };

  /** Works on it anew. */
  readonly again = (): void => {
    this.#rest();
    this.#tell(nothingYet);
    this.#begin();
  };

  #begin(): void {
    if (this.#stop !== undefined) return;
    this.#timer = setTimeout(() => this.#tell({ isSlow: true }), patience);
    this.#stop = ask(this.#ask, (reply) => this.#take(reply));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
    // Half an answer that nobody waited for is begun anew.
    if (this.#answer.status === "working") this.#answer = nothingYet;
  }

  #take(reply: Reply<K>): void {
    switch (reply.type) {
      case "head":
        return this.#tell({ head: reply.head, total: reply.total });
      case "parts":
        return this.#tell({ parts: [...this.#answer.parts, ...reply.parts] });
      case "done":
        return this.#end({ status: "done" });
      case "failed":
        return this.#end({ status: "failed", failure: reply.message });
    }
  }

  #end(last: Partial<Answer<K>>): void {
    clearTimeout(this.#timer);
    this.#stop = undefined;
    this.#answer = { ...this.#answer, ...last, isSlow: false };
    if (this.#answer.status === "done") this.#whenDone(this);
    this.#tell({});
  }

  #tell(part: Partial<Answer<K>>): void {
    this.#answer = { ...this.#answer, ...part };
    for (const listener of this.#listeners) listener();
  }
}
