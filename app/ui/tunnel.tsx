import {
  Fragment,
  useEffect,
  useId,
  useSyncExternalStore,
  type ReactNode,
} from "react";

let shown: ReadonlyMap<string, ReactNode> = new Map();
const listeners = new Set<() => void>();

/** Shows its children at the end of the tunnel: what surrounds them here, labels and listeners, does not reach them. */
export function Tunnel({ children }: { readonly children: ReactNode }) {
  const id = useId();
  useEffect(() => show(id, children), [id, children]);
  useEffect(() => () => show(id, null), [id]);
  return null;
}

/** Where tunnels come out; there is one on the page. */
export function TunnelEnd() {
  const parts = useSyncExternalStore(listen, () => shown);
  return [...parts].map(([id, part]) => <Fragment key={id}>{part}</Fragment>);
}

function show(id: string, part: ReactNode): void {
  const next = new Map(shown);
  if (part === null) next.delete(id);
  else next.set(id, part);
  shown = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
