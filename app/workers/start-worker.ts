import workerUrl from "./meaning.ts?worker&url";

/** As far as the page needs it; a signed address goes wherever a text does. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

declare global {
  interface Window {
    /** Not in every browser. */
    readonly trustedTypes?: TrustedTypes;
  }
}

/** Starts the worker; undefined where there are none. */
export function startWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  try {
    return new Worker(signed(workerUrl), { type: "module" });
  } catch {
    return undefined;
  }
}

/** The address, signed as one of this page's own files: the security policy lets no other be run. */
function signed(address: string): string {
  const policy = window.trustedTypes?.createPolicy("keywright", {
    createScriptURL: ownAddress,
  });
  return policy === undefined ? address : policy.createScriptURL(address);
}

function ownAddress(address: string): string {
  const { origin, href } = new URL(address, location.href);
  if (origin !== location.origin)
    throw new TypeError(`${href} is no file of this page`);
  return href;
}
