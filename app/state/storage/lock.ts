/** Who may edit a design: one tab at a time, by the browser's own locks. */
export interface LockEvents {
  /** This tab may edit from now on; `waited` when another tab had it before. */
  readonly granted: (waited: boolean) => void;
  /** Another tab edits it. */
  readonly busy: () => void;
  /** Another tab took it by force. */
  readonly lost: () => void;
}

/** A claim on a design; there is none where the browser has no locks. */
export interface Claim {
  /** Lets the next tab have it, without asking for it again. */
  readonly release: () => void;
  /** Takes it from a tab that does not answer. */
  readonly steal: () => void;
}

const hasLocks = typeof navigator !== "undefined" && "locks" in navigator;

/** Claims a design for this tab, and waits for it where another tab has it. */
export function claim(id: string, events: LockEvents): Claim {
  if (!hasLocks) {
    events.granted(false);
    return { release: () => {}, steal: () => {} };
  }
  const name = `keywright/${id}`;
  const waiting = new AbortController();
  let open = true;
  let letGo: (() => void) | undefined;
  const hold = (waited: boolean): Promise<void> | undefined => {
    if (!open) return undefined;
    events.granted(waited);
    return new Promise((resolve) => (letGo = resolve));
  };
  const lost = (): void => {
    if (open) events.lost();
  };
  const wait = (): void => {
    events.busy();
    navigator.locks
      .request(name, { signal: waiting.signal }, () => hold(true))
      .catch(lost);
  };
  navigator.locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (lock !== null) return hold(false);
      if (open) wait();
      return undefined;
    })
    .catch(lost);
  return {
    release: () => {
      open = false;
      waiting.abort();
      letGo?.();
    },
    steal: () => {
      navigator.locks
        .request(name, { steal: true }, () => hold(true))
        .catch(lost);
    },
  };
}
