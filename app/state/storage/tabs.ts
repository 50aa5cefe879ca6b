/** What the tabs of one browser tell each other about a design. */
export interface TabMessage {
  readonly type: "saved" | "take-over";
  readonly id: string;
}

const channel =
  typeof BroadcastChannel === "undefined"
    ? null
    : new BroadcastChannel("keywright");

/** Tells the other tabs that a design was saved. */
export function announceSaved(id: string): void {
  channel?.postMessage({ type: "saved", id } satisfies TabMessage);
}

/** Asks the tab that edits a design to let go of it. */
export function askToTakeOver(id: string): void {
  channel?.postMessage({ type: "take-over", id } satisfies TabMessage);
}

/** Listens to the other tabs. */
export function onTabMessage(listen: (message: TabMessage) => void): void {
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isTabMessage(data)) listen(data);
  });
}

function isTabMessage(data: unknown): data is TabMessage {
  return (
    typeof data === "object" &&
    data !== null &&
    "id" in data &&
    typeof data.id === "string" &&
    "type" in data &&
    (data.type === "saved" || data.type === "take-over")
  );
}
