import {
  createElement,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from "react";

/** A component whose code comes later, and a way to fetch it before it is shown. */
export type Loadable<Props> = ComponentType<Props> & {
  readonly preload: () => void;
};

/**
 * Shows `Meanwhile` until the code has come. Unlike `lazy` it shows the component at once then:
 * React keeps the fallback of a `Suspense` on the page for up to 0.3 s more.
 */
export function loadable<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = Nothing,
): Loadable<Props> {
  const listeners = new Set<() => void>();
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  const load = async () => {
    try {
      loaded = await fetchCode();
    } catch (error) {
      loading = undefined;
      throw asError(error);
    }
    for (const listener of listeners) listener();
  };
  const loadOnce = () => (loading ??= load());
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  function Shown(props: Props) {
    const Loaded = useSyncExternalStore(listen, () => loaded);
    const [failure, setFailure] = useState<Error>();
    useEffect(() => {
      loadOnce().catch((error: unknown) => setFailure(asError(error)));
    }, []);
    if (failure) throw failure;
    return createElement(Loaded ?? Meanwhile, props);
  }
  // Where it cannot be fetched now, it is fetched again when it is shown.
  const preload = () => void loadOnce().catch(() => {});
  return Object.assign(Shown, { preload });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function Nothing() {
  return null;
}
