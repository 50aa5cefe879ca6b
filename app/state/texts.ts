import type * as lazyTexts from "../lazy/texts.ts";
import { getState, setSession } from "./store.ts";

/** What reads and edits texts; it comes on demand, as it has a reader of YAML in it. */
export type Texts = typeof lazyTexts;

let loading: Promise<void> | undefined;

/** Fetches what reads and edits texts, once. Where that fails, code is shown without it, and it is fetched again. */
export function loadTexts(): void {
  if (getState().session.texts !== null) return;
  loading ??= import("../lazy/texts.ts").then(
    (texts) => setSession({ texts }),
    () => {
      loading = undefined;
    },
  );
}
